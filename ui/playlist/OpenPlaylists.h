// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/SaveWay.h"
#include "app/web/Values.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace segue::web
{
class Api;
}
namespace segue::models
{
class Library;
class TrackListModel;
} // namespace segue::models
namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

/// A playlist that has been opened, with what the view needs to come back to it.
struct OpenPlaylist {
    std::unique_ptr<playlist::Editor> editor;
    std::unique_ptr<models::TrackListModel> tracks;
    int scrollValue = 0;
    int currentRow = -1;
    bool waitedFor = false; ///< an edit is to be made once it has been read: not closed before

    OpenPlaylist();
    ~OpenPlaylist();
};

/// The playlists that have been opened: those with edits that Spotify does not have yet stay until it has them, and a
/// few more so that going back is instant and undo is still there. GUI thread.
class OpenPlaylists : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    OpenPlaylists(web::Api &api, models::Library &library, QObject *parent = nullptr);
    ~OpenPlaylists() override;

    /// Opens and begins to read it, or returns the one that is open. Valid until another playlist is opened, or longer:
    /// the latest one always stays.
    OpenPlaylist *open(const web::Playlist &playlist);
    /// As open(), but what is the latest one stays the latest, and this one stays open for as long as `waitedFor`,
    /// which it sets: for an edit of a playlist that is not to be shown.
    OpenPlaylist *openBehind(const web::Playlist &playlist);
    /// Without regard to edits; for playlists that are gone.
    void close(const QString &playlistId);

    [[nodiscard]] QList<playlist::Editor *> unsaved() const;

    /// Of those that are open and those to come; see Editor::setSaveWay().
    void setSaveWay(std::optional<playlist::SaveWay> way);

Q_SIGNALS:
    /// Some playlist's saving went on.
    void saveStatusChanged();

private:
    [[nodiscard]] OpenPlaylist *findOrMake(const web::Playlist &playlist);
    void connectTo(OpenPlaylist &open);
    void tellLibrary(const playlist::Editor &editor);
    void dropOld();

    static constexpr std::size_t mostKept = 4;

    web::Api &m_api;
    models::Library &m_library;
    std::optional<playlist::SaveWay> m_saveWay;
    std::vector<std::unique_ptr<OpenPlaylist>> m_open; ///< latest last
};

} // namespace segue::ui
