// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace segue::models
{

/// The words that a user typed to narrow a list: each must occur, in any order, letter case, and with or without
/// accents.
class FilterWords
{
public:
    FilterWords() = default;
    explicit FilterWords(const QString &typed);

    /// Nothing but blanks was typed: everything matches.
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool matches(const QString &foldedText) const;
    [[nodiscard]] bool operator==(const FilterWords &) const = default;

    /// Lower case, without accents: what is compared.
    [[nodiscard]] static QString folded(const QString &text);

private:
    QStringList m_words;
};

} // namespace segue::models
