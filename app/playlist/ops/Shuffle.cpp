// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Shuffle.h"

#include "app/playlist/ops/Dice.h"
#include "app/playlist/ops/SameText.h"
#include "app/playlist/ops/Select.h"
#include "app/playlist/ops/Spread.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>

namespace segue::playlist
{

namespace
{

/// A number for each distinct text; texts that are empty are each their own.
class Numbers
{
public:
    int of(const QString &text)
    {
        if (text.isEmpty())
            return m_next++;
        const auto known = m_known.constFind(text);
        return known != m_known.cend() ? *known : *m_known.insert(text, m_next++);
    }

private:
    QHash<QString, int> m_known;
    int m_next = 0;
};

QString firstArtist(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    // By name, so that a local file of an artist counts as theirs.
    return medium && !medium->artists.isEmpty() ? sameTextKey(medium->artists.first().name) : QString();
}

/// Local files have albums without an address. Episodes of a show are no album.
QString albumOf(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    if (!medium || medium->kind == web::MediumKind::Episode || medium->album.isEmpty())
        return {};
    return medium->albumUri.isEmpty() ? QString(firstArtist(row) + u'\n' + sameTextKey(medium->album))
                                      : medium->albumUri;
}

std::pair<int, int> placeOnAlbum(const Row &row)
{
    constexpr int last = std::numeric_limits<int>::max();
    const web::MediumPtr &medium = row.entry.medium;
    return medium && medium->trackNumber > 0 ? std::pair<int, int>(medium->discNumber, medium->trackNumber)
                                             : std::pair(last, last);
}

RowList shuffledAlbums(const RowList &list, const RowLookup &row, Dice &dice)
{
    Numbers albums;
    std::vector<RowList> groups;
    for (const RowId id : list) {
        const auto album = static_cast<std::size_t>(albums.of(albumOf(row(id))));
        if (album == groups.size())
            groups.emplace_back();
        groups[album].push_back(id);
    }
    dice.shuffle(groups);
    RowList out;
    out.reserve(list.size());
    for (RowList &group : groups) {
        std::stable_sort(group.begin(), group.end(),
                         [&row](RowId a, RowId b) { return placeOnAlbum(row(a)) < placeOnAlbum(row(b)); });
        out.insert(out.end(), group.begin(), group.end());
    }
    return out;
}

RowList spreadArtists(const RowList &list, const RowLookup &row, Dice &dice)
{
    Numbers artists;
    std::vector<int> kinds;
    kinds.reserve(list.size());
    for (const RowId id : list)
        kinds.push_back(artists.of(firstArtist(row(id))));
    RowList out;
    out.reserve(list.size());
    for (const int index : spread(kinds, dice))
        out.push_back(list[static_cast<std::size_t>(index)]);
    return out;
}

} // namespace

RowList shuffled(const RowList &list, const RowLookup &row, const ShuffleOptions &options)
{
    Dice dice(options.seed);
    switch (options.kind) {
    case ShuffleKind::Albums:
        return shuffledAlbums(list, row, dice);
    case ShuffleKind::SpreadArtists:
        return spreadArtists(list, row, dice);
    case ShuffleKind::Rows:
        break;
    }
    RowList out = list;
    dice.shuffle(out);
    return out;
}

RowList shuffledAt(const RowList &list, const std::vector<int> &positions, const RowLookup &row,
                   const ShuffleOptions &options)
{
    return withRowsAt(list, positions, shuffled(rowsAt(list, positions), row, options));
}

} // namespace segue::playlist
