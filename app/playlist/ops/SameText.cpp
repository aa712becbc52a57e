// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/SameText.h"

#include <algorithm>

namespace segue::playlist
{

namespace
{

/// Marks that are written or left out at will: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of
/// Arabic, variants of emoji. Not those that make another letter, such as the voicing marks of kana and the vowels of
/// Devanagari.
bool isOptionalMark(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x0300 && u <= 0x036f) || (u >= 0x0591 && u <= 0x05c7) || (u >= 0x064b && u <= 0x065f) ||
           u == 0x0670 || (u >= 0xfe00 && u <= 0xfe0f);
}

/// Format characters are in it for what right-to-left marks and soft hyphens do to a title.
bool isDropped(QChar c)
{
    return c.isPunct() || c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           isOptionalMark(c);
}

/// Letters that people replace by plain ones, and that Unicode does not take apart; null for all others.
const char *plainLetters(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return "ss";
    case u'æ':
        return "ae";
    case u'œ':
        return "oe";
    case u'ø':
        return "o";
    case u'ł':
        return "l";
    case u'đ':
        return "d";
    case u'ı':
        return "i";
    default:
        return nullptr;
    }
}

} // namespace

QString sameTextKey(const QString &text)
{
    // Short and plain is what most titles are.
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); }))
        return text.toLower();
    const QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    key.reserve(folded.size());
    for (const QChar c : folded) {
        if (const char *plain = plainLetters(c))
            key += QLatin1String(plain);
        else if (!isDropped(c))
            key += c;
    }
    // Decomposed all over: only the comparison with other keys counts.
    return key.isEmpty() ? text.simplified() : key;
}

} // namespace segue::playlist
