// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

namespace segue::demo
{

enum class FaultKind {
    RateLimit,   ///< 429
    Status,      ///< an error of the Web API with any status
    DropBefore,  ///< the connection is cut, nothing was carried out
    DropAfter,   ///< carried out, then the connection is cut
    Truncated,   ///< carried out; half of the answer, then the connection ends
    InvalidJson, ///< carried out; a whole answer that is no JSON
    Silence,     ///< no answer, the connection stays open
    Expired,     ///< the access token that came along ends now
    Delay,       ///< the usual answer, late
    Answer,      ///< any answer at all
};

/// Something that goes wrong for certain requests.
struct Fault {
    int id = 0;
    FaultKind kind = FaultKind::Status;
    QByteArray method;       ///< empty: any
    QRegularExpression path; ///< found anywhere in the path; empty: any
    int after = 0;           ///< so many matching requests pass first
    int count = 1;           ///< so many are hit; 0: all that follow
    int hits = 0;
    bool carriedOut = false; ///< Status, Silence, Answer: the request has its effect all the same
    int retryAfter = -1;     ///< RateLimit: seconds; -1: no such header
    bool asQuota = false;    ///< RateLimit: the JSON form instead of plain text
    int status = 500;
    QString message;
    QByteArray body;
    QByteArray contentType;
    int delay = 0; ///< ms on top of the latency, with every kind
};

/// The faults that are armed.
class Faults
{
public:
    /// Arms one that is described in JSON (see README.md). The reason when the description is wrong.
    QString arm(const QJsonObject &json, int *id);
    void clear() { m_faults.clear(); }
    [[nodiscard]] QJsonArray toJson() const;

    /// The fault that hits this request, if one does.
    std::optional<Fault> take(const Request &request);

private:
    QList<Fault> m_faults;
    int m_nextId = 1;
};

} // namespace segue::demo
