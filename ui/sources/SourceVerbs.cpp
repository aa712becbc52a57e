// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourceVerbs.h"

#include "app/models/LikedTracks.h"
#include "ui/look/Icons.h"
#include "ui/sources/SourcePanel.h"
#include "ui/tracks/LikeWords.h"

#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace segue::ui
{

using models::LikedTracks;

SourceVerbs::SourceVerbs(SourcePanel &panel, const Commands &commands, const Player *player, LikedTracks *liked,
                         QObject *parent)
    : QObject(parent), m_panel(panel), m_liked(liked)
{
    if (player) {
        wire(commands, CommandId::PlayFromHere,
             [this](const QStringList &uris) { Q_EMIT m_panel.playRequested(uris); });
        wire(commands, CommandId::AddToQueue, [this](const QStringList &uris) { Q_EMIT m_panel.queueRequested(uris); });
    }
    if (liked) {
        // Nothing shows what is saved already, so that the key only saves.
        wire(commands, CommandId::ToggleLiked, [liked](const QStringList &uris) { liked->set(uris, true); });
        connect(&panel, &SourcePanel::menuOpening, this, &SourceVerbs::addLike);
    }
}

template <typename Slot>
void SourceVerbs::wire(const Commands &commands, CommandId id, Slot slot)
{
    for (const QKeySequence &key : commands.action(id)->shortcuts()) {
        auto *shortcut = new QShortcut(key, &m_panel.list());
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, slot] {
            if (const QStringList uris = selectedUris(); !uris.isEmpty())
                slot(uris);
        });
    }
}

QStringList SourceVerbs::selectedUris() const
{
    QStringList uris;
    for (const web::MediumPtr &medium : m_panel.selectedMedia())
        uris.append(medium->uri);
    return uris;
}

void SourceVerbs::addLike(QMenu &menu)
{
    QStringList uris = selectedUris();
    uris.removeIf([](const QString &uri) { return !LikedTracks::canBeLiked(uri); });
    if (uris.isEmpty())
        return;
    QAction *action = menu.addAction(icon(QStringLiteral("heart")), {});
    action->setObjectName(QStringLiteral("sourceLike"));
    const auto describe = [this, action, uris, &menu] {
        const bool areAll = std::all_of(uris.begin(), uris.end(), [this](const QString &uri) {
            return m_liked->state(uri) == LikedTracks::State::Liked;
        });
        action->setData(areAll);
        action->setText(likeWords::verb(uris, areAll));
        // Which is known a moment after the menu has opened, and may make it wider than there is room beside it.
        const int over = menu.geometry().right() - menu.screen()->availableGeometry().right();
        if (menu.isVisible() && over > 0)
            menu.move(menu.x() - over, menu.y());
    };
    describe();
    connect(m_liked, &LikedTracks::changed, action, describe);
    connect(action, &QAction::triggered, this, [this, action, uris] { m_liked->set(uris, !action->data().toBool()); });
    m_liked->want(uris, this);
}

} // namespace segue::ui
