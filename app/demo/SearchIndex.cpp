// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/SearchIndex.h"

#include "app/demo/Catalogue.h"
#include "app/demo/Discography.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace segue::demo
{

namespace
{

/// Letters and digits in small letters and without accents, each word with a blank before it.
QString folded(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
        else if (!c.isMark())
            out += u' ';
    }
    out = out.simplified();
    return out.isEmpty() ? out : u' ' + out + u' ';
}

bool isBetween(int year, const QString &range)
{
    const QStringList ends = range.split(u'-');
    bool isFirst = false;
    bool isLast = false;
    const int first = ends.constFirst().toInt(&isFirst);
    const int last = ends.constLast().toInt(&isLast);
    return isFirst && isLast && ends.size() <= 2 && year >= first && year <= last;
}

} // namespace

SearchIndex::SearchIndex(const Catalogue &catalogue, const Discography &discography)
{
    m_tracks.reserve(discography.tracks().size());
    for (const int track : discography.tracks())
        addTrack(catalogue, track);
    m_albums.reserve(discography.albums().size());
    for (const int album : discography.albums())
        addAlbum(catalogue, album);
    for (const int artist : discography.artists())
        addArtist(catalogue, artist);
    for (std::vector<Entry> *entries : {&m_tracks, &m_albums, &m_artists}) {
        std::stable_sort(entries->begin(), entries->end(), [](const Entry &a, const Entry &b) {
            return a.popularity != b.popularity ? a.popularity > b.popularity : a.number < b.number;
        });
    }
}

void SearchIndex::addTrack(const Catalogue &catalogue, int number)
{
    const Track track = catalogue.track(number);
    const Album album = catalogue.album(track.album);
    QString artists;
    for (const int artist : track.artists)
        artists += folded(catalogue.artist(artist).name);
    m_tracks.push_back({number, track.popularity, album.releaseDate.left(4).toInt(), track.isrc, folded(track.name),
                        artists, folded(album.name)});
}

void SearchIndex::addAlbum(const Catalogue &catalogue, int number)
{
    const Album album = catalogue.album(number);
    m_albums.push_back({number,
                        catalogue.popularityOf(IdKind::Album, number),
                        album.releaseDate.left(4).toInt(),
                        {},
                        {},
                        folded(catalogue.artist(album.artist).name),
                        folded(album.name)});
}

void SearchIndex::addArtist(const Catalogue &catalogue, int number)
{
    m_artists.push_back(
        {number, catalogue.popularityOf(IdKind::Artist, number), 0, {}, {}, folded(catalogue.artist(number).name), {}});
}

std::vector<SearchIndex::Term> SearchIndex::parsed(const QString &query)
{
    using Field = Term::Field;
    static const QRegularExpression part(QStringLiteral("(?:(\\w+):)?(?:\"([^\"]*)\"?|(\\S+))"));
    static const QHash<QString, Field> fields{
        {QStringLiteral("track"), Field::Title}, {QStringLiteral("artist"), Field::Artists},
        {QStringLiteral("album"), Field::Album}, {QStringLiteral("year"), Field::Year},
        {QStringLiteral("isrc"), Field::Isrc},   {QStringLiteral("genre"), Field::Unknown},
        {QStringLiteral("upc"), Field::Unknown}, {QStringLiteral("tag"), Field::Unknown}};
    std::vector<Term> terms;
    for (auto it = part.globalMatch(query); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1).toLower();
        const bool isWhole = !match.capturedView(2).isNull();
        const QString text = match.captured(isWhole ? 2 : 3);
        const Field field = name.isEmpty() ? Field::Any : fields.value(name, Field::Any);
        if (field == Field::Year || field == Field::Isrc || field == Field::Unknown) {
            terms.push_back({field, text, isWhole});
            continue;
        }
        // A colon behind any other word is no more than a colon.
        if (field == Field::Any && !name.isEmpty())
            terms.push_back({field, folded(name), false});
        if (const QString words = folded(text); !words.isEmpty())
            terms.push_back({field, words, isWhole});
    }
    return terms;
}

bool SearchIndex::matches(const Entry &entry, const Term &term)
{
    const auto isIn = [&term](const QString &text) {
        if (term.isWhole)
            return text.contains(term.text);
        const QStringList words = term.text.split(u' ', Qt::SkipEmptyParts);
        return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(u' ' + word); });
    };
    switch (term.field) {
    case Term::Field::Any:
        return isIn(entry.title) || isIn(entry.artists) || isIn(entry.album);
    case Term::Field::Title:
        return isIn(entry.title);
    case Term::Field::Artists:
        return isIn(entry.artists);
    case Term::Field::Album:
        return isIn(entry.album);
    case Term::Field::Year:
        return isBetween(entry.year, term.text);
    case Term::Field::Isrc:
        return !entry.isrc.isEmpty() && entry.isrc.compare(term.text, Qt::CaseInsensitive) == 0;
    case Term::Field::Unknown:
        break;
    }
    return false;
}

bool SearchIndex::matchesAll(const Entry &entry, const std::vector<Term> &terms)
{
    return !terms.empty() &&
           std::all_of(terms.begin(), terms.end(), [&entry](const Term &term) { return matches(entry, term); });
}

bool SearchIndex::matches(const QString &query, const QString &title, const QString &names)
{
    return matchesAll({0, 0, 0, {}, folded(title), {}, folded(names)}, parsed(query));
}

std::vector<int> SearchIndex::find(IdKind kind, const QString &query) const
{
    const std::vector<Term> terms = parsed(query);
    const std::vector<Entry> &entries = kind == IdKind::Album    ? m_albums
                                        : kind == IdKind::Artist ? m_artists
                                                                 : m_tracks;
    std::vector<int> found;
    for (const Entry &entry : entries) {
        if (matchesAll(entry, terms))
            found.push_back(entry.number);
    }
    return found;
}

} // namespace segue::demo
