// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/TextDecoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace segue::playlist
{

namespace
{

/// What Windows-1252 has where Latin-1 has control characters, from 0x80 on.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

bool isControl(char c)
{
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
}

std::optional<QString> decodedAs(QStringConverter::Encoding encoding, const QByteArray &bytes)
{
    QStringDecoder decoder(encoding);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = windows1252[c.unicode() - 0x80U];
    }
    return text;
}

} // namespace

std::optional<QString> decodedText(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    std::optional<QString> text = decodedAs(marked.value_or(QStringConverter::Utf8), bytes);
    if (!text && !marked) {
        // In what is not even UTF-8, a control character is the sign of a file that is no text at all.
        if (std::any_of(bytes.begin(), bytes.end(), isControl))
            return std::nullopt;
        text = fromWindows1252(bytes);
    }
    if (!text || text->contains(QChar(u'\0')))
        return std::nullopt;
    return text;
}

} // namespace segue::playlist
