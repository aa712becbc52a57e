// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditOracle.h"

#include "app/playlist/Document.h"

#include <algorithm>

namespace segue::playlist::test
{

namespace
{

QSet<RowId> setOf(const RowList &list)
{
    return {list.begin(), list.end()};
}

QString told(const StandInRow &row)
{
    return QStringLiteral("%1 (%2 by %3, item %4)")
        .arg(row.uri, row.addedAt.toString(Qt::ISODate), row.addedBy)
        .arg(row.row);
}

/// By which the order of items can be compared.
QHash<qint64, qsizetype> positions(const StandInList &list)
{
    QHash<qint64, qsizetype> at;
    for (qsizetype i = 0; i < list.rows.size(); ++i)
        at.insert(list.rows.at(i).row, i);
    return at;
}

/// All that is known of one URI.
QString copies(const EditOracle::Places &wanted, const StandInList &atSpotify, const QString &uri)
{
    QString text = QStringLiteral(" wanted at");
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i).uri == uri)
            text += QStringLiteral(" %1 (item %2)").arg(i).arg(wanted.at(i).item ? wanted.at(i).item->row : -1);
    }
    text += QStringLiteral(", Spotify has it at");
    for (qsizetype i = 0; i < atSpotify.rows.size(); ++i) {
        if (atSpotify.rows.at(i).uri == uri)
            text += QStringLiteral(" %1 (item %2)").arg(i).arg(atSpotify.rows.at(i).row);
    }
    return text;
}

} // namespace

void EditOracle::meet(const StandInRow &item)
{
    const QString look = item.uri + item.addedAt.toString(Qt::ISODate) + item.addedBy;
    if (m_looks.contains(look))
        m_lookalikes += {item.row, m_looks.value(look)};
    m_looks.insert(look, item.row);
    m_expected.insert(item.row, item.uri);
}

void EditOracle::begin(const Document &document, const StandInList &atSpotify)
{
    *this = {};
    for (qsizetype i = 0; i < atSpotify.rows.size(); ++i) {
        const StandInRow &item = atSpotify.rows.at(i);
        const RowId id = document.wanted().at(static_cast<std::size_t>(i));
        m_items.insert(id, item);
        m_rowNumbers.insert(id, item.row);
        meet(item);
        m_order.append(item.row);
    }
}

void EditOracle::edited(const Document &document, const RowList &before, const RowList &after, bool copiesKept)
{
    const QSet<RowId> had = setOf(before);
    const QSet<RowId> has = setOf(after);
    QSet<QString> gone;
    for (const RowId id : before) {
        if (has.contains(id))
            continue;
        m_items.remove(id);
        gone.insert(document.row(id).uri());
    }
    for (const RowId id : after) {
        if (!had.contains(id))
            m_added.insert(document.row(id).uri());
        if (!copiesKept && gone.contains(document.row(id).uri()))
            m_items.remove(id);
    }
    m_removed.unite(gone);
}

void EditOracle::foreign(const StandInList &before, const StandInList &after)
{
    const QHash<qint64, qsizetype> had = positions(before);
    const QHash<qint64, qsizetype> has = positions(after);
    for (const StandInRow &item : after.rows) {
        if (had.contains(item.row))
            continue;
        m_foreignAdded.insert(item.row);
        meet(item);
    }
    for (const StandInRow &item : before.rows) {
        if (!has.contains(item.row))
            m_expected.remove(item.row);
    }
    if (had.size() != has.size())
        return;
    // A move of a block: between the first and the last position that differ.
    for (const StandInRow &item : after.rows) {
        if (had.value(item.row) != has.value(item.row))
            m_foreignMoved.insert(item.row);
    }
}

EditOracle::Places EditOracle::places(const Document &document, const RowList &wanted) const
{
    Places list;
    for (const RowId id : wanted) {
        const auto known = m_items.constFind(id);
        list.append({document.row(id).uri(), known == m_items.cend() ? std::nullopt : std::optional(*known)});
    }
    return list;
}

QString EditOracle::compareList(const Places &wanted, const StandInList &atSpotify, bool replaced) const
{
    if (wanted.size() != atSpotify.rows.size())
        return QStringLiteral("%1 rows are wanted, Spotify has %2").arg(wanted.size()).arg(atSpotify.rows.size());
    const QHash<qint64, qsizetype> has = positions(atSpotify);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Place &place = wanted.at(i);
        const StandInRow &item = atSpotify.rows.at(i);
        if (place.uri != item.uri)
            return QStringLiteral("position %1: wanted %2, Spotify has %3").arg(i).arg(place.uri, told(item));
        // Nobody can tell copies apart that were added in the same second; but they must all be there.
        if (!replaced && place.item && (!place.item->looksLike(item) || !has.contains(place.item->row)))
            return QStringLiteral("position %1: %2 was only moved, and is %3 now;%4")
                .arg(i)
                .arg(told(*place.item), told(item), copies(wanted, atSpotify, place.uri));
    }
    return {};
}

QString EditOracle::compareScreen(const Document &document, const StandInList &atSpotify)
{
    if (document.size() != atSpotify.rows.size())
        return QStringLiteral("%1 rows on screen, Spotify has %2").arg(document.size()).arg(atSpotify.rows.size());
    for (int i = 0; i < document.size(); ++i) {
        const Row &row = document.rowAt(i);
        const StandInRow &item = atSpotify.rows.at(i);
        if (row.uri() != item.uri)
            return QStringLiteral("position %1: %2 on screen, Spotify has %3").arg(i).arg(row.uri(), told(item));
        if (row.confirmed && (row.entry.addedAt != item.addedAt || row.entry.addedBy != item.addedBy))
            return QStringLiteral("position %1: %2 by %3 on screen, Spotify has %4")
                .arg(i)
                .arg(row.entry.addedAt.toString(Qt::ISODate), row.entry.addedBy, told(item));
    }
    return {};
}

/// Each copy of what nobody removed is there, and no more of what nobody added.
QString EditOracle::compareUris(const StandInList &atSpotify) const
{
    QHash<QString, int> surplus;
    for (const StandInRow &item : atSpotify.rows)
        ++surplus[item.uri];
    for (const QString &uri : m_expected)
        --surplus[uri];
    for (auto uri = surplus.cbegin(); uri != surplus.cend(); ++uri) {
        if (m_removed.contains(uri.key()))
            continue;
        if (uri.value() < 0 || (uri.value() > 0 && !m_added.contains(uri.key())))
            return QStringLiteral("%1 is there %2 times more than it was").arg(uri.key()).arg(uri.value());
    }
    return {};
}

QString EditOracle::compareItems(const StandInList &atSpotify, bool replaced) const
{
    if (replaced)
        return compareUris(atSpotify);
    const QHash<qint64, qsizetype> at = positions(atSpotify);
    for (auto item = m_expected.cbegin(); item != m_expected.cend(); ++item) {
        if (!at.contains(item.key()) && !m_removed.contains(item.value()))
            return QStringLiteral("%1 (item %2%3) is gone, and nobody removed it")
                .arg(item.value())
                .arg(item.key())
                .arg(m_foreignAdded.contains(item.key()) ? QStringLiteral(", somebody else's") : QString());
    }
    for (const StandInRow &item : atSpotify.rows) {
        if (!m_expected.contains(item.row) && !m_added.contains(item.uri) && !m_removed.contains(item.uri))
            return told(item) + QStringLiteral(" was added, and nobody asked for it");
    }
    return {};
}

QString EditOracle::compareOrder(const QSet<RowId> &touched, const StandInList &atSpotify) const
{
    QSet<qint64> moved = m_foreignMoved + m_lookalikes;
    for (const RowId id : touched)
        moved.insert(m_rowNumbers.value(id));
    const QHash<qint64, qsizetype> at = positions(atSpotify);
    qsizetype last = -1;
    for (const qint64 item : m_order) {
        if (moved.contains(item) || !at.contains(item))
            continue;
        if (at.value(item) < last)
            return QStringLiteral("item %1 stands above one that was above it, and nobody moved either").arg(item);
        last = at.value(item);
    }
    return {};
}

} // namespace segue::playlist::test
