// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Catalogue.h"

#include <QString>

#include <vector>

namespace segue::demo
{

class Discography;

/// What can be found of what is out. Worked out once, in some tenths of a second for the usual library.
class SearchIndex
{
public:
    SearchIndex(const Catalogue &catalogue, const Discography &discography);

    /// The numbers of the tracks, albums or artists that match all of the query, the most popular first. Words must
    /// begin a word of title, artists or album; track:, artist:, album: want it of that field, of a year: 1984 or
    /// 1979-1984 is out, isrc: is that code. What stands in quotation marks must be there as it is. Other filters match
    /// nothing, and so does one for what a thing does not have.
    [[nodiscard]] std::vector<int> find(IdKind kind, const QString &query) const;

    /// The same of something that is not in here: by its title, and the names that come with it.
    [[nodiscard]] static bool matches(const QString &query, const QString &title, const QString &names);

private:
    struct Entry {
        int number;
        int popularity;
        int year;
        QString isrc;
        // Folded, with a blank before each word and at the end.
        QString title;
        QString artists;
        QString album;
    };
    struct Term {
        enum class Field { Any, Title, Artists, Album, Year, Isrc, Unknown } field = Field::Any;
        QString text;         ///< folded for texts, as it is for a year or a code
        bool isWhole = false; ///< a phrase, not the beginning of a word
    };
    void addTrack(const Catalogue &catalogue, int number);
    void addAlbum(const Catalogue &catalogue, int number);
    void addArtist(const Catalogue &catalogue, int number);
    [[nodiscard]] static std::vector<Term> parsed(const QString &query);
    [[nodiscard]] static bool matches(const Entry &entry, const Term &term);
    [[nodiscard]] static bool matchesAll(const Entry &entry, const std::vector<Term> &terms);

    std::vector<Entry> m_tracks;
    std::vector<Entry> m_albums;
    std::vector<Entry> m_artists;
};

} // namespace segue::demo
