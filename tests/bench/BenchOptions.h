// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include <algorithm>

namespace segue::bench
{

/// The command line of a bench: options with a value each, flags, and --help.
class BenchOptions
{
public:
    BenchOptions() { m_parser.addHelpOption(); }

    /// A whole number, `usual` without the option; for number().
    BenchOptions &addNumber(const char *name, const char *meaning, int usual)
    {
        return addText(name, meaning, QString::number(usual));
    }
    /// May be repeated; for texts(). `usual` is the value without the option, unless it is empty.
    BenchOptions &addText(const char *name, const char *meaning, const QString &usual = {})
    {
        m_parser.addOption({QString::fromLatin1(name), QString::fromLatin1(meaning), QStringLiteral("VALUE"), usual});
        return *this;
    }
    /// For isSet().
    BenchOptions &addFlag(const char *name, const char *meaning)
    {
        m_parser.addOption({QString::fromLatin1(name), QString::fromLatin1(meaning)});
        return *this;
    }
    /// Ends the program with a message when the command line is another one.
    void process(const QCoreApplication &app) { m_parser.process(app); }

    /// At least `least`.
    [[nodiscard]] int number(const char *name, int least = 1) const
    {
        return std::max(least, m_parser.value(QString::fromLatin1(name)).toInt());
    }
    [[nodiscard]] bool isSet(const char *name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList texts(const char *name) const { return m_parser.values(QString::fromLatin1(name)); }

private:
    QCommandLineParser m_parser;
};

} // namespace segue::bench
