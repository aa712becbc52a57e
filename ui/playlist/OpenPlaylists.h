// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/playlist/sync/SaveWay.h"
#include "app/store/JournalEntry.h"
#include "app/web/Values.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>
#include <vector>

namespace segue::store
{
class Store;
}
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
class PlayabilityMarks;
} // namespace segue::playlist

namespace segue::ui
{

/// A playlist that has been opened, with what the view needs to come back to it.
struct OpenPlaylist {
    std::unique_ptr<playlist::Editor> editor;
    std::unique_ptr<playlist::PlayabilityMarks> marks;
    std::unique_ptr<models::TrackListModel> tracks;
    int scrollValue = 0;
    int currentPosition = -1;
    bool waitedFor = false; ///< an edit is to be made once it has been read: not closed before
    std::shared_ptr<void> holds = std::make_shared<char>();   ///< copies of it are in HeldPlaylists
    std::shared_ptr<void> tellers = std::make_shared<char>(); ///< see OpenPlaylists::tellRefusals()

    /// Whether somebody tells what is refused of it, so that a page that shows it need not.
    [[nodiscard]] bool refusalsAreTold() const { return tellers.use_count() > 1; }

    OpenPlaylist();
    ~OpenPlaylist();
};

/// A playlist that is not closed to make room for others for as long as this or a copy of it lives.
struct HeldPlaylist {
    QPointer<playlist::Editor> editor; ///< null once the playlist has gone from the library
    std::shared_ptr<void> hold;
};

/// The playlists that have been opened: those with edits that Spotify does not have yet stay until it has them, and a
/// few more so that going back is instant and undo is still there. GUI thread.
class OpenPlaylists : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    OpenPlaylists(web::Api &api, models::Library &library, QObject *parent = nullptr);
    /// Keeps the edits of those to come; must outlive this.
    void setStore(store::Store *store) { m_store = store; }
    ~OpenPlaylists() override;

    /// Opens and begins to read it, or returns the one that is open. Valid until another playlist is opened, or longer:
    /// the latest one always stays.
    OpenPlaylist *open(const web::Playlist &playlist);
    /// As open(), but what is the latest one stays the latest, and this one stays open for as long as `waitedFor`,
    /// which it sets: for an edit of a playlist that is not to be shown.
    OpenPlaylist *openBehind(const web::Playlist &playlist);
    /// Opens and begins to read it like openBehind(), for several that need it at the same time.
    [[nodiscard]] HeldPlaylist hold(const web::Playlist &playlist);
    /// As long as a copy of this lives, its holder tells what is refused of that playlist. Null for one that is not
    /// open.
    [[nodiscard]] std::shared_ptr<void> tellRefusals(const playlist::Editor &editor) const;
    /// Null for one that is not open. Valid as long as what open() returns.
    [[nodiscard]] playlist::Editor *editorOf(const QString &playlistId) const;
    /// Without regard to edits; for playlists that are gone.
    void close(const QString &playlistId);

    [[nodiscard]] QList<playlist::Editor *> unsaved() const;

    /// An edit left from the last time, for the editor of its playlist, open or to come; see Editor::setUnfinished().
    void setUnfinished(const store::JournalEntry &entry);
    [[nodiscard]] std::optional<store::JournalEntry> unfinishedOf(const QString &playlistId) const;
    /// False when the playlist is not open: then the entry in the store is the caller's to remove.
    bool discardUnfinished(const QString &playlistId);

    /// Of those that are open and those to come; see Editor::setSaveWay().
    void setSaveWay(std::optional<playlist::SaveWay> way);

Q_SIGNALS:
    /// Some playlist's saving went on.
    void saveStatusChanged();
    /// Some playlist asks how to save; see Editor::choiceNeeded().
    void choiceNeeded();
    /// The playlist's edit from the last time is finished, or forgotten.
    void unfinishedSettled(const QString &playlistId);
    /// The list has been read whole, or saved: Spotify has it as the editor does.
    void settled(const segue::playlist::Editor &editor);
    /// See Editor::notKept().
    void notKept(const segue::Error &error);

private:
    [[nodiscard]] OpenPlaylist *findOrMake(const web::Playlist &playlist);
    void connectTo(OpenPlaylist &open);
    void settle(const playlist::Editor &editor);
    void tellLibrary(const playlist::Editor &editor);
    void dropOld();

    static constexpr std::size_t mostKept = 4;

    web::Api &m_api;
    models::Library &m_library;
    store::Store *m_store = nullptr;
    QHash<QString, store::JournalEntry> m_unfinished; ///< by playlist
    std::optional<playlist::SaveWay> m_saveWay;
    std::vector<std::unique_ptr<OpenPlaylist>> m_open; ///< latest last
};

} // namespace segue::ui
