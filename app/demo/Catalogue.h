// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace segue::demo
{

/// What an id stands for.
enum class IdKind { Track, Album, Artist, Show, Episode, Playlist };

struct Artist {
    QString id;
    QString name;
};

struct Album {
    QString id;
    QString name;
    int artist = 0;
    QString type; ///< "album" or "single"
    int tracks = 0;
    QString releaseDate;      ///< "1981", "1981-12" or "1981-12-15"
    QString releasePrecision; ///< "year", "month" or "day"
};

struct Track {
    QString id;
    QString name;
    QList<int> artists;
    int album = 0;
    int disc = 1;
    int number = 1; ///< on its disc
    QString isrc;   ///< may be empty; the single of a track has the same
    int durationMs = 0;
    bool isExplicit = false;
    int popularity = 0;
};

struct Episode {
    QString id;
    QString name;
    int show = 0;
    QString showName;
    int durationMs = 0;
    QString releaseDate;
};

struct Show {
    QString id;
    QString name;
    QList<int> episodes; ///< the latest first
};

struct LocalFile {
    QString uri; ///< spotify:local:{artist}:{album}:{title}:{seconds}
    QString artist;
    QString album;
    QString title;
    int seconds = 0;
};

/// The made-up music: artists, albums, tracks and episodes in several scripts. Every one is worked out from
/// the seed and its number when asked for, so a catalogue of any size takes neither time to make nor
/// memory to hold. Numbers beyond the size are as good as others: they stand for what the library
/// does not hold. Every track is also out as a single, under another id and on an album of its own; has been recorded
/// once more by its artist; and is given under another id in some markets.
class Catalogue
{
public:
    static constexpr int TracksPerAlbum = 11;

    explicit Catalogue(quint32 seed);

    /// The same recording as `track`, released by itself.
    [[nodiscard]] static int singleOf(int track) { return FirstSingle + track; }

    /// The same song by the same artist, but another recording: some seconds apart, with a code of its own.
    [[nodiscard]] static int remakeOf(int track) { return FirstRemake + track; }
    /// The same recording once more, on another album.
    [[nodiscard]] static int reissueOf(int track) { return FirstReissue + track; }
    /// The same, as some markets get it in its stead. For tracks and their singles.
    [[nodiscard]] static int relinkedOf(int track) { return FirstRelinked + track; }
    [[nodiscard]] static bool isRelinkable(int track) { return notRelinked(relinkedOf(track)) == track; }
    /// What it is given for; other numbers stay as they are.
    [[nodiscard]] static int notRelinked(int track);
    /// The track that a single, a remake or a reissue is of.
    [[nodiscard]] static int originalOf(int track);

    [[nodiscard]] Track track(int index) const;
    [[nodiscard]] Album album(int index) const;
    [[nodiscard]] Artist artist(int index) const;
    [[nodiscard]] Episode episode(int index) const;
    [[nodiscard]] LocalFile local(int index) const;

    // What is what a page can be asked for of. Other numbers may still have an id.
    static constexpr int Artists = 700;
    static constexpr int EpisodesOfAll = 200; ///< those that shows list; later ones stand for unknown ids
    [[nodiscard]] static bool knowsAlbum(int index);
    [[nodiscard]] static bool knowsArtist(int index) { return index < Artists; }
    [[nodiscard]] bool knowsShow(int index) const { return index < m_shows.size(); }
    /// The tracks on an album that is known, in their order.
    [[nodiscard]] static QList<int> tracksOf(int album);
    /// 0 to 89, of an album or artist; tracks have their own.
    [[nodiscard]] int popularityOf(IdKind kind, int index) const;
    [[nodiscard]] const QList<Show> &shows() const { return m_showList; }

    /// 22 characters of base62 that hold `index`; indexOf() is the way back, and knows a foreign id.
    [[nodiscard]] QString id(IdKind kind, int index) const;
    [[nodiscard]] std::optional<int> indexOf(IdKind kind, const QString &text) const;

    /// Whether the text has the form of an id, of this catalogue or not.
    static bool isId(const QString &text);

    /// The number of a track whose title is in `script` ("ja", "ar", …), counted from `from` on.
    [[nodiscard]] int trackInScript(const QString &script, int from) const;

    [[nodiscard]] const QJsonObject &words() const { return m_words; }
    [[nodiscard]] quint64 number(quint64 what, quint64 index) const; ///< evenly spread, the same for the same seed

private:
    // Numbers of tracks, and of albums, from these on are …
    static constexpr int FirstRelinked = 300'000'000; ///< … the same under another id, up to the singles and above them
    static constexpr int FirstSingle = 400'000'000;   ///< … singles
    static constexpr int FirstRelinkedSingle = FirstRelinked + FirstSingle;
    static constexpr int FirstRemake = 800'000'000;  ///< … remakes
    static constexpr int FirstReissue = 850'000'000; ///< … reissues

    struct Script {
        QString name;
        QStringList first, second, places, titles, albums, artists, given, surnames;
        int upTo = 0; ///< sum of the weights so far
    };

    void listShows();
    [[nodiscard]] const Script &scriptOf(int album) const;
    [[nodiscard]] QString isrcOf(int track) const;
    [[nodiscard]] QString filled(const Script &script, const QStringList &patterns, quint64 random) const;

    quint32 m_seed;
    QJsonObject m_words;
    QList<Script> m_scripts;
    QStringList m_shows;
    QStringList m_episodes;
    QList<Show> m_showList;
};

} // namespace segue::demo
