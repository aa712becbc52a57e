// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/Pane.h"

#include "app/models/TrackListModel.h"
#include "app/models/TrackMime.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/Account.h"
#include "ui/arrange/CleanUpActions.h"
#include "ui/arrange/SortActions.h"
#include "ui/combine/CopyActions.h"
#include "ui/combine/MergeActions.h"
#include "ui/panes/CloseButton.h"
#include "ui/playing/PlayActions.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/LikeActions.h"
#include "ui/tracks/LinkAdder.h"
#include "ui/tracks/TrackActions.h"
#include "ui/tracks/TrackView.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace segue::ui
{

using playlist::Editor;

Pane::Pane(const Services &services, QWidget *parent)
    : QWidget(parent), m_mark(new QFrame(this)), m_stack(new QStackedWidget(this)),
      m_page(new PlaylistPage(services.account, services.commands, m_stack)),
      m_trackActions(new TrackActions(services.commands, m_page->view(), m_page->messages(), services.seams,
                                      services.guard, this)),
      m_links(new LinkAdder(
          {.reads = services.reads, .open = services.open, .guard = services.guard, .messages = services.messages},
          *m_page, this)),
      m_copy(new CopyActions(services.commands, *m_page,
                             {.library = services.account.library,
                              .open = services.open,
                              .maker = services.maker,
                              .messages = services.messages,
                              .seams = services.seams},
                             this)),
      m_merge(new MergeActions(services.commands, *m_page,
                               {.library = services.account.library,
                                .open = services.open,
                                .maker = services.maker,
                                .messages = services.messages},
                               this))
{
    setObjectName(QStringLiteral("pane"));
    new SortActions(services.commands, *m_page, services.settings, this);
    new CleanUpActions(services.commands, *m_page, services.seams, this);
    new PlayActions(services.commands, *m_page, services.player, this);
    new LikeActions(services.commands, *m_page, services.liked, this);

    m_mark->setFixedHeight(2);
    m_mark->setAutoFillBackground(true);
    m_mark->hide();
    m_stack->addWidget(makeHintPage());
    m_stack->addWidget(m_page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_mark);
    layout->addWidget(m_stack, 1);

    connect(m_trackActions, &TrackActions::linksToBeRead, this, &Pane::readLinks);
    connect(m_links, &LinkAdder::added, this, [this](int first, int count) {
        std::vector<int> positions(static_cast<std::size_t>(count));
        std::iota(positions.begin(), positions.end(), first);
        select(positions);
    });
    connect(m_links, &LinkAdder::showRequested, this, &Pane::showRequested);
    connect(&m_page->header(), &PlaylistHeader::closeRequested, this, &Pane::closeRequested);
    connect(m_closeHint, &QToolButton::clicked, this, &Pane::closeRequested);
}

Pane::~Pane()
{
    m_page->setOpen(nullptr);
}

QWidget *Pane::makeHintPage()
{
    auto *page = new QWidget(m_stack);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_hint = new QLabel(page);
    m_hint->setObjectName(QStringLiteral("placeholder"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMargin(32);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_closeHint = new QToolButton(page);
    makeCloseButton(*m_closeHint);
    m_closeHint->hide();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(m_closeHint, 0, Qt::AlignRight);
    layout->addWidget(m_hint, 1);
    return page;
}

void Pane::setOpen(OpenPlaylist *open)
{
    if (m_page->open()) {
        m_page->open()->editor->disconnect(m_trackActions);
        m_page->open()->tracks->disconnect(this);
    }
    m_page->setOpen(open);
    // Not before the page has let go of the last one.
    m_hold = open ? open->holds : nullptr;
    if (open) {
        connect(open->editor.get(), &Editor::editabilityChanged, m_trackActions, &TrackActions::update);
        connect(open->tracks.get(), &models::TrackListModel::linksDropped, this, &Pane::readLinks);
    }
    m_stack->setCurrentIndex(open ? 1 : 0);
    updateVerbs();
}

Editor *Pane::editor() const
{
    return m_page->open() ? m_page->open()->editor.get() : nullptr;
}

QString Pane::playlistId() const
{
    return editor() ? editor()->details().id : QString();
}

void Pane::setHint(const QString &text)
{
    m_hint->setText(text);
}

void Pane::setActive(bool active)
{
    m_active = active;
    m_page->setActive(active);
    m_trackActions->setActive(active);
    paintMark();
}

void Pane::setBeside(bool beside)
{
    m_mark->setVisible(beside);
    m_closeHint->setVisible(beside);
    m_page->header().setClosable(beside);
    paintMark();
}

/// The line keeps its place on the one that is not active, so that nothing moves when that changes.
void Pane::paintMark()
{
    const QColor color = palette().color(m_active ? QPalette::Highlight : QPalette::Base);
    QPalette mark = m_mark->palette();
    if (mark.color(QPalette::Window) == color)
        return;
    mark.setColor(QPalette::Window, color);
    m_mark->setPalette(mark);
}

void Pane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMark();
}

void Pane::takeFocus() const
{
    if (editor())
        view().setFocus(Qt::OtherFocusReason);
}

void Pane::add(const QList<web::MediumPtr> &media) const
{
    const std::unique_ptr<QMimeData> tracks = models::makeMediaMime(media);
    m_trackActions->add(*tracks);
}

void Pane::addLinks(const QList<QUrl> &links) const
{
    const std::unique_ptr<QMimeData> pages = models::makeLinksMime(links);
    m_trackActions->add(*pages);
}

void Pane::readLinks(const QList<web::SpotifyLink> &links, int before)
{
    if (editor())
        m_links->add(*editor(), links, before);
}

QList<web::MediumPtr> Pane::selectedMedia() const
{
    QList<web::MediumPtr> media;
    if (!editor())
        return media;
    for (const int position : view().selectedPositions()) {
        if (const web::MediumPtr &medium = editor()->document().rowAt(position).entry.medium)
            media.append(medium);
    }
    return media;
}

void Pane::select(const std::vector<int> &positions) const
{
    std::vector<int> there = positions;
    const int count = view().positionCount();
    std::erase_if(there, [count](int position) { return position >= count; });
    view().selectPositions(there);
}

TrackView &Pane::view() const
{
    return m_page->view();
}

void Pane::updateVerbs()
{
    m_trackActions->update();
}

} // namespace segue::ui
