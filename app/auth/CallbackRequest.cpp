// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/CallbackRequest.h"

#include <QList>

#include <utility>

namespace segue::auth
{

namespace
{
/// False when the parameter occurs twice: which of the two is meant would be anybody's guess, an attacker's too.
bool take(std::optional<QByteArray> &field, const QByteArray &encoded)
{
    if (field)
        return false;
    field = QByteArray::fromPercentEncoding(encoded);
    return true;
}

bool readQuery(CallbackRequest &request, const QByteArray &query)
{
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = QByteArray::fromPercentEncoding(equals < 0 ? pair : pair.left(equals));
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        if ((name == "state" && !take(request.state, value)) || (name == "code" && !take(request.code, value)) ||
            (name == "error" && !take(request.error, value)))
            return false;
    }
    return true;
}
} // namespace

CallbackRequest readCallbackRequest(const QByteArray &received)
{
    CallbackRequest request;
    const auto malformed = [&request] {
        request.form = CallbackRequest::Form::Malformed;
        return request;
    };

    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return received.size() > maxCallbackRequestBytes ? malformed() : request;
    if (end > maxCallbackRequestBytes)
        return malformed();

    const QList<QByteArray> lines = received.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1.") || !first.at(1).startsWith('/'))
        return malformed();
    request.method = first.at(0);

    bool hasHost = false; // an empty one counts
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return malformed();
        if (line.left(colon).toLower() != "host")
            continue;
        if (std::exchange(hasHost, true))
            return malformed();
        request.host = line.mid(colon + 1).trimmed().toLower();
    }

    const QByteArray &target = first.at(1);
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.left(question);
    if (question >= 0 && !readQuery(request, target.mid(question + 1)))
        return malformed();
    request.form = CallbackRequest::Form::Whole;
    return request;
}

} // namespace segue::auth
