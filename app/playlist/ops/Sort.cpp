// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Sort.h"

#include "app/playlist/ops/Collation.h"
#include "app/playlist/ops/Select.h"

#include <QHash>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

namespace segue::playlist
{

namespace
{

/// One number a row: smaller stands in front.
using Column = std::vector<std::int64_t>;

/// What stands behind everything else.
constexpr std::int64_t noValue = std::numeric_limits<std::int64_t>::max();

/// What a row is sorted by; nothing when that is not known of it.
using Number = std::optional<std::int64_t>;

QString titleOf(const Row &row)
{
    return row.entry.medium ? row.entry.medium->title : QString();
}

QString artistOf(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    return medium && !medium->artists.isEmpty() ? medium->artists.first().name : QString();
}

QString albumOf(const Row &row)
{
    return row.entry.medium ? row.entry.medium->album : QString();
}

QString adderOf(const Row &row)
{
    return row.entry.addedBy;
}

Number dateOf(const Row &row)
{
    return row.entry.addedAt.isValid() ? Number(row.entry.addedAt.toMSecsSinceEpoch()) : Number();
}

Number lengthOf(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    return medium && medium->length.count() > 0 ? Number(medium->length.count()) : Number();
}

Number releaseOf(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    if (!medium || !medium->released.isKnown())
        return {};
    return (medium->released.year * 100 + medium->released.month) * 100 + medium->released.day;
}

Number popularityOf(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    return medium && medium->popularity >= 0 ? Number(medium->popularity) : Number();
}

Number placeOnAlbum(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    if (!medium || medium->album.isEmpty() || medium->trackNumber <= 0)
        return {};
    return (std::int64_t(medium->discNumber) << 16U) + medium->trackNumber;
}

/// Turns what is to be sorted by into columns of numbers, so that comparing two rows touches no text and no collator.
class Columns
{
public:
    Columns(const RowList &list, const RowLookup &row, const SortOptions &options) : m_options(options)
    {
        m_rows.reserve(list.size());
        for (const RowId id : list)
            m_rows.push_back(&row(id));
        for (const SortKey &key : options.keys)
            add(key);
    }

    [[nodiscard]] bool inFront(std::size_t a, std::size_t b) const
    {
        for (const Column &column : m_columns) {
            if (column[a] != column[b])
                return column[a] < column[b];
        }
        return false;
    }

private:
    void add(const SortKey &key)
    {
        switch (key.field) {
        case SortField::Title:
            return addTexts(key.order, true, titleOf);
        case SortField::Artist:
            return addTexts(key.order, true, artistOf);
        case SortField::Album:
            addTexts(key.order, true, albumOf);
            return addWithinAlbums();
        case SortField::DateAdded:
            return addNumbers(key.order, dateOf);
        case SortField::AddedBy:
            return addTexts(key.order, false, adderOf);
        case SortField::Length:
            return addNumbers(key.order, lengthOf);
        case SortField::ReleaseDate:
            return addNumbers(key.order, releaseOf);
        case SortField::Popularity:
            return addNumbers(key.order, popularityOf);
        case SortField::Position:
            return addNumbers(key.order,
                              [position = std::int64_t(0)](const Row &) mutable { return Number(position++); });
        }
    }

    template <typename TextOf>
    void addTexts(Qt::SortOrder order, bool mayHaveArticle, TextOf textOf)
    {
        std::vector<QString> texts;
        texts.reserve(m_rows.size());
        for (const Row *row : m_rows) {
            const QString text = textOf(*row);
            texts.push_back(mayHaveArticle && m_options.ignoreArticles ? withoutArticle(text) : text);
        }
        Column column = collationRanks(texts, m_options.locale);
        for (std::int64_t &value : column)
            value = value < 0 ? noValue : directed(value, order);
        m_columns.push_back(std::move(column));
    }

    template <typename NumberOf>
    void addNumbers(Qt::SortOrder order, NumberOf numberOf)
    {
        Column column;
        column.reserve(m_rows.size());
        for (const Row *row : m_rows) {
            const Number number = numberOf(*row);
            column.push_back(number ? directed(*number, order) : noValue);
        }
        m_columns.push_back(std::move(column));
    }

    /// Albums of one name are kept apart in the order in which they first come; a record is played from its first
    /// disc and track on, whichever way the names go.
    void addWithinAlbums()
    {
        QHash<QString, std::int64_t> albums;
        addNumbers(Qt::AscendingOrder, [&albums](const Row &row) -> Number {
            if (albumOf(row).isEmpty())
                return {};
            const QString &uri = row.entry.medium->albumUri;
            const auto known = albums.constFind(uri);
            return known != albums.cend() ? *known : *albums.insert(uri, albums.size());
        });
        addNumbers(Qt::AscendingOrder, placeOnAlbum);
    }

    static std::int64_t directed(std::int64_t value, Qt::SortOrder order)
    {
        return order == Qt::AscendingOrder ? value : -value;
    }

    const SortOptions &m_options;
    std::vector<const Row *> m_rows;
    std::vector<Column> m_columns;
};

} // namespace

RowList sorted(const RowList &list, const RowLookup &row, const SortOptions &options)
{
    const Columns columns(list, row, options);
    std::vector<std::size_t> order(list.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&columns](std::size_t a, std::size_t b) { return columns.inFront(a, b); });
    RowList out;
    out.reserve(list.size());
    for (const std::size_t index : order)
        out.push_back(list[index]);
    return out;
}

RowList sortedAt(const RowList &list, const std::vector<int> &positions, const RowLookup &row,
                 const SortOptions &options)
{
    return withRowsAt(list, positions, sorted(rowsAt(list, positions), row, options));
}

} // namespace segue::playlist
