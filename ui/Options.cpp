// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Options.h"

#include "app/auth/EndpointUrl.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace segue::ui
{

namespace
{

struct Table {
    QCommandLineOption demo{QStringLiteral("demo"),
                            QCoreApplication::translate("segue::ui::Options",
                                                        "Use a made-up Spotify inside the program; nothing is kept.")};
    QCommandLineOption demoPort{
        QStringLiteral("demo-port"),
        QCoreApplication::translate("segue::ui::Options", "Port of the made-up Spotify (any free one)."),
        QStringLiteral("port")};
    QCommandLineOption clientId{
        QStringLiteral("client-id"),
        QCoreApplication::translate("segue::ui::Options", "Client id from Spotify's developer dashboard."),
        QStringLiteral("id")};
    QCommandLineOption redirectPort{
        QStringLiteral("redirect-port"),
        QCoreApplication::translate("segue::ui::Options",
                                    "Port of the redirect address, if you registered one (any free one)."),
        QStringLiteral("port")};
    QCommandLineOption apiUrl{QStringLiteral("api-url"),
                              QCoreApplication::translate("segue::ui::Options", "Web API to use instead of Spotify's."),
                              QStringLiteral("url")};
    QCommandLineOption accountsUrl{
        QStringLiteral("accounts-url"),
        QCoreApplication::translate("segue::ui::Options", "Accounts service to use instead of Spotify's."),
        QStringLiteral("url")};
    QCommandLineOption profile{
        QStringLiteral("profile"),
        QCoreApplication::translate("segue::ui::Options", "Keep settings and sign-in apart under this name."),
        QStringLiteral("name")};
    QCommandLineOption screenshot{
        QStringLiteral("screenshot"),
        QCoreApplication::translate("segue::ui::Options", "Save a picture of the window once it is filled, and end."),
        QStringLiteral("file.png")};
    QCommandLineOption size{QStringLiteral("size"),
                            QCoreApplication::translate("segue::ui::Options", "Size of the window."),
                            QStringLiteral("WxH")};
    QCommandLineOption colorScheme{QStringLiteral("color-scheme"),
                                   QCoreApplication::translate("segue::ui::Options", "light, dark or system."),
                                   QStringLiteral("scheme")};
    QCommandLineOption open{QStringLiteral("open"),
                            QCoreApplication::translate("segue::ui::Options", "Playlist to show first."),
                            QStringLiteral("id or name")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            QCoreApplication::translate("segue::ui::Options", "Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QCoreApplication::translate("segue::ui::Options", "Show the version.")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({demo, demoPort, clientId, redirectPort, apiUrl, accountsUrl, profile, screenshot, size,
                           colorScheme, open, help, version});
        parser.setApplicationDescription(
            QCoreApplication::translate("segue::ui::Options", "Desktop editor for Spotify playlists."));
    }
};

Unexpected wrong(const QString &text)
{
    return Unexpected(Error{.kind = ErrorKind::InvalidInput, .userText = text});
}

Result<quint16> portOf(const QString &option, const QString &text)
{
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return wrong(
            QCoreApplication::translate("segue::ui::Options", "--%1: a port is a number from 1 to 65535.").arg(option));
    return static_cast<quint16>(port);
}

Result<QUrl> endpointOf(const QString &option, const QString &text)
{
    auto url = auth::checkedEndpoint(QUrl(text, QUrl::StrictMode));
    if (!url)
        return wrong(QStringLiteral("--%1: %2").arg(option, url.error().userText));
    return url;
}

Result<QSize> sizeOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() > 16384 || size.height() > 16384)
        return wrong(QCoreApplication::translate("segue::ui::Options",
                                                 "--size: two numbers of pixels are needed, such as 1280x800."));
    return size;
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    const Table table;
    QCommandLineParser parser;
    table.addTo(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(QCoreApplication::translate("segue::ui::Options", "“%1” is not an option.")
                         .arg(parser.positionalArguments().constFirst()));

    Options options;
    options.help = parser.isSet(table.help);
    options.version = parser.isSet(table.version);
    options.demo = parser.isSet(table.demo);
    options.screenshot = parser.value(table.screenshot);
    options.open = parser.value(table.open);
    options.profile = parser.value(table.profile);
    // The name becomes part of a file's name.
    static const QRegularExpression profileForm(QStringLiteral("^[A-Za-z0-9_-]{0,40}$"));
    if (!profileForm.match(options.profile).hasMatch())
        return wrong(
            QCoreApplication::translate("segue::ui::Options", "--profile: letters, digits, - and _ only, at most 40."));
    if (parser.isSet(table.screenshot) && options.screenshot.isEmpty())
        return wrong(QCoreApplication::translate("segue::ui::Options", "--screenshot: the name of a file is needed."));
    if (parser.isSet(table.clientId))
        options.clientId = parser.value(table.clientId).trimmed();

    if (parser.isSet(table.demoPort)) {
        const auto port = portOf(QStringLiteral("demo-port"), parser.value(table.demoPort));
        if (!port)
            return Unexpected(port.error());
        options.demoPort = *port;
    }
    if (parser.isSet(table.redirectPort)) {
        const auto port = portOf(QStringLiteral("redirect-port"), parser.value(table.redirectPort));
        if (!port)
            return Unexpected(port.error());
        options.redirectPort = *port;
    }
    if (parser.isSet(table.apiUrl)) {
        const auto url = endpointOf(QStringLiteral("api-url"), parser.value(table.apiUrl));
        if (!url)
            return Unexpected(url.error());
        options.apiUrl = *url;
    }
    if (parser.isSet(table.accountsUrl)) {
        const auto url = endpointOf(QStringLiteral("accounts-url"), parser.value(table.accountsUrl));
        if (!url)
            return Unexpected(url.error());
        options.accountsUrl = *url;
    }
    if (options.demo && (options.apiUrl || options.accountsUrl))
        return wrong(QCoreApplication::translate(
            "segue::ui::Options", "--demo brings its own services; --api-url and --accounts-url do not go with it."));
    if (parser.isSet(table.size)) {
        const auto size = sizeOf(parser.value(table.size));
        if (!size)
            return Unexpected(size.error());
        options.size = *size;
    }
    if (parser.isSet(table.colorScheme)) {
        const QString text = parser.value(table.colorScheme);
        options.colorScheme = colorSchemeFromText(text);
        if (colorSchemeText(*options.colorScheme) != text)
            return wrong(QCoreApplication::translate("segue::ui::Options", "--color-scheme: light, dark or system."));
    }
    return options;
}

QString optionsHelp()
{
    QCommandLineParser parser;
    Table().addTo(parser);
    return parser.helpText();
}

} // namespace segue::ui
