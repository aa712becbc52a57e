// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/JournalEntry.h"
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
/// leaves, and that it is at Spotify, afterwards; every list that Spotify was seen to have. GUI thread. The document
/// and the store must outlive it.
///
/// A store that fails does not keep anybody from editing: `failed` says once that edits are not kept, and the next edit
/// tries again.
class EditJournal : public QObject
{
    Q_OBJECT

public:
    /// Without a store (null) everything succeeds and nothing is kept.
    EditJournal(store::Store *store, const Document &document, QObject *parent = nullptr);

    /// Writes the wanted list down; `done` comes when it is on disk, or cannot be, and not inside the call. Of several
    /// calls the last one's `done` alone comes.
    enum class Form {
        Difference, ///< the list at Spotify, and what is wanted instead
        Replacement ///< the wanted list alone: after an interruption it is completed, whatever Spotify has by then
    };
    void keep(const QString &what, std::function<void()> done, Form form = Form::Difference);
    /// Spotify has what is wanted: there is nothing to finish any more.
    void drop();
    /// The list at Spotify becomes a version; `done` (may be null) comes as in keep().
    void remember(store::VersionSource source, const QString &reason, std::function<void()> done = {});

    /// Whether the store took what it was told last.
    [[nodiscard]] bool works() const { return m_store && !m_told; }

    /// Of the document as it is now.
    [[nodiscard]] static store::JournalEntry entryOf(const Document &document, const QString &what,
                                                     Form form = Form::Difference);

Q_SIGNALS:
    void failed(const segue::Error &error);

private:
    void tell(const Result<Nothing> &result);

    store::Store *m_store;
    const Document &m_document;
    bool m_kept = false; ///< there is, or may be, an entry of ours in the store
    bool m_told = false;
    int m_latest = 0;
};

} // namespace segue::playlist
