// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/Options.h"

using namespace segue;
using ui::Options;
using ui::parseOptions;

class TestOptions : public QObject
{
    Q_OBJECT

private:
    static Result<Options> parse(const QStringList &arguments)
    {
        return parseOptions(QStringList{QStringLiteral("segue")} + arguments);
    }

private Q_SLOTS:
    void nothingIsFine()
    {
        const auto options = parse({});
        QVERIFY(options);
        QVERIFY(!options->demo && !options->clientId && !options->size && options->screenshot.isEmpty());
    }

    void takesEverything()
    {
        const auto options = parse(
            {QStringLiteral("--client-id"), QStringLiteral(" abc "), QStringLiteral("--redirect-port"),
             QStringLiteral("8888"), QStringLiteral("--api-url"), QStringLiteral("http://127.0.0.1:9/v1/"),
             QStringLiteral("--accounts-url"), QStringLiteral("https://accounts.example"), QStringLiteral("--profile"),
             QStringLiteral("second_one"), QStringLiteral("--size"), QStringLiteral("1280x800"),
             QStringLiteral("--color-scheme"), QStringLiteral("dark"), QStringLiteral("--open"),
             QStringLiteral("Night drive"), QStringLiteral("--screenshot"), QStringLiteral("x.png")});
        QVERIFY2(options, qPrintable(options ? QString() : options.error().userText));
        QCOMPARE(options->clientId.value(), QStringLiteral("abc"));
        QCOMPARE(options->redirectPort.value(), quint16(8888));
        QCOMPARE(options->apiUrl.value(), QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
        QCOMPARE(options->accountsUrl.value(), QUrl(QStringLiteral("https://accounts.example")));
        QCOMPARE(options->profile, QStringLiteral("second_one"));
        QCOMPARE(options->size.value(), QSize(1280, 800));
        QCOMPARE(options->colorScheme.value(), ui::ColorScheme::Dark);
        QCOMPARE(options->open, QStringLiteral("Night drive"));
        QCOMPARE(options->screenshot, QStringLiteral("x.png"));
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QStringList &arguments, const QString &named) {
            QTest::newRow(name) << arguments << named;
        };
        row("http elsewhere", {QStringLiteral("--api-url=http://api.example/v1")}, QStringLiteral("--api-url"));
        row("localhost", {QStringLiteral("--api-url=http://localhost:1/v1")}, QStringLiteral("--api-url"));
        row("no address", {QStringLiteral("--accounts-url=accounts")}, QStringLiteral("--accounts-url"));
        row("another scheme", {QStringLiteral("--accounts-url=ftp://127.0.0.1")}, QStringLiteral("--accounts-url"));
        row("port 0", {QStringLiteral("--redirect-port=0")}, QStringLiteral("--redirect-port"));
        row("port too high", {QStringLiteral("--demo-port=65536")}, QStringLiteral("--demo-port"));
        row("port in words", {QStringLiteral("--demo-port=high")}, QStringLiteral("--demo-port"));
        row("profile that leaves its folder", {QStringLiteral("--profile=../other")}, QStringLiteral("--profile"));
        row("size", {QStringLiteral("--size=large")}, QStringLiteral("--size"));
        row("colours", {QStringLiteral("--color-scheme=pink")}, QStringLiteral("--color-scheme"));
        row("demo elsewhere", {QStringLiteral("--demo"), QStringLiteral("--api-url=https://api.example")},
            QStringLiteral("--demo"));
        row("unknown", {QStringLiteral("--fast")}, QStringLiteral("fast"));
        row("not an option", {QStringLiteral("file.txt")}, QStringLiteral("file.txt"));
        row("no file", {QStringLiteral("--screenshot=")}, QStringLiteral("--screenshot"));
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const auto options = parse(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(options.error().userText.contains(named), qPrintable(options.error().userText));
    }

    void helpNamesEveryOption()
    {
        const QString help = ui::optionsHelp();
        for (const char *name : {"--demo", "--demo-port", "--client-id", "--redirect-port", "--api-url",
                                 "--accounts-url", "--profile", "--screenshot", "--size", "--color-scheme", "--open"})
            QVERIFY2(help.contains(QLatin1String(name)), name);
    }
};

SEGUE_TEST(TestOptions)
#include "tst_Options.moc"
