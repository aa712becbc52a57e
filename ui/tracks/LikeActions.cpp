// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/LikeActions.h"

#include "app/models/LikedTracks.h"
#include "app/models/TrackColumnsModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackHeader.h"
#include "ui/tracks/TrackView.h"

#include <QLocale>

#include <algorithm>

namespace segue::ui
{

using models::LikedTracks;

LikeActions::LikeActions(Commands &commands, PlaylistPage &page, LikedTracks *liked, QObject *parent)
    : ListVerbs(commands, page, parent), m_liked(liked)
{
    page.view().setLiked(liked);
    if (!liked)
        return;
    wire(CommandId::ToggleLiked, [this] { toggleSelected(); });
    connect(&page.view(), &TrackView::visibleRowsChanged, this, &LikeActions::ask);
    connect(&page.view().trackHeader(), &TrackHeader::layoutEdited, this, &LikeActions::ask);
    connect(&page.view(), &TrackView::likeRequested, this, &LikeActions::toggleAt);
    connect(liked, &LikedTracks::changed, this, &LikeActions::refresh);
}

QStringList LikeActions::tracksAt(const std::vector<int> &positions) const
{
    QStringList uris;
    for (const int position : positions) {
        const QString uri = editor()->document().rowAt(position).uri();
        if (LikedTracks::canBeLiked(uri))
            uris.append(uri);
    }
    return uris;
}

bool LikeActions::areLiked(const QStringList &uris) const
{
    return !uris.isEmpty() && std::all_of(uris.begin(), uris.end(), [this](const QString &uri) {
        return m_liked->state(uri) == LikedTracks::State::Liked;
    });
}

void LikeActions::ask()
{
    if (editor() && !page().view().trackHeader().isSectionHidden(models::TrackColumnsModel::Liked))
        m_liked->want(tracksAt(page().view().visiblePositions()));
}

void LikeActions::update()
{
    QAction *action = commands().action(CommandId::ToggleLiked);
    const QStringList uris = m_liked && editor() ? tracksAt(page().view().selectedPositions()) : QStringList();
    QString reason;
    if (!m_liked)
        reason = tr("This account has no Liked Songs.");
    else if (uris.isEmpty())
        reason = tr("No tracks of Spotify are selected.");
    else if (uris.size() > mostAtOnce)
        reason = tr("Select at most %1 tracks.").arg(QLocale().toString(mostAtOnce));
    const bool areAll = m_liked && areLiked(uris);
    action->setText(areAll ? tr("Remove from Li&ked Songs") : tr("Save to Li&ked Songs"));
    commands().setPossible(CommandId::ToggleLiked, reason);
}

void LikeActions::toggleSelected()
{
    if (!editor())
        return;
    const QStringList uris = tracksAt(page().view().selectedPositions());
    if (!uris.isEmpty() && uris.size() <= mostAtOnce)
        m_liked->toggle(uris);
}

void LikeActions::toggleAt(int position)
{
    if (editor())
        m_liked->toggle(tracksAt({position}));
}

} // namespace segue::ui
