// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Values.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace segue::web
{
class Api;
}

namespace segue::models
{

/// The playlists of the user's library, and the verbs on whole playlists. GUI thread.
class Library : public QObject
{
    Q_OBJECT

public:
    enum class Group { Own, Collaborative, Followed };
    Q_ENUM(Group)

    explicit Library(web::Api &api, QObject *parent = nullptr);

    /// Reads the profile and all pages of playlists; again to refresh. Ends with loaded() or loadFailed(). Begins again
    /// by itself when a rate limit that kept it from reading is over.
    void load();
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] const web::UserProfile &user() const { return m_user; }
    /// In the user's own order.
    [[nodiscard]] const QList<web::Playlist> &playlists() const { return m_playlists; }
    /// In playlists(); −1 for others.
    [[nodiscard]] int indexOf(const QString &playlistId) const { return m_indexes.value(playlistId, -1); }
    [[nodiscard]] bool contains(const QString &playlistId) const { return m_indexes.contains(playlistId); }
    /// In the library, or only visited; null when neither. Valid until something here changes.
    [[nodiscard]] const web::Playlist *find(const QString &playlistId) const;
    /// Knows a playlist from now on that is not in the library, because somebody has a link to it.
    void visit(const web::Playlist &playlist);
    [[nodiscard]] Group groupOf(const web::Playlist &playlist) const;
    /// Removes everything (signed out).
    void clear();

    // Each verb reports once to `done`; the list changes when the service has agreed, before `done` is called.
    void create(const web::PlaylistDetails &details, QObject *context, Done<web::Playlist> done);
    /// Reads the playlist back afterwards: Spotify sometimes accepts a change and ignores it. The outcome holds
    /// what it has now; what was accepted, when it cannot be read.
    void changeDetails(const QString &playlistId, const web::PlaylistDetails &details, QObject *context,
                       Done<web::Playlist> done);
    void unfollow(const QString &playlistId, QObject *context, Done<Nothing> done);
    void follow(const web::Playlist &playlist, QObject *context, Done<Nothing> done);
    /// What another part of the program learned (a cover, a count, a name); ignored for unknown playlists. Of one that
    /// is only visited no signal tells.
    void update(const web::Playlist &playlist);

Q_SIGNALS:
    void aboutToReset();
    void resetDone();
    void aboutToInsert(int first, int last);
    void inserted();
    void aboutToRemove(int index);
    void removed();
    void changed(int index);
    void userChanged();
    void loaded();
    void loadFailed(const segue::Error &error);

private:
    void readFromStart();
    void readPage(int offset);
    void take(const web::PlaylistPage &page);
    [[nodiscard]] bool changedWhileRead(const web::PlaylistPage &page) const;
    void fail(const Error &error);
    void replaceAll(const QList<web::Playlist> &playlists);
    void insertFirst(const web::Playlist &playlist);
    void setPlaylists(const QList<web::Playlist> &playlists);
    void readBack(const QString &playlistId, const web::PlaylistDetails &accepted, const QPointer<QObject> &context,
                  const Done<web::Playlist> &done);

    web::Api &m_api;
    web::UserProfile m_user;
    QList<web::Playlist> m_playlists;
    QHash<QString, int> m_indexes; ///< of m_playlists, by id
    QHash<QString, web::Playlist> m_visited;
    QList<web::Playlist> m_incoming;
    int m_incomingTotal = 0; ///< as the first of the pages said
    int m_restarts = 0;      ///< of load(), because pages did not belong to one list
    bool m_loading = false;
    bool m_limited = false; ///< load() failed, and is due when the service takes requests again
    int m_generation = 0;   ///< answers of an earlier load() or another account are not listened to
};

} // namespace segue::models
