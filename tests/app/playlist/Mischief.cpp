// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/Mischief.h"

#include "tests/app/playlist/Chance.h"
#include "tests/app/playlist/EditRig.h"
#include "tests/app/playlist/EditTraffic.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace segue::playlist::test
{

namespace
{

QJsonArray toJson(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QString itemName(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

void Mischief::fill(QRandomGenerator &random)
{
    const char *const names[] = {"Odds and ends", "Everything, ever", "Twice is nice", "Empty for now", "Archive 2021"};
    m_rig.choose(itemName(names[below(random, 5)]));
    StandInList list = m_rig.atSpotify();
    const int most = chance(random, 40) ? 300 : 70;
    QHash<QString, int> copies;
    for (const StandInRow &row : std::as_const(list.rows))
        ++copies[row.ownUri];
    // A track that is gone cannot be there in another row.
    QJsonArray surplus;
    for (int i = 0; i < static_cast<int>(list.rows.size()); ++i) {
        const StandInRow &row = list.rows.at(i);
        if (i + most < static_cast<int>(list.rows.size()) || (row.uri.isEmpty() && copies.value(row.ownUri) > 1))
            surplus.append(i);
    }
    if (!surplus.isEmpty())
        m_rig.foreignEdit({{itemName("action"), itemName("remove")}, {itemName("positions"), surplus}});
    for (int i = below(random, 4); i > 0; --i) {
        list = m_rig.atSpotify();
        QStringList uris = m_rig.newTracks(1 + below(random, 3));
        for (const StandInRow &row : std::as_const(list.rows)) {
            if (row.kind == itemName("track") && chance(random, 5) && uris.size() < 6)
                uris.append(row.uri);
        }
        m_rig.foreignEdit({{itemName("action"), itemName("add")},
                           {itemName("uris"), toJson(uris)},
                           {itemName("position"), below(random, static_cast<int>(list.rows.size()) + 1)}});
    }
}

QString Mischief::armFault(QRandomGenerator &random)
{
    const char *const kinds[] = {"429",       "429",         "status",  "status",  "dropBefore", "dropAfter",
                                 "truncated", "invalidJson", "silence", "expired", "expired"};
    const char *const methods[] = {"PUT", "PUT", "POST", "DELETE", "GET"};
    const QString kind = itemName(kinds[below(random, static_cast<int>(std::size(kinds)))]);
    const QString method = itemName(methods[below(random, 5)]);
    QJsonObject fault{{itemName("kind"), kind},
                      {itemName("method"), method},
                      {itemName("after"), below(random, 3)},
                      {itemName("count"), 1 + below(random, 3)}};
    if (kind == itemName("429"))
        fault.insert(itemName("retryAfter"), below(random, 3));
    if (kind == itemName("status")) {
        // The log tells by the status whether the write was carried out.
        const bool carriedOut = chance(random, 50);
        fault.insert(itemName("status"), carriedOut ? 502 : notCarriedOutStatus);
        fault.insert(itemName("carriedOut"), carriedOut);
    }
    if (kind == itemName("silence"))
        fault.insert(itemName("carriedOut"), chance(random, 50));
    m_rig.arm(fault);
    return QStringLiteral("  fault: %1 of %2").arg(kind, method);
}

QString Mischief::endSession()
{
    m_rig.signOut();
    return QStringLiteral("  signed out");
}

QString Mischief::setQuirks(QRandomGenerator &random)
{
    const bool isLate = chance(random, 50);
    m_isLate = m_isLate || isLate;
    m_rig.setOptions({{itemName("positionsIgnored"), chance(random, 50)},
                      {itemName("bigRangesIgnored"), chance(random, 50)},
                      {itemName("latency"), isLate ? LatencyWithLag : 0},
                      {itemName("contentLag"), isLate ? ContentLag : 0},
                      {itemName("snapshotLag"), isLate ? 10 * ContentLag : 0}});
    return QStringLiteral("  other quirks");
}

QString Mischief::editElsewhere(QRandomGenerator &random)
{
    const StandInList before = m_rig.atSpotify();
    const int size = static_cast<int>(before.rows.size());
    QJsonObject edit;
    const int what = size == 0 ? 0 : below(random, 3);
    if (what == 0) {
        QStringList uris = m_rig.newTracks(40).mid(30 + below(random, 10), 1 + below(random, 3));
        if (size > 0 && chance(random, 30)) {
            const StandInRow &other = before.rows.at(below(random, size));
            if (other.kind == itemName("track"))
                uris.append(other.uri);
        }
        edit = {{itemName("action"), itemName("add")},
                {itemName("uris"), toJson(uris)},
                {itemName("position"), below(random, size + 1)}};
    } else if (what == 1) {
        QJsonArray positions;
        for (int i = 1 + below(random, 3); i > 0; --i)
            positions.append(below(random, size));
        edit = {{itemName("action"), itemName("remove")}, {itemName("positions"), positions}};
    } else {
        const int start = below(random, size);
        edit = {{itemName("action"), itemName("move")},
                {itemName("range_start"), start},
                {itemName("range_length"), 1 + below(random, std::min(size - start, 5))},
                {itemName("insert_before"), below(random, size + 1)}};
    }
    m_rig.foreignEdit(edit);
    return QStringLiteral("  somebody else: ") + QString::fromUtf8(QJsonDocument(edit).toJson(QJsonDocument::Compact));
}

} // namespace segue::playlist::test
