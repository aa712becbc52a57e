// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/models/IndexReading.h"
#include "app/store/IndexValues.h"
#include "app/web/Values.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace segue::playlist
{
class Editor;
}
namespace segue::store
{
class TrackIndex;
}
namespace segue::web
{
class Api;
}

namespace segue::models
{

class Library;

struct LibraryIndexOptions {
    std::chrono::milliseconds begin{10'000};      ///< after the library: first comes what the user wants to see
    std::chrono::milliseconds pace{1000};         ///< from an answer to the next request
    std::chrono::milliseconds quiet{30'000};      ///< after a pause of Spotify's: its limits count over so long
    std::chrono::milliseconds firstRetry{30'000}; ///< after a failure that passes; doubled each time
    std::chrono::milliseconds lastRetry{900'000};
};

/// Reads what is in the user's playlists into the index, in the background and slowly, so that questions over the whole
/// library have an answer. GUI thread.
///
/// Playlists that the user can edit are read: their own, then those that they edit with others, short ones first, for
/// the most answers soonest. Those that are only followed are not: "my playlists" are not somebody else's, and cleaning
/// up or adding there is not the user's.
///
/// A playlist whose snapshot is the one in the index is not read again; so the next start goes on where this one ended.
/// One request at a time is made, which the scheduler sends only while nobody waits for anything. When Spotify asks for
/// a pause, or cannot be reached, reading waits and goes on by itself. A playlist that fails repeatedly waits until all
/// others have been read; one that is refused, until it changes. A playlist that is open is taken as it is.
class LibraryIndex : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting, ///< the library, or the index itself, has not been read yet
        Reading,
        Waiting,  ///< for Spotify's limit, the network or the index's file, see error(); goes on by itself
        Complete, ///< until a playlist changes
        Stopped,  ///< see error(); goes on when the library is read again
    };

    struct Progress {
        State state = State::Starting;
        int looked = 0; ///< playlists that are in the index, as they were then
        int total = 0;  ///< playlists that are to be in it
    };

    /// All must outlive this.
    LibraryIndex(web::Api &api, Library &library, store::TrackIndex &index, const LibraryIndexOptions &options = {},
                 QObject *parent = nullptr);
    ~LibraryIndex() override;

    /// Begins, once the library is read.
    void start();
    /// A list that has just been read or saved: as Spotify has it, without a request. Nothing when it is not whole, or
    /// has edits that are not saved.
    void take(const playlist::Editor &editor);

    [[nodiscard]] Progress progress() const;
    /// Why it waits, or has stopped.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Whether a playlist is one that is to be in it.
    [[nodiscard]] bool covers(const web::Playlist &playlist) const;
    /// To be asked.
    [[nodiscard]] store::TrackIndex &tracks() const { return m_index; }

Q_SIGNALS:
    /// progress() or error() is another one.
    void progressChanged();
    /// What questions are answered from is another than before.
    void contentChanged();

private:
    /// Whether the index has the playlist as the library tells of it.
    [[nodiscard]] bool isCurrent(const web::Playlist &playlist) const;
    /// Whether it is to be read, now or later.
    [[nodiscard]] bool isWanted(const web::Playlist &playlist) const;
    void takeIndexed(const QList<store::IndexedPlaylist> &playlists);
    void beginAnew();
    void plan();
    void takeChanged(const web::Playlist &playlist);
    void forgetOthers();
    /// Goes on after so long.
    void goOnAfter(std::chrono::milliseconds wait);
    void goOnUnlessBusy();
    void goOn();
    [[nodiscard]] bool beginNext();
    void readPage();
    void takeStep(IndexReading::Step step);
    void failed(const Error &error);
    void waitFor(const Error &error);
    void endReading();
    void queue(const QString &playlistId);
    void keep(const store::IndexedList &list);
    void keepAgain();
    void fileWorks();
    void fileFailed(const Error &error);
    void stopReading();
    void setState(State state, const std::optional<Error> &error = {});
    void pauseUntil(const QDateTime &until);

    web::Api &m_api;
    Library &m_library;
    store::TrackIndex &m_index;
    const LibraryIndexOptions m_options;
    State m_state = State::Starting;
    std::optional<Error> m_error;
    bool m_indexRead = false;
    bool m_libraryRead = false;
    QHash<QString, QString> m_snapshots;         ///< of the indexed playlists, by id
    QHash<QString, QString> m_passed;            ///< snapshots of the library from before a list was taken; by id
    QSet<QString> m_covered;                     ///< ids of the playlists that are to be indexed
    QHash<QString, QString> m_refused;           ///< snapshots that Spotify does not hand over; by id
    QSet<QString> m_postponed;                   ///< ids of those that failed repeatedly: they come after all others
    std::deque<QString> m_waiting;               ///< ids, in the order of reading
    std::unique_ptr<IndexReading> m_reading;     ///< the playlist that is being read
    QHash<QString, int> m_handedOver;            ///< numbers of the lists that the index was given last; by id
    QHash<QString, store::IndexedList> m_unkept; ///< for which its file was too busy; by id
    store::IndexedList m_taken;                  ///< last; the same one comes several times
    int m_lists = 0;
    bool m_forgetAgain = false;
    QTimer m_next;
    QDeadlineTimer m_quiet; ///< nothing is begun before: for Spotify's limit
    std::chrono::milliseconds m_retry;
};

} // namespace segue::models
