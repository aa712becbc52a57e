// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

namespace segue::demo
{

/// The pairs of a query string or of a form body, decoded once: + is a space, %XX a byte of UTF-8.
class Form
{
public:
    Form() = default;
    explicit Form(const QByteArray &encoded);

    [[nodiscard]] bool has(QLatin1String name) const;
    [[nodiscard]] QString value(QLatin1String name) const; ///< the first one; empty when there is none
    [[nodiscard]] const QList<QPair<QString, QString>> &pairs() const { return m_pairs; }

private:
    QList<QPair<QString, QString>> m_pairs;
};

/// A request as far as the stand-in looks at it. `path` is percent-decoded and has no query.
struct Request {
    QByteArray method;
    QString path;
    Form query;
    QByteArray body;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray ifNoneMatch;
    QByteArray accept;
    QByteArray userAgent;
};

/// What goes back. The body is whole: Content-Length is made from it.
struct Answer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json; charset=utf-8";
    QList<QPair<QByteArray, QByteArray>> headers;

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.append(qMakePair(name, value)); }

    static Answer json(const QJsonObject &object, int status = 200);
    static Answer json(const QJsonArray &array, int status = 200);
    static Answer empty(int status = 200);
    static Answer text(const QByteArray &text, int status);
    /// The error object of the Web API: {"error":{"status":…,"message":…}}, those of the player with a "reason" too.
    static Answer error(int status, const QString &message, const QString &reason = {});
    /// The error object of the accounts service: {"error":…,"error_description":…}.
    static Answer oauthError(const QString &error, const QString &description);
};

} // namespace segue::demo
