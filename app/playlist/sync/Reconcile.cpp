// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/Reconcile.h"

#include "app/playlist/Document.h"

#include <QHash>

#include <algorithm>
#include <deque>

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

bool fits(const Document &document, const RowList &list, const QList<web::PlaylistEntry> &entries)
{
    if (static_cast<qsizetype>(list.size()) != entries.size())
        return false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Row &row = document.row(list[i]);
        const web::PlaylistEntry &entry = entries.at(static_cast<qsizetype>(i));
        // Only Spotify knows the date of what we have just added, so a row without one fits any.
        if (row.confirmed ? !(keyOf(row.entry) == keyOf(entry)) : !row.mayBe(entry))
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

} // namespace

RowList identify(Document &document, const QList<web::PlaylistEntry> &entries, const std::vector<RowList> &candidates)
{
    for (const RowList &candidate : candidates) {
        if (!fits(document, candidate, entries))
            continue;
        for (std::size_t i = 0; i < candidate.size(); ++i)
            takeOver(document, candidate[i], entries.at(static_cast<qsizetype>(i)));
        return candidate;
    }

    QHash<Key, std::deque<RowId>> known;
    QHash<QString, std::deque<RowId>> unconfirmed;
    std::vector<bool> seen;
    for (const RowList &candidate : candidates) {
        for (const RowId id : candidate) {
            if (id >= seen.size())
                seen.resize(static_cast<std::size_t>(id) + 1, false);
            if (seen[id])
                continue;
            seen[id] = true;
            const Row &row = document.row(id);
            if (row.confirmed)
                known[keyOf(row.entry)].push_back(id);
            else
                unconfirmed[row.uri()].push_back(id);
        }
    }

    const auto take = [](std::deque<RowId> &rows) {
        const RowId id = rows.front();
        rows.pop_front();
        return id;
    };
    RowList out;
    out.reserve(static_cast<std::size_t>(entries.size()));
    for (const web::PlaylistEntry &entry : entries) {
        const auto exact = known.find(keyOf(entry));
        const auto added = unconfirmed.find(uriOf(entry));
        RowId id;
        if (exact != known.end() && !exact->empty()) {
            id = take(*exact);
            takeOver(document, id, entry);
        } else if (added != unconfirmed.end() && !added->empty() && document.row(added->front()).mayBe(entry)) {
            id = take(*added);
            takeOver(document, id, entry);
        } else {
            id = document.makeRow(entry, true);
        }
        out.push_back(id);
    }
    return out;
}

bool fitsOneOf(const Document &document, const QList<web::PlaylistEntry> &entries,
               const std::vector<RowList> &candidates)
{
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const RowList &candidate) { return fits(document, candidate, entries); });
}

Finding findOut(Document &document, const QList<web::PlaylistEntry> &entries, const std::vector<RowList> &candidates)
{
    Finding finding{.now = identify(document, entries, candidates), .expected = false, .base = {}, .foreign = {}};
    const RowList *nearest = nullptr;
    for (const RowList &candidate : candidates) {
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
