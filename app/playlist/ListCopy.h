// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/CachedList.h"

#include <QObject>

#include <optional>

namespace segue::store
{
class Store;
}

namespace segue::playlist
{

class Document;
class FirstReading;

/// The copy of one playlist's list in the store: the document is filled from it when Spotify tells that the list is
/// still that one, and what was read goes there for the next time. GUI thread. The document, its reading and the
/// store must outlive it.
///
/// A snapshot id belongs to a list only when it was told before the list was read: it may then be too old, which costs
/// nothing but another reading, never too new. Lists that our own calls made are not kept, because what somebody else
/// did at the same time would be missing from them; nor is what was kept before such calls, because Spotify may go on
/// telling its snapshot id for a while (see Store::putUnfinished()).
class ListCopy : public QObject
{
    Q_OBJECT

public:
    ListCopy(Document &document, FirstReading &reading, QObject *parent = nullptr);
    /// Without one, as at first, there is no copy.
    void setStore(store::Store *store) { m_store = store; }

    /// Looks whether the document can be filled; ends with opened() or notThere(), the latter inside the call when
    /// there is no store. Spotify has to be asked at the same time, see told().
    void open();
    [[nodiscard]] bool isOpening() const { return m_stage != Stage::Idle; }
    /// Spotify tells that the playlist has this snapshot; empty when it does not answer.
    void told(const QString &snapshotId);

    /// All pages are about to be asked for, in the document's place.
    void readingBegins();
    /// They have been read: the document has the list.
    void readingEnded();
    /// The list that the document has at Spotify was read again, after this snapshot id was told.
    void keep(const QString &snapshotId);

Q_SIGNALS:
    /// Every row of the document is there. After Document::completed.
    void opened();
    /// The list has to be read.
    void notThere();

private:
    enum class Stage { Idle, Looking, Waiting, Filling };

    void found(const Result<std::optional<store::CachedList>> &result);
    void compare();
    void giveUp();
    void fill();
    void fillSome();

    Document &m_document;
    FirstReading &m_reading;
    store::Store *m_store = nullptr;
    Stage m_stage = Stage::Idle;
    std::optional<QString> m_told;           ///< since open()
    std::optional<store::CachedList> m_copy; ///< while Waiting for what Spotify tells, and Filling
    int m_filled = 0;                        ///< rows, while Filling
    QString m_toldBefore;                    ///< before the reading that is under way
    QDateTime m_readAt;                      ///< when the oldest of what is known of the rows was read
};

} // namespace segue::playlist
