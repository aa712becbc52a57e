// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "app/store/JournalEntry.h"

#include <QObject>

#include <optional>

namespace segue::store
{
class Store;
}

namespace segue::playlist
{

class Document;

/// An edit of one playlist that was not finished when the program ended last. GUI thread; the document and the store
/// must outlive it.
class UnfinishedEdit : public QObject
{
    Q_OBJECT

public:
    explicit UnfinishedEdit(Document &document, QObject *parent = nullptr);
    /// Where it is written down; null as at first: nowhere.
    void setStore(store::Store *store) { m_store = store; }

    void set(const store::JournalEntry &entry) { m_entry = entry; }
    [[nodiscard]] const std::optional<store::JournalEntry> &entry() const { return m_entry; }

    /// Now, or once the list has been read: recovered(), if there is anything left of it, then settled().
    void finish();
    /// Forgets it, in the store too; settled(). Cannot be undone.
    void forget();

Q_SIGNALS:
    /// The list is to be `after` now: one step of undo, called `text`.
    void recovered(const segue::playlist::RowList &after, const QString &text);
    void settled();

private:
    void removeFromStore();

    Document &m_document;
    store::Store *m_store = nullptr;
    std::optional<store::JournalEntry> m_entry;
    bool m_finishWanted = false;
};

} // namespace segue::playlist
