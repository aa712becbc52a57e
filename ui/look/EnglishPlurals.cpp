// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/EnglishPlurals.h"

namespace segue::ui
{

QString EnglishPlurals::translate(const char *, const char *sourceText, const char *, int n) const
{
    if (n < 0)
        return {}; // not counted: the source itself is used
    QString text = QString::fromUtf8(sourceText);
    return text.contains(QLatin1String("(s)"))
               ? text.replace(QLatin1String("(s)"), n == 1 ? QLatin1String() : QLatin1String("s"))
               : QString();
}

} // namespace segue::ui
