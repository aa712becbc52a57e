// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace segue::playlist::test
{

class EditRig;

/// Ranges up to this length are not read back.
inline constexpr int trustedRange = 100;
/// The status of an answer to a write that was not carried out; the log tells by it.
inline constexpr int notCarriedOutStatus = 503;

/// The status of an answer to a request whose token is none any more: not carried out either.
inline constexpr int rejectedStatus = 401;

/// Requests since the stand-in's log was cleared.
struct EditTraffic {
    int writes = 0;
    int notCarriedOut = 0;
    int adds = 0;
    int replaces = 0;
    int doubtful = 0;   ///< writes that have to be read back
    int byPosition = 0; ///< writes for which the snapshot of a list that was only read has to be learnt
    int reads = 0;
    int failedReads = 0;
    int rejectedReads = 0; ///< of these, by their token
    int faults = 0;
    QSet<QString> thinned; ///< URIs of which single copies were to go
};
[[nodiscard]] EditTraffic trafficOf(EditRig &rig);

} // namespace segue::playlist::test
