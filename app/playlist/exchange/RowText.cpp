// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/RowText.h"

#include "app/web/SpotifyLinks.h"

#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace segue::playlist
{

namespace
{

constexpr QLatin1String localPrefix("spotify:local:");
constexpr qsizetype idLength = 22;

bool isTrack(web::SpotifyLink::Kind kind)
{
    using Kind = web::SpotifyLink::Kind;
    return kind == Kind::Track || kind == Kind::Episode || kind == Kind::Local;
}

struct Dash {
    qsizetype at = -1;
    qsizetype length = 3;
};

Dash dashIn(QStringView text)
{
    Dash first;
    for (const QStringView dash : {QStringView(u" - "), QStringView(u" – "), QStringView(u" — ")}) {
        const qsizetype at = text.indexOf(dash);
        if (at > 0 && (first.at < 0 || at < first.at))
            first.at = at;
    }
    return first;
}

QString decoded(const QString &part)
{
    QByteArray encoded = part.toUtf8();
    encoded.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

/// Longer than a year is no length but rubbish, and rubbish must not overflow.
std::chrono::milliseconds plausible(double milliseconds)
{
    constexpr double year = 366.0 * 24 * 3600 * 1000;
    if (!(milliseconds > 0) || milliseconds > year)
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(std::llround(milliseconds));
}

} // namespace

bool mayHoldLink(QStringView text)
{
    if (text.contains(QLatin1String("spotify"), Qt::CaseInsensitive))
        return true;
    // A bare id.
    qsizetype run = 0;
    for (const QChar c : text) {
        const bool alphanumeric = c.unicode() < 0x80 && c.isLetterOrNumber();
        run = alphanumeric ? run + 1 : 0;
        if (run >= idLength)
            return true;
    }
    return false;
}

NamedTrack trackNamedBy(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(localPrefix))
        return {.uri = text.toString()};
    if (text.size() > maxLinkLength || !mayHoldLink(text))
        return {};
    const QList<web::SpotifyLink> links = web::parseSpotifyLinks(text.toString()).links;
    const auto track = std::find_if(links.begin(), links.end(), [](const auto &link) { return isTrack(link.kind); });
    if (track != links.end())
        return {.uri = track->uri()};
    return {.uri = {}, .somethingElse = !links.isEmpty()};
}

QString pageAddress(const QString &uri)
{
    const QStringList parts = uri.split(u':');
    if (parts.size() != 3 || uri.startsWith(localPrefix))
        return uri;
    return QStringLiteral("https://open.spotify.com/") + parts.at(1) + u'/' + parts.at(2);
}

ExchangeRow rowOfLocalFile(const QString &uri)
{
    ExchangeRow row;
    row.uri = uri;
    const QStringList parts = uri.mid(localPrefix.size()).split(u':');
    if (parts.size() != 4)
        return row;
    if (const QString artist = decoded(parts.at(0)); !artist.isEmpty())
        row.artists.append(artist);
    row.album = decoded(parts.at(1));
    row.title = decoded(parts.at(2));
    row.length = plausible(parts.at(3).toDouble() * 1000);
    return row;
}

QString artistsAndTitle(const ExchangeRow &row)
{
    if (row.artists.isEmpty())
        return row.title;
    return row.artists.join(QStringLiteral(", ")) + QStringLiteral(" - ") + row.title;
}

bool hasArtistAndTitle(QStringView text)
{
    const Dash dash = dashIn(text.trimmed());
    return dash.at > 0;
}

void setArtistAndTitle(ExchangeRow &row, QStringView text)
{
    text = text.trimmed();
    const Dash dash = dashIn(text);
    row.artists.clear();
    if (dash.at > 0)
        row.artists.append(text.left(dash.at).trimmed().toString());
    row.title = (dash.at > 0 ? text.mid(dash.at + dash.length) : text).trimmed().toString();
}

bool setNamesFromPath(ExchangeRow &row, QStringView path)
{
    QString name = path.trimmed().toString();
    if (name.startsWith(QLatin1String("file:"), Qt::CaseInsensitive))
        name = QUrl::fromPercentEncoding(name.toUtf8());
    else if (name.contains(QLatin1String("://")) || name.startsWith(QLatin1String("spotify:")))
        return false;
    name.replace(u'\\', u'/');
    name = name.mid(name.lastIndexOf(u'/') + 1);
    // Files are known by a suffix; without one it may be any line.
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || name.size() - dot > 5 || name.size() - dot < 3 || name.mid(dot).contains(u' '))
        return false;
    setArtistAndTitle(row, QStringView(name).left(dot));
    return !row.title.isEmpty();
}

QString inOneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        const bool breaks = c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                            c.category() == QChar::Separator_Paragraph;
        if (breaks)
            c = u' ';
    }
    return line;
}

std::chrono::milliseconds lengthFrom(QStringView text, LengthUnit unit)
{
    text = text.trimmed();
    if (text.contains(u':')) {
        const QList<QStringView> parts = text.split(u':');
        if (parts.size() > 3)
            return {};
        double seconds = 0;
        for (const QStringView part : parts) {
            bool isNumber = false;
            seconds = seconds * 60 + part.toDouble(&isNumber);
            if (!isNumber || part.startsWith(u'-'))
                return {};
        }
        return plausible(seconds * 1000);
    }
    const double number = text.toDouble();
    constexpr double longestInSeconds = 10'000;
    const bool seconds = unit == LengthUnit::Guess && number < longestInSeconds;
    return plausible(seconds ? number * 1000 : number);
}

QDateTime timeFrom(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        return QDateTime(time.date(), time.time(), QTimeZone::utc()).toUTC();
    return time.toUTC();
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return time.toUTC().toString(time.time().msec() != 0 ? Qt::ISODateWithMs : Qt::ISODate);
}

QString userIdFrom(const QString &text)
{
    constexpr QLatin1String prefix("spotify:user:");
    QStringView id(text);
    while (id.startsWith(prefix)) // or else an exported list would not read the same again
        id = id.mid(prefix.size());
    return id.toString();
}

void forEachLine(QStringView text, const std::function<bool(QStringView line, int number)> &take)
{
    qsizetype from = 0;
    for (int number = 1; from < text.size(); ++number) {
        qsizetype to = from;
        while (to < text.size() && text.at(to) != u'\n' && text.at(to) != u'\r')
            ++to;
        if (!take(text.mid(from, to - from), number))
            return;
        from = to + 1;
        if (from < text.size() && text.at(to) == u'\r' && text.at(from) == u'\n')
            ++from;
    }
}

} // namespace segue::playlist
