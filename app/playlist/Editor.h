// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/Rows.h"
#include "app/playlist/sync/Refusal.h"
#include "app/playlist/sync/SaveStatus.h"
#include "app/playlist/sync/SaveWay.h"
#include "app/store/JournalEntry.h"
#include "app/web/Call.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace segue::store
{
class Store;
}
namespace segue::web
{
class Api;
}

namespace segue::playlist
{

class Document;
class EditJournal;
class FirstReading;
class ListCopy;
class ListReader;
class Synchronizer;
class UnfinishedEdit;

/// One open playlist with everything that belongs to it: document, reading, saving, undo. This is what models
/// and windows talk to. GUI thread. The Api must outlive it.
///
/// Positions are those on screen (of the wanted list). Every verb is one step of undoStack(), is visible when it
/// returns, and goes to Spotify by itself. Verbs on a playlist that may not be edited do nothing and return false.
class Editor : public QObject
{
    Q_OBJECT

public:
    Editor(web::Api &api, const web::Playlist &playlist, const QString &userId, QObject *parent = nullptr);
    ~Editor() override;

    [[nodiscard]] Document &document() const { return *m_document; }
    /// Others may push steps of their own, about something else than the list.
    [[nodiscard]] QUndoStack &undoStack() { return m_undoStack; }
    [[nodiscard]] const web::Playlist &details() const;
    /// Of the list that Spotify has, as far as is known; empty when it is not. As little to be trusted as any snapshot.
    [[nodiscard]] QString listSnapshot() const;
    [[nodiscard]] SaveStatus saveStatus() const;
    [[nodiscard]] bool hasUnsavedEdits() const;
    /// Whether unsaved edits are in the store, and so come back at the next start.
    [[nodiscard]] bool isKept() const;

    /// The account's, as it was given.
    [[nodiscard]] web::Api &api() const { return m_api; }

    /// Names this opening of the playlist: row ids mean nothing in any other. Random.
    [[nodiscard]] const QString &key() const { return m_key; }

    /// Empty when the user may edit; otherwise a sentence that says why not.
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] bool isEditable() const { return readOnlyReason().isEmpty(); }

    /// Reads details and entries; `loadFailed` or Document::completed ends it. The entries come from the store when it
    /// has those of the snapshot that Spotify tells. Once everything has been read, it reads the list again (F5), and
    /// edits that are not saved yet survive that. Where a rate limit kept it from reading, it goes on by itself.
    void load();
    /// Asks Spotify whether the playlist is still the one we know, and reads it again when it is not: for moments when
    /// somebody else may have changed it. At most one question in 15 s, or what setCheckInterval() says.
    void lookForChanges();
    void setCheckInterval(std::chrono::milliseconds interval) { m_checkInterval = interval; }
    /// Where edits are kept until Spotify has them, lists that were seen or made as versions, and the latest one that
    /// was read, to open the playlist from. Before load(). Without one (as at first), nothing is kept.
    void setStore(store::Store *store);
    /// An edit of this playlist that was not finished when the program ended last. The next edit finishes it first.
    void setUnfinished(const store::JournalEntry &entry);
    [[nodiscard]] const std::optional<store::JournalEntry> &unfinished() const;
    /// Makes it one step of the undo stack: now, or once the list has been read.
    void finishUnfinished();
    /// Forgets it, in the store too. Cannot be undone.
    void discardUnfinished();
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] std::optional<Error> loadError() const;
    /// These positions are on screen: read them before anything else.
    void wantVisible(int first, int last);

    // -- verbs ---------------------------------------------------------------------------------------------

    /// Brings the rows together, in their order, in front of the row that is now at `before` (size() = the end).
    bool moveRows(std::vector<int> positions, int before);
    /// One row up (−1) or down (+1), each block of the selection by itself. Returns the new positions, which are
    /// the old ones when nothing could move.
    std::vector<int> nudgeRows(std::vector<int> positions, int delta);
    /// Names the step of undo, for so many rows; null: "Remove 3 tracks".
    using Naming = std::function<QString(int count)>;
    bool removeRows(std::vector<int> positions, const Naming &name = {});
    /// The same rows in another order. `touched` are those that undo and redo select afterwards. False as well when
    /// nothing would change, or when `order` is not one of the list on screen.
    bool arrange(const RowList &order, const RowList &touched, const QString &text);
    /// Inserts tracks and episodes at a position. Only `medium->uri` matters; what else is known is shown until
    /// Spotify has told more. Local files and what would exceed 10,000 items are refused whole, with `refused`.
    bool insertMedia(int before, const QList<web::MediumPtr> &media);
    /// Another track for a row that is on screen.
    struct ReplacedRow {
        int position = 0;
        web::MediumPtr medium; ///< as with insertMedia()
    };
    /// Puts other tracks exactly where these rows are, which go; each position at most once. The new rows are added, so
    /// they are dated today. Local files are refused whole, with `refused`. Rows that cannot be removed stay, and
    /// nothing is put in their place. `name` as with removeRows(): "Replace 3 tracks".
    bool replaceRows(const QList<ReplacedRow> &rows, const Naming &name = {});
    /// A row that is on screen now, by its position, or one to be added.
    struct ListedRow {
        int position = -1;     ///< −1: to be added
        web::MediumPtr medium; ///< of a row to be added; as with insertMedia()
    };
    /// Another list altogether; each position at most once, those left out are removed. False as well when nothing
    /// would change or not everything has been read. More than 10,000 rows are refused, with `refused`.
    bool restore(const QList<ListedRow> &rows, const QString &text);

    /// Rows among these that the service cannot remove by themselves, or only at the price of the other copies'
    /// dates; to be asked before removeRows().
    struct RemovalCost {
        int copiesLosingDate = 0; ///< other copies of the same tracks, removed and added again
        int impossible = 0;       ///< null entries and, without positions, local files: would stay
    };
    [[nodiscard]] RemovalCost costOfRemoving(const std::vector<int> &positions) const;

    /// Goes on after Held, or at once instead of waiting.
    void resume();
    /// Wanted becomes what Spotify has, once the call under way is answered (also ends Held). One step of undo.
    void discardUnsaved();
    /// How orders that take many calls are saved; nothing (the default of windows, not of this class): choiceNeeded()
    /// asks each time.
    void setSaveWay(std::optional<SaveWay> way);
    /// While saveStatus() is Choosing: what there is to choose from, and the answer.
    [[nodiscard]] std::optional<SaveChoice> saveChoice() const;
    void choose(SaveWay way);
    /// See Synchronizer::setRetryDelays(); for tests.
    void setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest);

Q_SIGNALS:
    void saveStatusChanged();
    void loadProgress(int loaded, int total);
    void loadFailed(const segue::Error &error);
    void editabilityChanged();
    /// A write was refused for good; the list on screen is again what Spotify has. `what` names the edit
    /// ("Move 3 tracks"). retryRefused() does it again.
    void refused(const segue::Error &error, const QString &what);
    /// unfinished() is finished or forgotten.
    void unfinishedSettled();
    /// The store does not work: edits that are not at Spotify yet would not survive the program. Once, until it works.
    void notKept(const segue::Error &error);
    /// See Synchronizer::choiceNeeded().
    void choiceNeeded(const segue::playlist::SaveChoice &choice);
    /// Somebody else's changes were merged in.
    void mergedForeignChanges(int added, int removed, int moved);
    /// A step was undone or redone, which put these rows where they are now (sorted; without those that are gone).
    void stepped(const std::vector<int> &positions);

public Q_SLOTS:
    void retryRefused();

public:
    /// What the latest refusal, if retryRefused() would do anything, left undone; see textOf().
    [[nodiscard]] QString refusedText() const;

private:
    friend class EditCommand;
    void push(const RowList &after, const RowList &touched, const QString &text);
    /// Makes of the wanted list what the edit from `before` to `after` makes of it.
    void apply(const RowList &before, const RowList &after);
    void announce(const RowList &touched);
    void readDetails();
    void readEntries();
    void onRefused(const Error &error);
    /// What the latest step is called that changed the list and has not been undone.
    [[nodiscard]] QString latestEdit() const;
    /// Refuses what was not even tried: there is nothing to retry.
    void refuseAtOnce(const Error &error, const QString &what);
    /// Refuses with a sentence when the playlist may not be edited.
    [[nodiscard]] bool checkEditable(const QString &what);
    /// Whether a remove call can name it.
    [[nodiscard]] bool canRemove(int position) const;
    /// A row for what the user adds, dated now; not in the list yet.
    [[nodiscard]] RowId newRow(const web::MediumPtr &medium);

    web::Api &m_api;
    const QString m_userId;
    const QString m_key;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ListReader> m_reader;
    std::unique_ptr<FirstReading> m_firstReading;
    std::unique_ptr<ListCopy> m_copy;
    std::unique_ptr<EditJournal> m_journal;
    std::unique_ptr<Synchronizer> m_synchronizer;
    QUndoStack m_undoStack;
    web::Call m_detailsCall;
    std::optional<Error> m_loadError;
    std::unique_ptr<UnfinishedEdit> m_unfinished;
    QElapsedTimer m_sinceCheck;
    std::chrono::milliseconds m_checkInterval{15'000};
    Refusal m_refusal;
};

} // namespace segue::playlist
