// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Recovery.h"

#include "app/playlist/Document.h"
#include "app/playlist/ListOps.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace segue::playlist
{

namespace
{

/// Spotify dates a row when it has it; its clock and ours need not agree.
constexpr qint64 clockSkewSeconds = 600;

QString identityOf(const QString &uri, const QDateTime &addedAt, const QString &addedBy)
{
    // Spotify tells whole seconds.
    const qint64 second = addedAt.isValid() ? addedAt.toSecsSinceEpoch() : -1;
    return uri + u'\n' + QString::number(second) + u'\n' + addedBy;
}

QString identityOf(const store::ListRow &row)
{
    return identityOf(row.uri, row.addedAt, row.addedBy);
}

/// The rows at Spotify that nobody has claimed yet.
class Unclaimed
{
public:
    explicit Unclaimed(const Document &document) : m_document(document)
    {
        for (const RowId id : document.server()) {
            const Row &row = document.row(id);
            m_byIdentity[identityOf(row.uri(), row.entry.addedAt, row.entry.addedBy)].push_back(id);
            m_byUri[row.uri()].push_back(id);
        }
    }

    std::optional<RowId> claimIdentical(const store::ListRow &row) { return claim(m_byIdentity[identityOf(row)], {}); }
    /// How many look just like this one, claimed or not.
    [[nodiscard]] std::size_t countIdentical(const store::ListRow &row) const
    {
        return m_byIdentity.value(identityOf(row)).size();
    }
    /// `since`: only rows dated later, when it is valid.
    std::optional<RowId> claimNamed(const QString &uri, const QDateTime &since)
    {
        if (uri.isEmpty())
            return std::nullopt;
        return claim(m_byUri[uri], since);
    }
    [[nodiscard]] bool isClaimed(RowId id) const { return m_claimed.contains(id); }

private:
    std::optional<RowId> claim(const std::vector<RowId> &rows, const QDateTime &since)
    {
        for (const RowId id : rows) {
            const QDateTime &addedAt = m_document.row(id).entry.addedAt;
            if (m_claimed.contains(id) || (since.isValid() && addedAt.isValid() && addedAt < since))
                continue;
            m_claimed.insert(id);
            return id;
        }
        return std::nullopt;
    }

    const Document &m_document;
    QHash<QString, std::vector<RowId>> m_byIdentity;
    QHash<QString, std::vector<RowId>> m_byUri;
    QSet<RowId> m_claimed;
};

bool canBeAdded(const QString &uri)
{
    return !uri.isEmpty() && !uri.startsWith(QLatin1String("spotify:local:"));
}

/// By the position in the entry's server list, whether the row is wanted.
std::vector<bool> stayingRows(const store::JournalEntry &entry)
{
    std::vector<bool> stays(static_cast<std::size_t>(entry.server.size()), false);
    for (const store::WantedRow &row : entry.wanted) {
        if (row.serverIndex >= 0)
            stays[static_cast<std::size_t>(row.serverIndex)] = true;
    }
    return stays;
}

/// URIs of which the edit removes a copy: the service may have been told to remove them all.
QSet<QString> thinnedOut(const store::JournalEntry &entry, const std::vector<bool> &stays)
{
    QSet<QString> uris;
    for (qsizetype i = 0; i < entry.server.size(); ++i) {
        if (!stays[static_cast<std::size_t>(i)])
            uris.insert(entry.server.at(i).uri);
    }
    return uris;
}

/// The row at Spotify of each row of the entry's server list, where there is one that looks just like it. Of copies
/// that were added in one call, which nothing tells apart, those that are gone are those that were to go.
std::vector<std::optional<RowId>> identicalRows(const store::JournalEntry &entry, const std::vector<bool> &stays,
                                                Unclaimed &unclaimed)
{
    QHash<QString, std::size_t> asked;
    for (const store::ListRow &row : entry.server)
        ++asked[identityOf(row)];
    std::vector<qsizetype> order(static_cast<std::size_t>(entry.server.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(), [&](qsizetype i) {
        const store::ListRow &row = entry.server.at(i);
        return stays[static_cast<std::size_t>(i)] || unclaimed.countIdentical(row) >= asked.value(identityOf(row));
    });
    std::vector<std::optional<RowId>> rows(order.size());
    for (const qsizetype i : order)
        rows[static_cast<std::size_t>(i)] = unclaimed.claimIdentical(entry.server.at(i));
    return rows;
}

/// Of copies of a track, some of them just added and so undated here, one is gone: that is the one that was to go, and
/// what was taken for it is another.
void giveToThoseThatStay(const store::JournalEntry &entry, const std::vector<bool> &stays,
                         std::vector<std::optional<RowId>> &rows)
{
    QHash<QString, std::vector<std::size_t>> going; // by URI, those that were found
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!stays[i] && rows[i])
            going[entry.server.at(static_cast<qsizetype>(i)).uri].push_back(i);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const store::ListRow &row = entry.server.at(static_cast<qsizetype>(i));
        std::vector<std::size_t> &others = going[row.uri];
        if (!stays[i] || rows[i] || row.addedAt.isValid() || others.empty())
            continue;
        rows[i] = std::exchange(rows[others.back()], std::nullopt);
        others.pop_back();
    }
}

/// Puts the rows that only Spotify has behind the ones they follow there.
RowList withForeignRows(RowList wanted, const Document &document, const Unclaimed &unclaimed)
{
    RowList out;
    out.reserve(wanted.size());
    QHash<RowId, RowList> behind; // what follows a row of the wanted list
    RowList first;
    QSet<RowId> known(wanted.begin(), wanted.end());
    std::optional<RowId> before;
    for (const RowId id : document.server()) {
        if (known.contains(id))
            before = id;
        else if (!unclaimed.isClaimed(id))
            (before ? behind[*before] : first).push_back(id);
    }
    out.insert(out.end(), first.begin(), first.end());
    for (const RowId id : wanted) {
        out.push_back(id);
        if (const auto found = behind.constFind(id); found != behind.constEnd())
            out.insert(out.end(), found->begin(), found->end());
    }
    return out;
}

} // namespace

RowList recovered(Document &document, const store::JournalEntry &entry)
{
    Unclaimed unclaimed(document);
    // Exact matches first, so that no copy takes the place of another.
    const std::vector<bool> stays = stayingRows(entry);
    std::vector<std::optional<RowId>> rows = identicalRows(entry, stays, unclaimed);
    // Then rows that had just been added, whose dates only Spotify knows.
    for (qsizetype i = 0; i < entry.server.size(); ++i) {
        std::optional<RowId> &row = rows[static_cast<std::size_t>(i)];
        if (!row && !entry.server.at(i).addedAt.isValid())
            row = unclaimed.claimNamed(entry.server.at(i).uri, {});
    }

    giveToThoseThatStay(entry, stays, rows);

    const QSet<QString> thinned = thinnedOut(entry, stays);
    const QSet<int> doubtful(entry.doubtful.begin(), entry.doubtful.end());
    // Without a server list (as entries of a replacement once were), every row counts as one of ours.
    const QDateTime since = entry.server.isEmpty() ? QDateTime() : entry.savedAt.addSecs(-clockSkewSeconds);
    RowList wanted;
    wanted.reserve(static_cast<std::size_t>(entry.wanted.size()));
    for (const store::WantedRow &row : entry.wanted) {
        if (row.serverIndex < 0) {
            const QString uri = row.added.medium ? row.added.medium->uri : QString();
            const std::optional<RowId> carriedOut = unclaimed.claimNamed(uri, since);
            wanted.push_back(carriedOut ? *carriedOut : document.makeRow(row.added));
            continue;
        }
        const store::ListRow &before = entry.server.at(row.serverIndex);
        std::optional<RowId> id = rows[static_cast<std::size_t>(row.serverIndex)];
        const bool isDoubtful = doubtful.contains(row.serverIndex);
        if (!id)
            id = unclaimed.claimNamed(before.uri, isDoubtful ? QDateTime() : since); // added again
        if (!id && (isDoubtful || thinned.contains(before.uri)) && canBeAdded(before.uri)) {
            web::PlaylistEntry again;
            auto medium = std::make_shared<web::Medium>();
            medium->uri = before.uri;
            again.medium = medium;
            again.addedAt = before.addedAt;
            again.addedBy = before.addedBy;
            id = document.makeRow(again);
        }
        if (id)
            wanted.push_back(*id);
    }
    return withForeignRows(wanted, document, unclaimed);
}

UnfinishedWork workOf(const store::JournalEntry &entry)
{
    UnfinishedWork work;
    std::vector<WeightedItem> kept;
    for (const store::WantedRow &row : entry.wanted) {
        if (row.serverIndex < 0)
            ++work.added;
        else
            kept.push_back({.value = row.serverIndex, .first = 1});
    }
    work.removed = static_cast<int>(entry.server.size()) - static_cast<int>(kept.size());
    work.moved = static_cast<int>(kept.size()) - static_cast<int>(heaviestIncreasing(kept).size());
    return work;
}

} // namespace segue::playlist
