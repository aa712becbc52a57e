// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Values.h"

namespace segue::web
{

namespace
{

/// "spotify:track:ID" → https://open.spotify.com/track/ID. Local files have no page.
QUrl pageOf(const QString &uri)
{
    const QStringList parts = uri.split(u':');
    if (parts.size() != 3 || parts.at(0) != QLatin1String("spotify"))
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("open.spotify.com"));
    url.setPath(u'/' + parts.at(1) + u'/' + parts.at(2));
    return url;
}

} // namespace

QUrl Medium::link() const
{
    return pageOf(uri);
}

QString Playlist::uri() const
{
    return QStringLiteral("spotify:playlist:") + id;
}

QUrl Playlist::link() const
{
    return pageOf(uri());
}

} // namespace segue::web
