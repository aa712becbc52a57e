// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Catalogue.h"

#include "app/demo/Json.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

// The resource sits in a static library, which the linker would otherwise leave out.
static void openResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace segue::demo
{

namespace
{

constexpr char Digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int IdLength = 22;
constexpr int IndexDigits = 5;
constexpr int IndexRange = 62 * 62 * 62 * 62 * 62;
constexpr int Shuffle = 566'201'233; ///< coprime to IndexRange, so that multiplying by it can be undone

quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

int digitOf(QChar c)
{
    const ushort u = c.unicode();
    if (u >= '0' && u <= '9')
        return u - '0';
    if (u >= 'A' && u <= 'Z')
        return u - 'A' + 10;
    if (u >= 'a' && u <= 'z')
        return u - 'a' + 36;
    return -1;
}

/// Takes the next choice out of `random`.
const QString &pick(const QStringList &list, quint64 &random)
{
    random = mixed(random);
    return list[qsizetype(random % quint64(list.size()))];
}

/// The first track on the album of a track.
int albumStart(int track)
{
    const int original = Catalogue::originalOf(track);
    return original - original % Catalogue::TracksPerAlbum;
}

/// The first disc of an album that has two.
constexpr int FirstDisc = 6;

enum Purpose : quint64 {
    ForId = 1,
    ForScript,
    ForTrack,
    ForTitle,
    ForAlbum,
    ForArtist,
    ForEpisode,
    ForLocal,
    ForDiscs,
    ForIsrc
};

} // namespace

Catalogue::Catalogue(quint32 seed) : m_seed(seed)
{
    openResources();
    QFile file(QStringLiteral(":/demo/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the word lists of the demo are not compiled in");
    m_words = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject scripts = m_words.value(QLatin1String("scripts")).toObject();
    int upTo = 0;
    for (auto it = scripts.begin(); it != scripts.end(); ++it) {
        const QJsonObject json = it.value().toObject();
        upTo += json.value(QLatin1String("weight")).toInt();
        const auto list = [&](const char *name) { return strings(json.value(QLatin1String(name))); };
        m_scripts.append({it.key(), list("first"), list("second"), list("places"), list("titles"), list("albums"),
                          list("artists"), list("given"), list("surnames"), upTo});
    }
    m_shows = strings(m_words.value(QLatin1String("shows")));
    m_episodes = strings(m_words.value(QLatin1String("episodes")));
    listShows();
}

quint64 Catalogue::number(quint64 what, quint64 index) const
{
    return mixed(mixed(quint64(m_seed) << 8 ^ what) ^ index);
}

const Catalogue::Script &Catalogue::scriptOf(int album) const
{
    // By artist, so that everything an artist made is in one script.
    const quint64 artist = number(ForAlbum, quint64(album)) >> 40;
    const int at = int(number(ForScript, artist % Artists) % quint64(m_scripts.constLast().upTo));
    for (const Script &script : m_scripts) {
        if (at < script.upTo)
            return script;
    }
    return m_scripts.constFirst();
}

QString Catalogue::filled(const Script &script, const QStringList &patterns, quint64 random) const
{
    QString text = pick(patterns, random);
    const auto fill = [&](QLatin1String mark, const QStringList &words) {
        for (auto at = text.indexOf(mark); at >= 0 && !words.isEmpty(); at = text.indexOf(mark)) {
            QString word = pick(words, random);
            if (text.contains(word))
                word = pick(words, random);
            text.replace(at, mark.size(), word);
        }
    };
    fill(QLatin1String("%1"), script.first);
    fill(QLatin1String("%2"), script.second);
    fill(QLatin1String("%p"), script.places);
    fill(QLatin1String("%g"), script.given);
    fill(QLatin1String("%s"), script.surnames);
    return text;
}

int Catalogue::notRelinked(int track)
{
    const bool isRelinked =
        (track >= FirstRelinked && track < FirstSingle) || (track >= FirstRelinkedSingle && track < FirstRemake);
    return isRelinked ? track - FirstRelinked : track;
}

int Catalogue::originalOf(int track)
{
    track = notRelinked(track);
    if (track >= FirstReissue)
        return track - FirstReissue;
    return track >= FirstRemake ? track - FirstRemake : track >= FirstSingle ? track - FirstSingle : track;
}

Artist Catalogue::artist(int index) const
{
    const int at = int(number(ForScript, quint64(index)) % quint64(m_scripts.constLast().upTo));
    const auto script = std::find_if(m_scripts.begin(), m_scripts.end(), [at](const Script &s) { return at < s.upTo; });
    return {id(IdKind::Artist, index), filled(*script, script->artists, number(ForArtist, quint64(index)))};
}

Album Catalogue::album(int index) const
{
    const bool isLater = index >= FirstRemake;
    const bool isSingle = !isLater && index >= FirstSingle;
    const int numbered = isSingle || isLater ? originalOf(index) / TracksPerAlbum : index;
    const quint64 random = number(ForAlbum, quint64(numbered));
    QDate date = QDate(1974, 1, 1).addDays(qint64((random >> 8) % 19'000));
    Album album;
    album.id = id(IdKind::Album, index);
    album.artist = int((random >> 40) % Artists);
    if (isSingle) { // out some weeks before the album, to the day
        date = date.addDays(-40);
        album.name = track(index - FirstSingle).name;
        album.type = QStringLiteral("single");
        album.tracks = 1;
    } else if (isLater) {
        date = std::min(date.addYears(9), QDate(2026, 2, 27));
        album.name = filled(scriptOf(numbered), scriptOf(numbered).albums, number(ForAlbum, quint64(index)));
        album.type = QStringLiteral("album");
        album.tracks = TracksPerAlbum;
    } else {
        album.name = filled(scriptOf(index), scriptOf(index).albums, random);
        album.type = QStringLiteral("album");
        album.tracks = TracksPerAlbum;
    }
    // Of some albums only the month, or the year, is known.
    const int precision = isSingle ? 2 : std::min(int((random >> 32) % 11), 2);
    album.releasePrecision = QStringLiteral("year month day").split(u' ').at(precision);
    album.releaseDate = date.toString(Qt::ISODate).left(4 + 3 * precision);
    return album;
}

QString Catalogue::isrcOf(int track) const
{
    if (number(ForIsrc, quint64(track)) % 89 == 0)
        return {}; // some have none
    // XX is nobody's country. The rest holds the number, shuffled, so that no two recordings share a code.
    constexpr int Codes = 10'000'000;
    return QStringLiteral("XXS%1%2")
        .arg(track / Codes, 2, 36, QLatin1Char('0'))
        .arg((quint64(track) * 2'654'437 + m_seed) % Codes, 7, 10, QLatin1Char('0'))
        .toUpper();
}

Track Catalogue::track(int index) const
{
    if (const int meant = notRelinked(index); meant != index) {
        Track relinked = track(meant);
        relinked.id = id(IdKind::Track, index);
        return relinked;
    }
    if (index >= FirstReissue) {
        Track reissue = track(originalOf(index));
        reissue.id = id(IdKind::Track, index);
        reissue.album = FirstReissue + albumStart(index);
        reissue.popularity = reissue.popularity / 3;
        return reissue;
    }
    if (index >= FirstRemake) {
        Track remake = track(originalOf(index));
        remake.id = id(IdKind::Track, index);
        remake.album = FirstRemake + albumStart(index);
        remake.isrc = isrcOf(index);
        remake.durationMs += int(number(ForTrack, quint64(index)) % 3'000) - 1'200;
        return remake;
    }
    if (index >= FirstSingle) {
        Track single = track(index - FirstSingle);
        single.id = id(IdKind::Track, index);
        single.album = index;
        single.disc = 1;
        single.number = 1;
        single.durationMs -= 400; // faded out a little earlier
        single.popularity = single.popularity / 2;
        return single;
    }
    const int albumIndex = index / TracksPerAlbum;
    const Script &script = scriptOf(albumIndex);
    const quint64 random = number(ForTrack, quint64(index));
    Track track;
    track.id = id(IdKind::Track, index);
    track.name = filled(script, script.titles, number(ForTitle, quint64(index)));
    track.album = albumIndex;
    track.artists = {int((number(ForAlbum, quint64(albumIndex)) >> 40) % Artists)};
    if (random % 6 == 0)
        track.artists.append(int((random >> 16) % Artists));
    if (random % 41 == 0)
        track.artists.append(int((random >> 24) % Artists));
    track.number = index % TracksPerAlbum + 1;
    if (number(ForDiscs, quint64(albumIndex)) % 5 == 0 && track.number > FirstDisc) {
        track.disc = 2;
        track.number -= FirstDisc;
    }
    track.isrc = isrcOf(index);
    track.durationMs = 95'000 + int((random >> 32) % 270'000);
    if (random % 211 == 0)
        track.durationMs = 3'700'000 + int(random % 100'000);
    track.isExplicit = (random >> 12) % 9 == 0;
    track.popularity = int((random >> 20) % 90);
    return track;
}

Episode Catalogue::episode(int index) const
{
    quint64 random = number(ForEpisode, quint64(index));
    const int show = int((random >> 32) % quint64(m_shows.size()));
    QString name = pick(m_episodes, random);
    name.replace(QLatin1String("%n"), QString::number(index + 1));
    return {id(IdKind::Episode, index),
            name,
            show,
            m_shows[show],
            1'200'000 + int(random % 3'000'000),
            QDate(2023, 1, 6).addDays(7LL * index).toString(Qt::ISODate)};
}

LocalFile Catalogue::local(int index) const
{
    const Track like = track(1'000'000 + index * TracksPerAlbum);
    LocalFile file;
    file.artist = artist(like.artists.constFirst()).name;
    file.album = index % 3 == 0 ? QString() : album(like.album).name;
    file.title = like.name;
    file.seconds = like.durationMs / 1000;
    const auto part = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, " ").replace(' ', '+'));
    };
    file.uri = QStringLiteral("spotify:local:") + part(file.artist) + u':' + part(file.album) + u':' +
               part(file.title) + u':' + QString::number(file.seconds);
    return file;
}

QString Catalogue::id(IdKind kind, int index) const
{
    QString id;
    id.reserve(IdLength);
    quint64 random = number(ForId + 64 * quint64(kind), quint64(index));
    for (int i = 0; i < IdLength - IndexDigits; ++i) {
        if (i == 9)
            random = mixed(random);
        id.append(QLatin1Char(Digits[random % 62]));
        random /= 62;
    }
    // The number itself, shuffled by a bijection so that neighbours do not look alike.
    quint64 held = (quint64(index) * Shuffle + m_seed) % IndexRange;
    for (int i = 0; i < IndexDigits; ++i) {
        id.append(QLatin1Char(Digits[held % 62]));
        held /= 62;
    }
    return id;
}

std::optional<int> Catalogue::indexOf(IdKind kind, const QString &text) const
{
    if (!isId(text))
        return std::nullopt;
    quint64 held = 0;
    for (int i = IdLength - 1; i >= IdLength - IndexDigits; --i)
        held = held * 62 + quint64(digitOf(text[i]));
    // The way back is the inverse modulo 62^5, found once by Euclid's algorithm.
    static const quint64 inverse = [] {
        qint64 a = Shuffle, m = IndexRange, x = 1, y = 0;
        while (a > 1) {
            const qint64 q = a / m;
            std::swap(a -= q * m, m);
            std::swap(x -= q * y, y);
        }
        return quint64(x < 0 ? x + IndexRange : x);
    }();
    const quint64 back = (held + IndexRange - m_seed % IndexRange) % IndexRange * inverse % IndexRange;
    if (back > 0x7fffffff || id(kind, int(back)) != text)
        return std::nullopt;
    return int(back);
}

bool Catalogue::isId(const QString &text)
{
    return text.size() == IdLength && std::all_of(text.begin(), text.end(), [](QChar c) { return digitOf(c) >= 0; });
}

int Catalogue::trackInScript(const QString &script, int from) const
{
    for (int album = from / TracksPerAlbum;; ++album) {
        if (scriptOf(album).name == script)
            return std::max(from, album * TracksPerAlbum);
    }
}

} // namespace segue::demo
