// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Api.h"
#include "tests/support/HeldAnswers.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <deque>

namespace segue::test
{

/// An Api without a network: playlists in memory, answered through the event loop, with faults on order. It does
/// what the API pages promise and nothing more; the stand-in is the faithful one.
class FakeApi : public web::Api
{
    Q_OBJECT

public:
    explicit FakeApi(QObject *parent = nullptr);

    using Fault = HeldAnswers::Fault;

    /// A playlist of ours with `count` tracks "spotify:track:t0" … (or those named), dated a minute apart.
    web::Playlist &addPlaylist(const QString &id, int count);
    web::Playlist &addPlaylist(const QString &id, const QStringList &uris);
    [[nodiscard]] QList<web::PlaylistEntry> &entriesOf(const QString &id) { return m_entries[id]; }
    /// What the library will tell of it; for one that is there.
    [[nodiscard]] web::Playlist &detailsOf(const QString &id) { return m_playlists[indexOf(id)]; }
    [[nodiscard]] QStringList urisOf(const QString &id) const;
    [[nodiscard]] static web::PlaylistEntry entry(const QString &uri, const QDateTime &addedAt = {});
    [[nodiscard]] static Error error(ErrorKind kind, int status = 0);

    /// The next writes (reorder, add, remove) end so.
    void failNextWrite(const Fault &fault) { m_writeFaults.push_back(fault); }
    /// The next reads of entries end so.
    void failNextRead(const Error &error) { m_readFaults.push_back(error); }
    /// The next searches end so.
    void failNextSearch(const Error &error) { m_searchFaults.push_back(error); }
    QHash<QString, QList<web::MediumPtr>> searchResults; ///< by query; nothing is found by any other
    /// The next reads of the user's playlists end so.
    void failNextLibrary(const Error &error) { m_libraryFaults.push_back(error); }
    /// As somebody else: the user's playlists and their order.
    void changeLibrary(const std::function<void(QList<web::Playlist> &)> &change) { change(m_playlists); }
    /// As somebody else: the playlist has another snapshot afterwards.
    void editElsewhere(const QString &id, const std::function<void(QList<web::PlaylistEntry> &)> &change);
    /// The next changes of details are not made.
    void failNextDetails(const Error &error) { m_detailsFaults.push_back(error); }
    bool forgetsOnProfile = false; ///< accepts that change, and does not make it
    /// The next playlists are not made.
    void failNextCreate(const Error &error) { m_createFaults.push_back(error); }
    /// What Spotify tells of items that are in no playlist; of all others it has nothing to tell.
    QHash<QString, web::MediumPtr> catalogue;
    int perCall = 50; ///< mediaPerCall()
    /// The next look-ups of media end so.
    void failNextMedia(const Error &error) { m_mediaFaults.push_back(error); }
    /// Answers wait until release() (or hold(false)).
    void hold(bool on) { m_answers.hold(on); }
    void release(int count = 1) { m_answers.release(count); }
    [[nodiscard]] int heldCount() const { return m_answers.heldCount(); }

    /// "reorder p 3 1 0", "add p 0 uri,uri", "remove p uri", "entries p 0 50 visible", "market p 0 50", "links p 0
    /// 50", "search isrc:…", in the order of the calls.
    QStringList log;
    [[nodiscard]] QStringList writes() const;
    bool positionsHonoured = false;
    QSet<QString> outside;       ///< ids of playlists that are there, and not in the user's library
    bool playabilityTold = true; ///< otherwise by entriesInMarket() alone
    std::optional<bool> reduced; ///< isReduced()
    web::UserProfile user;

    web::Call me(QObject *context, Done<web::UserProfile> done) override;
    web::Call myPlaylists(int offset, int limit, QObject *context, Done<web::PlaylistPage> done) override;
    web::Call playlist(const QString &id, QObject *context, Done<web::Playlist> done) override;
    web::Call entries(const QString &playlistId, int offset, int limit, web::Priority priority, QObject *context,
                      Done<web::EntryPage> done) override;
    web::Call entriesInMarket(const QString &playlistId, int offset, int limit, web::Priority priority,
                              QObject *context, Done<web::EntryPage> done) override;
    web::Call entryLinks(const QString &playlistId, int offset, int limit, QObject *context,
                         Done<web::EntryPage> done) override;
    [[nodiscard]] bool tellsPlayability() const override { return playabilityTold; }
    web::Call searchTracks(const web::SearchCall &search, web::Priority priority, QObject *context,
                           Done<web::TrackSearchPage> done) override;
    web::Call createPlaylist(const web::PlaylistDetails &details, QObject *context, Done<web::Playlist> done) override;
    web::Call changeDetails(const QString &id, const web::PlaylistDetails &details, QObject *context,
                            Done<Nothing> done) override;
    web::Call reorder(const QString &playlistId, const web::ReorderCall &move, QObject *context,
                      Done<QString> done) override;
    web::Call replaceItems(const QString &playlistId, const QStringList &uris, QObject *context,
                           Done<QString> done) override;
    web::Call addItems(const QString &playlistId, const QStringList &uris, int position, QObject *context,
                       Done<QString> done) override;
    web::Call removeItems(const QString &playlistId, const QList<web::RemoveTarget> &targets, const QString &snapshotId,
                          QObject *context, Done<QString> done) override;
    web::Call coverImages(const QString &playlistId, QObject *context, Done<QList<web::Image>> done) override;
    web::Call uploadCover(const QString &playlistId, const QByteArray &jpeg, Progress progress, QObject *context,
                          Done<Nothing> done) override;
    web::Call media(const QStringList &uris, web::Priority priority, QObject *context,
                    Done<QList<web::MediumPtr>> done) override;
    [[nodiscard]] int mediaPerCall() const override { return perCall; }
    web::Call followsPlaylist(const QString &id, QObject *context, Done<bool> done) override;
    web::Call followPlaylist(const QString &id, QObject *context, Done<Nothing> done) override;
    web::Call unfollowPlaylist(const QString &id, QObject *context, Done<Nothing> done) override;
    [[nodiscard]] bool honoursPositions() const override { return positionsHonoured; }
    [[nodiscard]] std::optional<bool> isReduced() const override { return reduced; }

    QHash<QString, QByteArray> uploadedCovers;

Q_SIGNALS:
    /// Some call's outcome has been told.
    void answered();

private:
    template <typename T>
    web::Call answer(QObject *context, Done<T> done, Result<T> result);
    web::Call readAll(const QString &playlistId, int offset, int limit, QObject *context, Done<web::EntryPage> done);
    template <typename Change>
    web::Call write(const QString &playlistId, QObject *context, Done<QString> done, Change change);
    [[nodiscard]] int indexOf(const QString &id) const;
    [[nodiscard]] Result<web::Playlist> find(const QString &id) const;

    QList<web::Playlist> m_playlists;
    QHash<QString, QList<web::PlaylistEntry>> m_entries;
    std::deque<Fault> m_writeFaults;
    std::deque<Error> m_readFaults;
    std::deque<Error> m_createFaults;
    std::deque<Error> m_detailsFaults;
    std::deque<Error> m_mediaFaults;
    std::deque<Error> m_searchFaults;
    std::deque<Error> m_libraryFaults;
    HeldAnswers m_answers;
    int m_snapshot = 0;
    int m_created = 0;
};

} // namespace segue::test
