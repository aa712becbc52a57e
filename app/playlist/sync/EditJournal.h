// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/sync/JournalBase.h"
#include "app/store/Version.h"

#include <QObject>

namespace segue::store
{
class Store;
}

namespace segue::playlist
{

class Document;

/// What the store is told of one playlist while it is edited: the list that is wanted, before the first call for it
/// leaves, and that it is at Spotify, afterwards; every list that Spotify was seen to have, as a version. GUI thread.
/// The document and the store must outlive it.
///
/// A store that fails does not keep anybody from editing: `failed` says once that edits are not kept, and the next edit
/// tries again.
class EditJournal : public QObject
{
    Q_OBJECT

public:
    /// Without a store, as at first, nothing is kept and nothing is waited for.
    explicit EditJournal(const Document &document, QObject *parent = nullptr);
    void setStore(store::Store *store) { m_store = store; }

    /// What the edit is called that made the wanted list what it is.
    void setWhat(const QString &what) { m_what = what; }

    using Form = JournalForm;
    /// Writes the wanted list down, unless that is done or under way; settled() follows, not inside the call. Before a
    /// Replacement the list at Spotify becomes a version. When Spotify has the list, and no call can change that, it is
    /// drop().
    void keep(Form form = Form::Difference);
    /// A call has left: these are the lists that Spotify may have now, besides the one that it is known to have. An
    /// empty vector once the outcome is known. What is wanted meanwhile is written down with regard to them.
    void setPossible(const std::vector<RowList> &lists) { m_possible = lists; }
    /// Whether calls for the list that is wanted now may leave: it is on disk, or cannot be.
    [[nodiscard]] bool isSettled(Form form = Form::Difference) const;
    /// Whether the list that is wanted now would survive the program.
    [[nodiscard]] bool isKept() const { return m_store && !m_told && isSettled(); }
    /// Spotify has what is wanted: there is nothing to finish any more.
    void drop();
    /// The list at Spotify becomes a version, seen there or made by the edit.
    void remember(store::VersionSource source);

Q_SIGNALS:
    /// isSettled() became true.
    void settled();
    void failed(const segue::Error &error);

private:
    void write();
    void put();
    void written(const Result<Nothing> &result);
    void remember(store::VersionSource source, std::function<void()> done);
    void tell(const Result<Nothing> &result);

    /// A list that was wanted, and how it is written down.
    struct Kept {
        int revision = -1; ///< Document::wantedRevision()
        Form form = Form::Difference;
        [[nodiscard]] bool covers(int wanted, Form needed) const
        {
            return revision == wanted && (form == needed || form == Form::Replacement);
        }
    };

    const Document &m_document;
    store::Store *m_store = nullptr;
    QString m_what;
    Kept m_settled;
    Kept m_asked;           ///< what is to be written
    Kept m_underWay;        ///< what is being written, while m_writing
    bool m_writing = false; ///< one at a time: of many quick edits only the last has to be written
    bool m_entry = false;   ///< there is, or may be, an entry of ours in the store
    std::vector<RowList> m_possible;
    JournalBase m_base;
    bool m_told = false; ///< the store failed, and that has been said
};

} // namespace segue::playlist
