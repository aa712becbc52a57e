// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/FilterWords.h"

#include <algorithm>

namespace segue::models
{

FilterWords::FilterWords(const QString &typed) : m_words(folded(typed).simplified().split(u' ', Qt::SkipEmptyParts)) {}

bool FilterWords::matches(const QString &foldedText) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&foldedText](const QString &word) { return foldedText.contains(word); });
}

QString FilterWords::folded(const QString &text)
{
    // Most titles, and quick for thousands of them: nothing there to take apart.
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return text.toLower();
    QString out;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    out.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!c.isMark())
            out.append(c);
    }
    return out;
}

} // namespace segue::models
