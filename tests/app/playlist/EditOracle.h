// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/playlist/EditRig.h"

#include <QHash>
#include <QSet>

namespace segue::playlist
{
class Document;
}

namespace segue::playlist::test
{

/// Knows which items of the stand-in must still be the same ones (neither gone nor removed and added again), and what
/// the list must be, by what the user and somebody else did since everything was last saved.
class EditOracle
{
public:
    /// One position of a list that is wanted.
    struct Place {
        QString uri;
        std::optional<StandInRow> item; ///< what must stand there: this very item, or one that looks like it
    };
    using Places = QList<Place>;

    /// Screen and Spotify agree: a new beginning.
    void begin(const Document &document, const StandInList &atSpotify);
    /// A verb made `after` of `before`. `copiesKept`: removing one copy leaves the others as they are.
    void edited(const Document &document, const RowList &before, const RowList &after, bool copiesKept);
    /// Somebody else made `after` of `before`.
    void foreign(const StandInList &before, const StandInList &after);

    /// The list that is wanted, to be compared with Spotify's later; also once the document is gone.
    [[nodiscard]] Places places(const Document &document, const RowList &wanted) const;

    // Each returns what is wrong, or nothing. `replaced`: the user chose to have the list replaced, so that every item
    // may be another one of the same URI.
    /// The list is this one, and what was only moved is the item that it was.
    [[nodiscard]] QString compareList(const Places &wanted, const StandInList &atSpotify, bool replaced) const;
    /// The screen shows what Spotify has, dates too.
    [[nodiscard]] static QString compareScreen(const Document &document, const StandInList &atSpotify);
    /// Holds whatever happened meanwhile: what the user did not remove, and nobody else did, is the item that it was;
    /// what is new was asked for.
    [[nodiscard]] QString compareItems(const StandInList &atSpotify, bool replaced) const;
    /// Items that nobody could mistake for others and that were neither `touched` by the user nor moved by somebody
    /// else stand in the order that they had.
    [[nodiscard]] QString compareOrder(const QSet<RowId> &touched, const StandInList &atSpotify) const;

private:
    [[nodiscard]] QString compareUris(const StandInList &atSpotify) const;
    void meet(const StandInRow &item);

    QHash<RowId, StandInRow> m_items;  ///< rows that never left the list since, and need not have been added again
    QHash<RowId, qint64> m_rowNumbers; ///< of all rows at the beginning
    QHash<qint64, QString> m_expected; ///< items that were there, or were added by somebody else, and their URIs
    QList<qint64> m_order;             ///< of the items at the beginning
    QSet<qint64> m_foreignAdded;
    QSet<qint64> m_foreignMoved;
    QHash<QString, qint64> m_looks; ///< what an item looks like, and the last one that does
    QSet<qint64> m_lookalikes;      ///< items of which there is another one that nobody can tell apart
    QSet<QString> m_removed;        ///< URIs of which the user took rows away
    QSet<QString> m_added;          ///< URIs of which the user brought rows in
};

} // namespace segue::playlist::test
