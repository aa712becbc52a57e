// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/RequestLog.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace segue::demo
{

namespace
{

constexpr std::size_t MostEntries = 20'000;
constexpr int LongestBody = 64 * 1024;

bool isSecret(const QString &name)
{
    return name == QLatin1String("code") || name == QLatin1String("code_verifier") ||
           name == QLatin1String("refresh_token") || name == QLatin1String("client_secret") ||
           name == QLatin1String("access_token");
}

QJsonObject plain(const Form &form)
{
    QJsonObject json;
    for (const auto &[name, value] : form.pairs())
        json.insert(name, isSecret(name) ? QStringLiteral("(%1 characters)").arg(value.size()) : value);
    return json;
}

QJsonValue body(const Request &request)
{
    // Not by the content type alone: curl -d calls everything a form.
    const bool mayBeJson = request.body.size() <= LongestBody && request.body.startsWith('{');
    const QJsonDocument document = mayBeJson ? QJsonDocument::fromJson(request.body) : QJsonDocument();
    if (document.isObject())
        return document.object();
    return request.contentType.startsWith("application/x-www-form-urlencoded") ? plain(Form(request.body))
                                                                               : QJsonValue();
}

} // namespace

quint64 RequestLog::open(const Request &request)
{
    QJsonObject json{{QStringLiteral("n"), qint64(m_next)},
                     {QStringLiteral("time"), m_clock.elapsed()},
                     {QStringLiteral("method"), QString::fromLatin1(request.method)},
                     {QStringLiteral("path"), request.path},
                     {QStringLiteral("query"), plain(request.query)},
                     {QStringLiteral("authorization"), !request.authorization.isEmpty()},
                     {QStringLiteral("bodyBytes"), request.body.size()},
                     {QStringLiteral("atOnce"), ++m_waiting}};
    const auto add = [&](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(name), QString::fromLatin1(value));
    };
    add("contentType", request.contentType);
    add("ifNoneMatch", request.ifNoneMatch);
    add("accept", request.accept);
    add("userAgent", request.userAgent);
    if (const QJsonValue what = body(request); !what.isNull())
        json.insert(QStringLiteral("body"), what);
    m_entries.push_back({m_next, json});
    if (m_entries.size() > MostEntries)
        m_entries.pop_front();
    return m_next++;
}

void RequestLog::close(quint64 number, int status, const QString &ending)
{
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->number != number)
            continue;
        entry->json.insert(QStringLiteral("status"), status);
        entry->json.insert(QStringLiteral("ending"), ending);
        return;
    }
}

void RequestLog::sent()
{
    --m_waiting;
}

QJsonArray RequestLog::toJson(const Form &filter) const
{
    const QString method = filter.value(QLatin1String("method"));
    const QRegularExpression path(filter.value(QLatin1String("path")));
    const quint64 since = filter.value(QLatin1String("since")).toULongLong();
    QJsonArray list;
    for (const Entry &entry : m_entries) {
        if (entry.number > since && (method.isEmpty() || entry.json.value(QLatin1String("method")) == method) &&
            path.match(entry.json.value(QLatin1String("path")).toString()).hasMatch())
            list.append(entry.json);
    }
    return list;
}

} // namespace segue::demo
