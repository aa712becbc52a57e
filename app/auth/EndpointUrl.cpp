// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/EndpointUrl.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace segue::auth
{

namespace
{
Unexpected refusal(const QString &userText)
{
    return Unexpected(Error{.kind = ErrorKind::InvalidInput, .userText = userText});
}
} // namespace

bool isLoopbackLiteral(const QString &host)
{
    const QHostAddress address(host);
    // By protocol: an IPv4 address mapped into IPv6 is neither written by anybody nor treated alike everywhere.
    switch (address.protocol()) {
    case QAbstractSocket::IPv4Protocol:
        return address.isInSubnet(QHostAddress(QStringLiteral("127.0.0.0")), 8);
    case QAbstractSocket::IPv6Protocol:
        return address.scopeId().isEmpty() && address == QHostAddress(QHostAddress::LocalHostIPv6);
    default:
        return false;
    }
}

bool mayCarrySecrets(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http") && isLoopbackLiteral(url.host());
}

Result<QUrl> checkedEndpoint(const QUrl &url)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("segue::auth", source); };
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return refusal(text(QT_TRANSLATE_NOOP("segue::auth", "This is not the full address of a server.")));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return refusal(text(
            QT_TRANSLATE_NOOP("segue::auth", "The address of a server must not hold a user name, a “?” or a “#”.")));
    }
    if (!mayCarrySecrets(url)) {
        return refusal(text(QT_TRANSLATE_NOOP("segue::auth",
                                              "The address of a server must begin with https://. Plain http:// is only "
                                              "for this machine, written as http://127.0.0.1 or http://[::1].")));
    }
    QUrl checked = url;
    QString path = checked.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    checked.setPath(path, QUrl::StrictMode);
    return checked;
}

} // namespace segue::auth
