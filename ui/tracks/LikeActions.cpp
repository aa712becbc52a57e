// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/LikeActions.h"

#include "app/models/LikedTracks.h"
#include "app/models/TrackColumnsModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/LikeWords.h"
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
    keepToTable(CommandId::ToggleLiked);
    if (!liked)
        return;
    wire(CommandId::ToggleLiked, [this] { toggleSelected(); });
    connect(&page.view(), &TrackView::visibleRowsChanged, this, &LikeActions::ask);
    connect(&page.view().trackHeader(), &TrackHeader::layoutEdited, this, &LikeActions::ask);
    connect(&page.view(), &TrackView::likeRequested, this, &LikeActions::toggleAt);
    connect(liked, &LikedTracks::changed, this, &LikeActions::refresh);
}

QStringList LikeActions::urisAt(const std::vector<int> &positions) const
{
    QStringList uris;
    for (const int position : positions) {
        const QString uri = editor()->document().rowAt(position).uri();
        if (LikedTracks::canBeLiked(uri))
            uris.append(uri);
    }
    return uris;
}

QStringList LikeActions::selectedUris() const
{
    return m_liked && editor() ? urisAt(page().view().selectedPositions()) : QStringList();
}

bool LikeActions::areLiked(const QStringList &uris) const
{
    return !uris.isEmpty() && std::all_of(uris.begin(), uris.end(), [this](const QString &uri) {
        return m_liked->state(uri) == LikedTracks::State::Liked;
    });
}

void LikeActions::ask()
{
    if (!m_liked || !editor())
        return;
    QStringList uris;
    if (!page().view().trackHeader().isSectionHidden(models::TrackColumnsModel::Liked))
        uris = urisAt(page().view().visiblePositions());
    // What the verb says depends on them, whether or not there are hearts to see.
    if (const QStringList selected = selectedUris(); selected.size() <= mostAtOnce)
        uris += selected;
    m_liked->want(uris, &page());
}

void LikeActions::update()
{
    QAction *action = commands().action(CommandId::ToggleLiked);
    const QStringList uris = selectedUris();
    QString reason;
    if (!m_liked)
        reason = tr("This account has no Liked Songs.");
    else if (uris.isEmpty())
        reason = tr("No tracks of Spotify are selected.");
    else if (uris.size() > mostAtOnce)
        reason = tr("Select at most %1 tracks.").arg(QLocale().toString(mostAtOnce));
    m_saysRemove = m_liked && areLiked(uris);
    action->setText(likeWords::verb(uris, m_saysRemove));
    commands().setPossible(CommandId::ToggleLiked, reason);
    ask();
}

void LikeActions::toggleSelected()
{
    const QStringList uris = selectedUris();
    if (!uris.isEmpty() && uris.size() <= mostAtOnce)
        m_liked->set(uris, !(m_saysRemove && areLiked(uris)));
}

void LikeActions::toggleAt(int position)
{
    if (!editor())
        return;
    const QStringList uris = urisAt({position});
    m_liked->set(uris, !areLiked(uris), true);
}

} // namespace segue::ui
