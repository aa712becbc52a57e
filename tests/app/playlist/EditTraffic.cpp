// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditTraffic.h"

#include "tests/app/playlist/EditRig.h"

#include <QJsonArray>
#include <QJsonObject>

namespace segue::playlist::test
{

EditTraffic trafficOf(EditRig &rig)
{
    EditTraffic traffic;
    for (const QJsonValue fault : rig.faults()) {
        const QString kind = fault[QLatin1String("kind")].toString();
        const int hits = fault[QLatin1String("hits")].toInt();
        traffic.faults += hits;
        if (kind == QLatin1String("expired"))
            continue; // other requests with that token are rejected, too: the log tells
        const bool carriedOut = kind == QLatin1String("silence") && fault[QLatin1String("carriedOut")].toBool();
        if (fault[QLatin1String("method")].toString() == QLatin1String("GET"))
            traffic.failedReads += hits;
        else if (kind == QLatin1String("429") || kind == QLatin1String("dropBefore") ||
                 (kind == QLatin1String("silence") && !carriedOut))
            traffic.notCarriedOut += hits;
        if (fault[QLatin1String("method")].toString() != QLatin1String("GET") && kind != QLatin1String("429"))
            traffic.doubtful += hits;
    }
    for (const QJsonValue entry : rig.log(false)) {
        ++traffic.reads;
        traffic.rejectedReads += entry[QLatin1String("status")].toInt() == rejectedStatus;
    }
    traffic.failedReads += traffic.rejectedReads;
    for (const QJsonValue entry : rig.log(true)) {
        ++traffic.writes;
        const QJsonObject body = entry[QLatin1String("body")].toObject();
        const int status = entry[QLatin1String("status")].toInt();
        traffic.notCarriedOut += status == notCarriedOutStatus || status == rejectedStatus;
        traffic.replaces +=
            entry[QLatin1String("method")].toString() == QLatin1String("PUT") && body.contains(QLatin1String("uris"));
        traffic.adds += entry[QLatin1String("method")].toString() == QLatin1String("POST");
        // Those are read back although they were answered.
        traffic.doubtful += body.value(QLatin1String("range_length")).toInt() > trustedRange;
        for (const QJsonValue track : body.value(QLatin1String("tracks")).toArray()) {
            if (!track[QLatin1String("positions")].toArray().isEmpty()) {
                ++traffic.doubtful;
                ++traffic.byPosition;
                traffic.thinned.insert(track[QLatin1String("uri")].toString());
            }
        }
    }
    return traffic;
}

} // namespace segue::playlist::test
