// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in as a program of its own: one line of JSON with its addresses, then it serves until it is told to end.
#include "app/demo/StandIn.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

int signalPipe[2];

/// A signal handler may hardly do anything; the byte it writes wakes the event loop.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

bool quitOnSignals(QCoreApplication &app)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return false;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    return ::sigaction(SIGTERM, &action, nullptr) == 0 && ::sigaction(SIGINT, &action, nullptr) == 0;
}

struct Number {
    const char *name;
    const char *meaning;
    int usual;
    int most;
};

constexpr Number Numbers[] = {
    {"port", "Port to listen on; 0 takes a free one.", 0, 65'535},
    {"seed", "Makes another library and other covers.", 1, 2'000'000'000},
    {"playlists", "How many playlists there are.", 44, 11'000},
    {"items", "How many items the big playlist has.", 10'000, 10'000},
    {"latency", "Milliseconds that every answer is held back.", 0, 600'000},
    {"rate-limit", "Requests allowed in any 30 seconds; 0 for no limit.", 0, 1'000'000},
};

int fail(const QString &why)
{
    std::fprintf(stderr, "segue-standin: %s\n", qPrintable(why));
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("segue-standin"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "A small stand-in for Spotify's accounts service and Web API on 127.0.0.1, with a made-up library."));
    parser.addHelpOption();
    parser.addVersionOption();
    for (const Number &number : Numbers)
        parser.addOption({QString::fromLatin1(number.name), QString::fromLatin1(number.meaning), QStringLiteral("N"),
                          QString::number(number.usual)});
    parser.addOption({QStringLiteral("dialect"), QStringLiteral("Shape of the Web API: tracks or items."),
                      QStringLiteral("NAME"), QStringLiteral("items")});
    parser.addOption({QStringLiteral("client-id"), QStringLiteral("The client id that is registered."),
                      QStringLiteral("ID"), segue::demo::StandInOptions().clientId});
    parser.process(app);
    if (!parser.positionalArguments().isEmpty())
        return fail(QStringLiteral("no such argument: ") + parser.positionalArguments().constFirst());

    QHash<QString, int> values;
    for (const Number &number : Numbers) {
        bool isNumber = false;
        const QString name = QString::fromLatin1(number.name);
        const int value = parser.value(name).toInt(&isNumber);
        if (!isNumber || value < 0 || value > number.most)
            return fail(QStringLiteral("--%1 takes a number from 0 to %2").arg(name).arg(number.most));
        values.insert(name, value);
    }
    const QString dialect = parser.value(QStringLiteral("dialect"));
    if (dialect != QLatin1String("tracks") && dialect != QLatin1String("items"))
        return fail(QStringLiteral("--dialect is tracks or items"));

    segue::demo::StandInOptions options;
    options.port = quint16(values.value(QStringLiteral("port")));
    options.dialect = dialect == QLatin1String("items") ? segue::demo::Dialect::Items : segue::demo::Dialect::Tracks;
    options.seed = quint32(values.value(QStringLiteral("seed")));
    options.playlists = values.value(QStringLiteral("playlists"));
    options.items = values.value(QStringLiteral("items"));
    options.latency = std::chrono::milliseconds(values.value(QStringLiteral("latency")));
    options.rateLimit = values.value(QStringLiteral("rate-limit"));
    options.clientId = parser.value(QStringLiteral("client-id"));

    if (!quitOnSignals(app))
        return fail(QStringLiteral("cannot listen for signals"));
    segue::demo::StandIn standIn(options);
    QString error;
    if (!standIn.start(&error))
        return fail(QStringLiteral("cannot listen on port %1: %2").arg(options.port).arg(error));
    const QJsonObject ready{{QStringLiteral("api"), standIn.apiUrl().toString()},
                            {QStringLiteral("accounts"), standIn.accountsUrl().toString()},
                            {QStringLiteral("control"), standIn.controlUrl().toString()},
                            {QStringLiteral("clientId"), standIn.clientId()},
                            {QStringLiteral("dialect"), dialect},
                            {QStringLiteral("port"), standIn.port()}};
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
