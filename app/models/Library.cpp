// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/Library.h"

#include "app/web/Api.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSet>

#include <algorithm>

namespace segue::models
{

namespace
{

/// Then a list that never keeps still is taken as it is.
constexpr int mostRestarts = 3;

web::Playlist withDetails(web::Playlist playlist, const web::PlaylistDetails &details)
{
    playlist.name = details.name.value_or(playlist.name);
    playlist.description = details.description.value_or(playlist.description);
    playlist.collaborative = details.collaborative.value_or(playlist.collaborative);
    if (details.onProfile || playlist.collaborative)
        playlist.onProfile = details.onProfile.value_or(false) && !playlist.collaborative;
    return playlist;
}

} // namespace

Library::Library(web::Api &api, QObject *parent) : QObject(parent), m_api(api)
{
    connect(&m_api, &web::Api::pausedUntil, this, [this](const QDateTime &until) {
        if (!until.isValid() && m_limited)
            load();
    });
}

void Library::load()
{
    ++m_generation;
    m_loading = true;
    m_limited = false;
    m_api.me(this, [this, generation = m_generation](const Result<web::UserProfile> &result) {
        if (generation != m_generation)
            return;
        if (!result) {
            fail(result.error());
            return;
        }
        m_user = *result;
        Q_EMIT userChanged();
        m_restarts = 0;
        readFromStart();
    });
}

void Library::readFromStart()
{
    m_incoming.clear();
    readPage(0);
}

void Library::readPage(int offset)
{
    m_api.myPlaylists(offset, web::playlistsPageLimit, this,
                      [this, generation = m_generation](const Result<web::PlaylistPage> &result) {
                          if (generation != m_generation)
                              return;
                          if (result) {
                              take(*result);
                              return;
                          }
                          // What has come so far is better than nothing, but never in place of a whole list.
                          if (m_playlists.isEmpty())
                              replaceAll(m_incoming);
                          fail(result.error());
                      });
}

void Library::take(const web::PlaylistPage &page)
{
    if (page.offset > 0 && changedWhileRead(page) && m_restarts < mostRestarts) {
        ++m_restarts;
        readFromStart();
        return;
    }
    if (page.offset == 0)
        m_incomingTotal = page.total;
    m_incoming += page.playlists;
    const auto told = static_cast<int>(page.playlists.size()) + page.holes;
    const int next = page.offset + told;
    if (told > 0 && next < page.total) {
        // The first page is shown at once: it holds what the user looks at most.
        if (m_playlists.isEmpty())
            replaceAll(m_incoming);
        readPage(next);
        return;
    }
    m_loading = false;
    replaceAll(m_incoming);
    m_incoming.clear();
    Q_EMIT loaded();
}

/// Somebody made, deleted or moved a playlist between this page and those before: one of them is missing then, or there
/// twice.
bool Library::changedWhileRead(const web::PlaylistPage &page) const
{
    if (page.total != m_incomingTotal)
        return true;
    QSet<QString> known;
    for (const web::Playlist &playlist : m_incoming)
        known.insert(playlist.id);
    return std::any_of(page.playlists.cbegin(), page.playlists.cend(),
                       [&known](const web::Playlist &playlist) { return known.contains(playlist.id); });
}

void Library::fail(const Error &error)
{
    m_loading = false;
    m_limited = error.kind == ErrorKind::RateLimited;
    Q_EMIT loadFailed(error);
}

void Library::replaceAll(const QList<web::Playlist> &playlists)
{
    // A list that never kept still while its pages were read can name a playlist twice.
    QList<web::Playlist> next;
    QSet<QString> seen;
    for (const web::Playlist &playlist : playlists) {
        if (seen.contains(playlist.id))
            continue;
        seen.insert(playlist.id);
        next.append(playlist);
        // Lists do not tell; what was read of the playlist itself did.
        if (const web::Playlist *known = find(playlist.id); known && playlist.followers < 0)
            next.last().followers = known->followers;
    }
    if (next == m_playlists)
        return;

    const bool grown =
        next.size() > m_playlists.size() && next.mid(0, m_playlists.size()) == m_playlists && !m_playlists.isEmpty();
    if (grown) {
        Q_EMIT aboutToInsert(static_cast<int>(m_playlists.size()), static_cast<int>(next.size()) - 1);
        setPlaylists(next);
        Q_EMIT inserted();
        return;
    }
    Q_EMIT aboutToReset();
    setPlaylists(next);
    Q_EMIT resetDone();
}

void Library::setPlaylists(const QList<web::Playlist> &playlists)
{
    m_playlists = playlists;
    m_indexes.clear();
    for (qsizetype i = 0; i < m_playlists.size(); ++i) {
        m_indexes.insert(m_playlists.at(i).id, static_cast<int>(i));
        m_visited.remove(m_playlists.at(i).id);
    }
}

const web::Playlist *Library::find(const QString &playlistId) const
{
    if (const int index = indexOf(playlistId); index >= 0)
        return &m_playlists.at(index);
    const auto visited = m_visited.constFind(playlistId);
    return visited == m_visited.constEnd() ? nullptr : &*visited;
}

void Library::visit(const web::Playlist &playlist)
{
    if (contains(playlist.id))
        update(playlist);
    else
        m_visited.insert(playlist.id, playlist);
}

Library::Group Library::groupOf(const web::Playlist &playlist) const
{
    if (playlist.collaborative)
        return Group::Collaborative;
    return playlist.ownerId == m_user.id ? Group::Own : Group::Followed;
}

void Library::clear()
{
    ++m_generation;
    m_loading = false;
    m_limited = false;
    m_incoming.clear();
    m_user = {};
    Q_EMIT aboutToReset();
    setPlaylists({});
    m_visited.clear();
    Q_EMIT resetDone();
    Q_EMIT userChanged();
}

void Library::insertFirst(const web::Playlist &playlist)
{
    if (contains(playlist.id)) {
        update(playlist);
        return;
    }
    Q_EMIT aboutToInsert(0, 0);
    setPlaylists(QList<web::Playlist>{playlist} + m_playlists);
    Q_EMIT inserted();
}

void Library::create(const web::PlaylistDetails &details, QObject *context, Done<web::Playlist> done)
{
    m_api.createPlaylist(details, this,
                         [this, generation = m_generation, context = QPointer<QObject>(context),
                          done = std::move(done)](const Result<web::Playlist> &result) {
                             if (result && generation == m_generation)
                                 insertFirst(*result);
                             if (context)
                                 done(result);
                         });
}

void Library::changeDetails(const QString &playlistId, const web::PlaylistDetails &details, QObject *context,
                            Done<web::Playlist> done)
{
    const QPointer<QObject> guard(context);
    m_api.changeDetails(playlistId, details, this,
                        [this, playlistId, details, guard, done = std::move(done)](const Result<Nothing> &result) {
                            if (!result) {
                                if (guard)
                                    done(Unexpected(result.error()));
                                return;
                            }
                            readBack(playlistId, details, guard, done);
                        });
}

/// What was accepted is not always what the service then has. Where it does not tell, what it accepted counts: that was
/// done, whatever became of the reading.
void Library::readBack(const QString &playlistId, const web::PlaylistDetails &accepted,
                       const QPointer<QObject> &context, const Done<web::Playlist> &done)
{
    m_api.playlist(playlistId, this, [this, playlistId, accepted, context, done](const Result<web::Playlist> &told) {
        const web::Playlist *known = find(playlistId);
        const Result<web::Playlist> now = told || !known ? told : withDetails(*known, accepted);
        if (now)
            update(*now);
        if (context)
            done(now);
    });
}

void Library::unfollow(const QString &playlistId, QObject *context, Done<Nothing> done)
{
    m_api.unfollowPlaylist(
        playlistId, this,
        [this, playlistId, guard = QPointer<QObject>(context), done = std::move(done)](const Result<Nothing> &result) {
            const int index = indexOf(playlistId);
            if (result && index >= 0) {
                Q_EMIT aboutToRemove(index);
                QList<web::Playlist> rest = m_playlists;
                rest.removeAt(index);
                setPlaylists(rest);
                Q_EMIT removed();
            }
            if (guard)
                done(result);
        });
}

void Library::follow(const web::Playlist &playlist, QObject *context, Done<Nothing> done)
{
    m_api.followPlaylist(
        playlist.id, this,
        [this, playlist, guard = QPointer<QObject>(context), done = std::move(done)](const Result<Nothing> &result) {
            if (result)
                insertFirst(playlist);
            if (guard)
                done(result);
        });
}

void Library::update(const web::Playlist &playlist)
{
    if (const auto visited = m_visited.find(playlist.id); visited != m_visited.end())
        *visited = playlist;
    const int index = indexOf(playlist.id);
    if (index < 0 || m_playlists.at(index) == playlist)
        return;
    m_playlists[index] = playlist;
    Q_EMIT changed(index);
}

} // namespace segue::models
