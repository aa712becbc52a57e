// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/PlaylistHeader.h"

#include "ui/Commands.h"
#include "ui/look/ElidedLabel.h"
#include "ui/look/Icons.h"
#include "ui/look/Text.h"
#include "ui/panes/CloseButton.h"
#include "ui/playlist/CoverButton.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace segue::ui
{

namespace
{

/// Pixels that a header needs so that its buttons can have words beside the title.
constexpr int roomForWords = 620;
/// Most pixels that a name takes from the facts behind it.
constexpr int ownerWidth = 200;

} // namespace

PlaylistHeader::PlaylistHeader(models::ArtworkCache &artwork, const Commands &commands, QWidget *parent)
    : QWidget(parent), m_cover(new CoverButton(artwork, this)), m_title(new ElidedLabel(1, this)),
      m_description(new ElidedLabel(2, this)), m_owner(new QToolButton(this)), m_facts(new ElidedLabel(1, this)),
      m_badge(new QWidget(this)), m_badgeIcon(new QLabel(m_badge)), m_badgeText(new QLabel(m_badge)),
      m_copy(new QToolButton(m_badge)), m_follow(new QToolButton(this)), m_edit(new QToolButton(this)),
      m_openInSpotify(new QToolButton(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("playlistHeader"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.85);
    large.setWeight(QFont::Bold);
    m_title->setFont(large);
    m_title->setObjectName(QStringLiteral("playlistTitle"));
    m_description->setObjectName(QStringLiteral("playlistDescription"));
    m_facts->setObjectName(QStringLiteral("playlistFacts"));
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);

    m_badge->setObjectName(QStringLiteral("readOnlyBadge"));
    m_badgeText->setObjectName(QStringLiteral("readOnlyReason"));
    m_badgeText->setWordWrap(true);
    auto *badge = new QGridLayout(m_badge);
    badge->setContentsMargins(0, 2, 0, 0);
    badge->setSpacing(5);
    badge->setColumnStretch(1, 1);
    badge->addWidget(m_badgeIcon, 0, 0, Qt::AlignTop);
    badge->addWidget(m_badgeText, 0, 1);
    badge->addWidget(m_copy, 1, 1, Qt::AlignLeft);
    m_copy->setObjectName(QStringLiteral("makeEditableCopy"));
    m_copy->setText(tr("Make a copy I can edit"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    QAction *copy = commands.action(CommandId::CopyPlaylist);
    m_copy->setToolTip(copy->toolTip());
    connect(m_copy, &QToolButton::clicked, copy, &QAction::trigger);

    // Not the action's default buttons: those would be grey while the commands mean a playlist beside this one. Whoever
    // presses them means this one from then on; see Panes.
    const auto button = [](QToolButton *tool, QAction *action) {
        tool->setText(action->text().remove(u'&').remove(u'…'));
        tool->setIcon(action->icon());
        tool->setToolTip(action->toolTip());
        tool->setObjectName(action->objectName() + QStringLiteral("Button"));
        tool->setAccessibleName(tool->text());
        tool->setAutoRaise(true);
        tool->setIconSize(QSize(18, 18));
        tool->setFocusPolicy(Qt::StrongFocus);
        connect(tool, &QToolButton::clicked, action, &QAction::trigger);
    };
    m_follow->setObjectName(QStringLiteral("followButton"));
    m_follow->setAutoRaise(true);
    m_follow->setIconSize(QSize(18, 18));
    m_follow->setFocusPolicy(Qt::StrongFocus);
    connect(m_follow, &QToolButton::clicked, this, [this] { Q_EMIT followRequested(!m_followed.value_or(true)); });
    m_owner->setObjectName(QStringLiteral("ownerButton"));
    m_owner->setAutoRaise(true);
    m_owner->setFocusPolicy(Qt::StrongFocus);
    m_owner->setToolTip(tr("Show the profile and its playlists"));
    connect(m_owner, &QToolButton::clicked, this,
            [this] { Q_EMIT ownerRequested(m_playlist.ownerId, m_playlist.ownerName); });
    button(m_edit, commands.action(CommandId::EditDetails));
    button(m_openInSpotify, commands.action(CommandId::OpenPlaylist));

    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    tools->addWidget(m_follow);
    tools->addWidget(m_edit);
    tools->addWidget(m_openInSpotify);
    tools->addWidget(m_close);
    makeCloseButton(*m_close);
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, &PlaylistHeader::closeRequested);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16 - CoverButton::frame, 10, 12, 8);
    layout->setSpacing(16);
    layout->addWidget(m_cover, 0, Qt::AlignTop);
    // The tools take room from the name alone, not from the lines below it.
    auto *words = new QGridLayout;
    words->setHorizontalSpacing(12);
    words->setVerticalSpacing(3);
    words->setColumnStretch(0, 1);
    words->setRowStretch(0, 1);
    words->setRowStretch(5, 1);
    words->addLayout(tools, 0, 1, 2, 1, Qt::AlignTop);
    words->addWidget(m_title, 1, 0);
    words->addWidget(m_description, 2, 0, 1, 2);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(6);
    facts->addWidget(m_owner);
    facts->addWidget(m_facts, 1);
    words->addLayout(facts, 3, 0, 1, 2);
    words->addWidget(m_badge, 4, 0, 1, 2);
    layout->addLayout(words, 1);
    setReadOnlyReason({});
    setFollowed({});
}

void PlaylistHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The room is the title's.
    m_openInSpotify->setToolButtonStyle(width() < roomForWords ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void PlaylistHeader::setPlaylist(const web::Playlist &playlist, const QString &userId)
{
    m_playlist = playlist;
    m_userId = userId;
    m_cover->setPlaylist(playlist);
    m_title->setText(playlist.name);
    m_description->setText(playlist.description);
    m_description->setVisible(!playlist.description.isEmpty());
    describe();
}

void PlaylistHeader::setReadOnlyReason(const QString &reason)
{
    m_badge->setVisible(!reason.isEmpty());
    m_badgeText->setText(reason);
    m_badge->setAccessibleName(reason.isEmpty() ? QString() : tr("Read-only: %1").arg(reason));
    m_badgeIcon->setPixmap(
        iconPixmap(QStringLiteral("lock"), 15, devicePixelRatioF(), palette().color(QPalette::WindowText)));
    m_edit->setVisible(m_playlist.ownerId == m_userId);
    m_copy->setVisible(!reason.isEmpty() && m_playlist.itemsReadable);
    m_cover->setEditable(reason.isEmpty());
}

void PlaylistHeader::setFollowed(std::optional<bool> followed)
{
    m_followed = followed;
    m_follow->setVisible(followed.has_value());
    const bool follows = followed.value_or(false);
    m_follow->setIcon(icon(follows ? QStringLiteral("heart-full") : QStringLiteral("heart")));
    m_follow->setToolTip(follows ? tr("Stop following") : tr("Follow: put it into your library"));
    m_follow->setAccessibleName(follows ? tr("Stop following") : tr("Follow"));
}

void PlaylistHeader::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void PlaylistHeader::setTotals(int items, std::optional<std::chrono::milliseconds> length)
{
    m_items = items;
    m_length = length;
    describe();
}

void PlaylistHeader::describe()
{
    QStringList facts;
    const bool isForeign = m_playlist.ownerId != m_userId;
    // A collaborator's name is cut rather than the line made wider than the window.
    m_owner->setText(m_owner->fontMetrics()
                         .elidedText(m_playlist.ownerName, Qt::ElideRight, ownerWidth)
                         .replace(u'&', QLatin1String("&&")));
    m_owner->setAccessibleName(tr("By %1").arg(m_playlist.ownerName));
    m_owner->setVisible(isForeign);
    if (!isForeign)
        facts.append(tr("you"));
    if (m_playlist.collaborative)
        facts.append(tr("collaborative"));
    else if (m_playlist.onProfile.has_value() && m_playlist.ownerId == m_userId)
        facts.append(*m_playlist.onProfile ? tr("on profile") : tr("not on profile"));
    if (m_items >= 0)
        facts.append(itemCountText(m_items));
    if (m_length && m_items > 0)
        facts.append(durationText(*m_length));
    if (m_playlist.followers > 0)
        facts.append(followersText(m_playlist.followers));
    facts.append(tr("from Spotify"));
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

QString PlaylistHeader::titleText() const
{
    return m_title->text();
}

QString PlaylistHeader::factsText() const
{
    return m_playlist.ownerId == m_userId ? m_facts->text() : tr("%1 · %2").arg(m_playlist.ownerName, m_facts->text());
}

} // namespace segue::ui
