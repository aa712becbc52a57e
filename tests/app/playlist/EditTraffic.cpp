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
        if (fault[QLatin1String("method")].toString() == QLatin1String("GET"))
            traffic.failedReads += hits;
        else if (kind == QLatin1String("429") || kind == QLatin1String("dropBefore"))
            traffic.notCarriedOut += hits;
        if (fault[QLatin1String("method")].toString() != QLatin1String("GET") && kind != QLatin1String("429"))
            traffic.doubtful += hits;
    }
    traffic.reads = static_cast<int>(rig.log(false).size());
    for (const QJsonValue entry : rig.log(true)) {
        ++traffic.writes;
        const QJsonObject body = entry[QLatin1String("body")].toObject();
        traffic.notCarriedOut += entry[QLatin1String("status")].toInt() == notCarriedOutStatus;
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
