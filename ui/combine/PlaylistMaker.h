// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Values.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class OpenPlaylists;

/// Where the making of a playlist stopped.
struct MakeFailure {
    enum class Step {
        Make, ///< there is no playlist
        Add,  ///< it could not be read, or takes no tracks: nothing was added
        Save, ///< Spotify refused the tracks, or some of them
    };
    Step step = Step::Make;
    Error error;
    std::optional<web::Playlist> playlist; ///< unless Step::Make
    std::function<void()> tryAgain;        ///< goes on from there, with the same callbacks
};

/// Makes playlists with tracks in them, and adds tracks to the end of playlists that need not be on the screen. Goes on
/// whatever is shown meanwhile. GUI thread.
class PlaylistMaker : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PlaylistMaker(models::Library &library, OpenPlaylists &open, QObject *parent = nullptr);

    /// Called in this order, each once unless something is tried again; any may be empty.
    struct Steps {
        /// It is in the library, without a track.
        std::function<void(const web::Playlist &playlist)> made;
        /// The tracks are in the wanted list, one step of its undo stack; `first` is the position of the first.
        std::function<void(const web::Playlist &playlist, int first, int count)> added;
        /// Spotify has these of the tracks: ascending indexes of `media`. All, unless the user took them out again.
        std::function<void(const web::Playlist &playlist, const std::vector<int> &arrived)> saved;
        /// The end, but for tryAgain(). Where this is given it is who tells of a refusal, and a page that shows the
        /// playlist does not.
        std::function<void(const MakeFailure &failure)> failed;
    };

    /// Nothing is called once `context` has gone; what was begun is finished all the same.
    void make(const web::PlaylistDetails &details, const QList<web::MediumPtr> &media, QObject *context, Steps steps);
    void add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, QObject *context, Steps steps);

    /// A playlist of the user's own, not on the profile, not collaborative. Name and description are cut to what
    /// Spotify takes.
    [[nodiscard]] static web::PlaylistDetails detailsOf(const QString &name, const QString &description = {});

private:
    struct Task;
    using TaskPtr = std::shared_ptr<Task>;

    void make(const TaskPtr &task);
    void add(const TaskPtr &task);
    void waitUntilSaved(const TaskPtr &task);
    void finish(const TaskPtr &task, const std::optional<Error> &refusal);
    void fail(const TaskPtr &task, const MakeFailure &failure);
    void stopTelling(const TaskPtr &task);

    models::Library &m_library;
    OpenPlaylists &m_open;
};

} // namespace segue::ui
