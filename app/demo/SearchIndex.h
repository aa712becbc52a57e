// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace segue::demo
{

class Catalogue;
class Discography;

/// What can be found of what is out. Worked out once, in some tenths of a second for the usual library.
class SearchIndex
{
public:
    SearchIndex(const Catalogue &catalogue, const Discography &discography);

    /// The numbers of the tracks that match all of the query, the most popular first. Words must begin a word of title,
    /// artists or album; track:, artist:, album: want it of that field, of a year: 1984 or 1979-1984 is out, isrc: is
    /// that code. What stands in quotation marks must be there as it is. Other filters match nothing.
    [[nodiscard]] std::vector<int> find(const QString &query) const;

private:
    struct Entry {
        int track;
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
    void add(const Catalogue &catalogue, int number);
    [[nodiscard]] static std::vector<Term> parsed(const QString &query);
    [[nodiscard]] static bool matches(const Entry &entry, const Term &term);

    std::vector<Entry> m_entries;
};

} // namespace segue::demo
