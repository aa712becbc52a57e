// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/Reconcile.h"

#include "app/playlist/Document.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

namespace segue::playlist
{

namespace
{

struct Key {
    QString uri;
    qint64 addedAt = 0;
    QString addedBy;
    friend bool operator==(const Key &, const Key &) = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.uri, key.addedAt, key.addedBy);
}

QString uriOf(const web::PlaylistEntry &entry)
{
    return entry.medium ? entry.medium->uri : QString();
}

Key keyOf(const web::PlaylistEntry &entry)
{
    return {uriOf(entry), entry.addedAt.isValid() ? entry.addedAt.toSecsSinceEpoch() : 0, entry.addedBy};
}

using RowSet = QSet<RowId>;

RowSet setOf(const RowList &list)
{
    return {list.begin(), list.end()};
}

bool fitsList(const Document &document, const RowList &list, const RowSet &renewed,
              const QList<web::PlaylistEntry> &entries)
{
    if (static_cast<qsizetype>(list.size()) != entries.size())
        return false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Row &row = document.row(list[i]);
        const web::PlaylistEntry &entry = entries.at(static_cast<qsizetype>(i));
        // Only Spotify knows the date of what we have just added, so a row without one fits any.
        const bool byUri = !row.confirmed || renewed.contains(list[i]);
        if (byUri ? !row.mayBe(entry) : !(keyOf(row.entry) == keyOf(entry)))
            return false;
    }
    return true;
}

bool sameContent(const web::PlaylistEntry &a, const web::PlaylistEntry &b)
{
    if (!(keyOf(a) == keyOf(b)) || !a.medium != !b.medium)
        return false;
    return !a.medium || (a.medium->title == b.medium->title && a.medium->isPlayable == b.medium->isPlayable &&
                         a.medium->album == b.medium->album && a.medium->length == b.medium->length);
}

void takeOver(Document &document, RowId id, const web::PlaylistEntry &entry)
{
    const Row &row = document.row(id);
    if (!row.loaded || !row.confirmed || !sameContent(row.entry, entry))
        document.updateRow(id, entry);
}

/// Each row once.
RowList together(const std::vector<RowList> &lists)
{
    RowList all;
    RowSet seen;
    for (const RowList &list : lists) {
        for (const RowId id : list) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            all.push_back(id);
        }
    }
    return all;
}

template <typename T>
std::optional<RowId> takeFirst(QHash<T, std::deque<RowId>> &rows, const T &key)
{
    const auto at = rows.find(key);
    if (at == rows.end() || at->empty())
        return std::nullopt;
    const RowId id = at->front();
    at->pop_front();
    return id;
}

} // namespace

RowList identify(Document &document, const QList<web::PlaylistEntry> &entries, const Expectation &expected)
{
    const RowSet renewed = setOf(expected.renewed);
    for (const RowList &candidate : expected.lists) {
        if (!fitsList(document, candidate, renewed, entries))
            continue;
        for (std::size_t i = 0; i < candidate.size(); ++i)
            takeOver(document, candidate[i], entries.at(static_cast<qsizetype>(i)));
        return candidate;
    }

    // Those that read as they did are what they were; only then are others looked for by their URI.
    const RowList ours = together(expected.lists);
    QHash<Key, std::deque<RowId>> known;
    for (const RowId id : ours) {
        if (document.row(id).confirmed)
            known[keyOf(document.row(id).entry)].push_back(id);
    }
    const auto count = static_cast<std::size_t>(entries.size());
    std::vector<std::optional<RowId>> found(count);
    RowSet taken;
    for (std::size_t i = 0; i < count; ++i) {
        found[i] = takeFirst(known, keyOf(entries.at(static_cast<qsizetype>(i))));
        if (found[i])
            taken.insert(*found[i]);
    }
    QHash<QString, std::deque<RowId>> undated;
    for (const RowId id : ours) {
        if (!taken.contains(id) && (!document.row(id).confirmed || renewed.contains(id)))
            undated[document.row(id).uri()].push_back(id);
    }

    RowList out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const web::PlaylistEntry &entry = entries.at(static_cast<qsizetype>(i));
        const auto named = undated.constFind(uriOf(entry));
        if (!found[i] && named != undated.cend() && !named->empty() && document.row(named->front()).mayBe(entry))
            found[i] = takeFirst(undated, uriOf(entry));
        if (found[i])
            takeOver(document, *found[i], entry);
        out.push_back(found[i] ? *found[i] : document.makeRow(entry, true));
    }
    return out;
}

bool fits(const Document &document, const QList<web::PlaylistEntry> &entries, const Expectation &expected)
{
    const RowSet renewed = setOf(expected.renewed);
    return std::any_of(expected.lists.begin(), expected.lists.end(),
                       [&](const RowList &list) { return fitsList(document, list, renewed, entries); });
}

Finding findOut(Document &document, const QList<web::PlaylistEntry> &entries, const Expectation &expected)
{
    Finding finding{.now = identify(document, entries, expected), .expected = false, .base = {}, .foreign = {}};
    const RowList *nearest = nullptr;
    for (const RowList &candidate : expected.lists) {
        if (candidate == finding.now) {
            finding.expected = true;
            finding.base = candidate;
            finding.foreign = {};
            return finding;
        }
        const Difference other = difference(candidate, finding.now);
        if (!nearest || other.total() < finding.foreign.total()) {
            finding.foreign = other;
            nearest = &candidate;
        }
    }
    if (nearest)
        finding.base = *nearest;
    return finding;
}

} // namespace segue::playlist
