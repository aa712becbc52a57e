// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Fuzz.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace segue::fuzz
{

void require(bool kept, const char *promise, const char *file, int line)
{
    if (kept)
        return;
    std::fprintf(stderr, "%s:%d: not kept: %s\n", file, line, promise);
    std::abort();
}

Input::Input(const std::uint8_t *data, std::size_t size)
    : m_bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))
{
}

int Input::choose(int count)
{
    if (m_bytes.isEmpty())
        return 0;
    const int letter = static_cast<std::uint8_t>(m_bytes.front()) + 256 - 'a';
    m_bytes.remove(0, 1);
    return letter % 256 % count;
}

bool isWellFormed(const QString &text)
{
    return text.isValidUtf16();
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
               c.category() == QChar::Separator_Paragraph;
    });
}

} // namespace segue::fuzz

/// Called by libFuzzer before the first run.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // Plugins of image formats and translations are found by the application. It is never destroyed: libFuzzer leaves
    // by exit().
    static auto *const application = new QCoreApplication(*argc, *argv);
    Q_UNUSED(application);
    // Decoders complain about each damaged file.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qPrintable(text));
    });
    return 0;
}
