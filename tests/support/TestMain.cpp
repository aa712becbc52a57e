// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"

#include <QApplication>
#include <QStandardPaths>

#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <string>

namespace segue::test
{

namespace
{
std::map<std::string, TestFactory> &registry()
{
    static std::map<std::string, TestFactory> tests;
    return tests;
}
} // namespace

Registration::Registration(const char *className, TestFactory factory)
{
    registry().emplace(className, std::move(factory));
}

} // namespace segue::test

int main(int argc, char **argv)
{
    using segue::test::registry;
    if (argc > 1 && std::strcmp(argv[1], "--list") == 0) {
        for (const auto &[name, factory] : registry())
            std::puts(name.c_str());
        return 0;
    }

    // Windows of a test belong on nobody's screen; the tests that need a true one say so.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // A test must never touch the settings, caches or keychain of the person who runs it.
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("segue-tests"));
    QApplication::setOrganizationName(QStringLiteral("segue-tests"));

    std::vector<char *> rest{argv[0]};
    std::string only;
    int first = 1;
    if (argc > 1 && argv[1][0] != '-') {
        only = argv[1];
        first = 2;
    }
    for (int i = first; i < argc; ++i)
        rest.push_back(argv[i]);

    int failures = 0;
    bool found = false;
    for (const auto &[name, factory] : registry()) {
        if (!only.empty() && only != name)
            continue;
        found = true;
        const std::unique_ptr<QObject> test(factory());
        failures += QTest::qExec(test.get(), static_cast<int>(rest.size()), rest.data());
    }
    if (!found) {
        std::fprintf(stderr, "no test class '%s' in this program\n", only.c_str());
        return 1;
    }
    return failures == 0 ? 0 : 1;
}
