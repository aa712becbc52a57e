// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Http.h"

#include <QJsonDocument>

namespace segue::demo
{

namespace
{

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

Form::Form(const QByteArray &encoded)
{
    if (encoded.isEmpty())
        return;
    const QList<QByteArray> parts = encoded.split('&');
    for (const QByteArray &part : parts) {
        const auto equals = part.indexOf('=');
        m_pairs.append(
            {decoded(equals < 0 ? part : part.left(equals)), equals < 0 ? QString() : decoded(part.mid(equals + 1))});
    }
}

bool Form::has(QLatin1String name) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [&](const auto &pair) { return pair.first == name; });
}

QString Form::value(QLatin1String name) const
{
    for (const auto &pair : m_pairs) {
        if (pair.first == name)
            return pair.second;
    }
    return {};
}

Answer Answer::json(const QJsonObject &object, int status)
{
    return {status, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Answer Answer::json(const QJsonArray &array, int status)
{
    return {status, QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

Answer Answer::empty(int status)
{
    return {status, {}, {}};
}

Answer Answer::text(const QByteArray &text, int status)
{
    return {status, text, "text/plain; charset=utf-8"};
}

Answer Answer::error(int status, const QString &message, const QString &reason)
{
    QJsonObject error{{QStringLiteral("status"), status}, {QStringLiteral("message"), message}};
    if (!reason.isEmpty())
        error.insert(QStringLiteral("reason"), reason);
    return json(QJsonObject{{QStringLiteral("error"), error}}, status);
}

Answer Answer::oauthError(const QString &error, const QString &description)
{
    return json(QJsonObject{{QStringLiteral("error"), error}, {QStringLiteral("error_description"), description}}, 400);
}

} // namespace segue::demo
