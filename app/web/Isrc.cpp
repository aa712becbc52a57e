// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Isrc.h"

namespace segue::web
{

Isrc Isrc::from(const QString &text)
{
    Isrc isrc;
    std::size_t at = 0;
    for (const QChar written : text) {
        if (written == u'-' || written == u' ')
            continue;
        const char c = written.toUpper().toLatin1(); // 0 for what is not Latin
        if (at == isrc.m_text.size() || !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')))
            return {};
        isrc.m_text[at++] = c;
    }
    return at == isrc.m_text.size() ? isrc : Isrc();
}

QString Isrc::toString() const
{
    return isEmpty() ? QString() : QString::fromLatin1(m_text.data(), length);
}

} // namespace segue::web
