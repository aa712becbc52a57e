// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/HtmlText.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <utility>

namespace segue::web
{

namespace
{

constexpr std::array<std::pair<QLatin1String, char32_t>, 7> named{{
    {QLatin1String("amp"), U'&'},
    {QLatin1String("lt"), U'<'},
    {QLatin1String("gt"), U'>'},
    {QLatin1String("quot"), U'"'},
    {QLatin1String("apos"), U'\''},
    {QLatin1String("nbsp"), U'\u00a0'},
    {QLatin1String("hellip"), U'\u2026'},
}};

/// The character a reference (without & and ;) stands for; 0 when it stands for none.
char32_t characterOf(QStringView reference)
{
    if (reference.startsWith(u'#')) {
        const bool hex = reference.size() > 1 && (reference.at(1) == u'x' || reference.at(1) == u'X');
        bool valid = false;
        const uint code = reference.mid(hex ? 2 : 1).toUInt(&valid, hex ? 16 : 10);
        const bool character = valid && code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        return character ? static_cast<char32_t>(code) : 0;
    }
    for (const auto &[name, character] : named)
        if (reference == name)
            return character;
    return 0;
}

} // namespace

QString decodeHtmlEntities(const QString &text)
{
    constexpr qsizetype longest = 9; // looking further for its end would take ages where there are many ampersands
    QString out;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', std::max(at + 1, from))) {
        const QStringView ahead = QStringView(text).mid(at + 1, longest + 1);
        const qsizetype length = ahead.indexOf(u';');
        const char32_t character = length < 0 ? 0 : characterOf(ahead.left(length));
        if (character == 0)
            continue;
        out += QStringView(text).mid(from, at - from);
        out += QString::fromUcs4(&character, 1);
        from = at + 1 + length + 1;
    }
    return from == 0 ? text : out + QStringView(text).mid(from);
}

} // namespace segue::web
