// SPDX-License-Identifier: GPL-3.0-or-later
// Parses options and wires; everything else is elsewhere.
#include "ui/AppContext.h"
#include "ui/MainWindow.h"
#include "ui/Options.h"
#include "ui/Screenshot.h"
#include "ui/Settings.h"
#include "ui/Version.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/look/FontWarmUp.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"

#include <QApplication>

#include <cstdio>
#include <memory>

using namespace segue;

namespace
{

constexpr int goToDemo = 1000;
constexpr int leaveDemo = 1001;

void print(std::FILE *where, const QString &text)
{
    std::fputs(qPrintable(text), where);
    std::fputc('\n', where);
    std::fflush(where);
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList out;
    for (int i = 0; i < argc; ++i)
        out.append(QString::fromLocal8Bit(argv[i]));
    return out;
}

/// Before there is an application object: without a display Qt would end the program with a message for developers.
bool haveDisplay(const ui::Options &options)
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
        !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return true;
    if (options.screenshot.isEmpty())
        return false;
    qputenv("QT_QPA_PLATFORM", "offscreen");
#else
    Q_UNUSED(options)
#endif
    return true;
}

/// One life of the window; the demo and the real thing each have their own.
int run(const ui::Options &options, ui::Theme &theme)
{
    const std::unique_ptr<ui::Settings> settings = options.demo
                                                       ? std::make_unique<ui::Settings>(ui::Settings::Temporary())
                                                       : std::make_unique<ui::Settings>(options.profile);
    theme.setScheme(options.colorScheme.value_or(ui::colorSchemeFromText(settings->value(ui::setting::colorScheme))));
    ui::AppContext context(options, *settings);
    QString error;
    if (!context.prepare(&error)) {
        print(stderr, QStringLiteral("segue: ") + error);
        return 1;
    }
    if (context.isDemo())
        print(stdout, QString::fromUtf8(context.demoDescription()));
    ui::MainWindow window(context, *settings, theme, options);
    QObject::connect(&window, &ui::MainWindow::demoRequested, &window,
                     [](bool demo) { QCoreApplication::exit(demo ? goToDemo : leaveDemo); });
    std::unique_ptr<ui::Screenshot> screenshot;
    if (!options.screenshot.isEmpty())
        screenshot = std::make_unique<ui::Screenshot>(window, context, options.screenshot);
    window.show();
    context.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("segue"));
    QCoreApplication::setApplicationName(QStringLiteral("Segue"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEGUE_VERSION));
    auto parsed = ui::parseOptions(argumentsOf(argc, argv));
    if (!parsed) {
        print(stderr, QStringLiteral("segue: %1\nsegue --help lists the options.").arg(parsed.error().userText));
        return 2;
    }
    ui::Options options = *parsed;
    if (options.help || options.version) {
        const QCoreApplication app(argc, argv);
        print(stdout, options.help ? ui::optionsHelp() : QStringLiteral("Segue ") + QStringLiteral(SEGUE_VERSION));
        return 0;
    }
    if (!haveDisplay(options)) {
        print(stderr, QStringLiteral("segue: there is no display to show a window on. Start it from a desktop session, "
                                     "or add --screenshot FILE.png to have the window rendered to a file."));
        return 1;
    }
    const ui::FontWarmUp fonts;
    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.segue.Segue"));
    ui::initResources();
    ui::EnglishPlurals plurals;
    QApplication::installTranslator(&plurals);
    QApplication::setWindowIcon(ui::appIcon());
    ui::Theme theme(app);
    for (;;) {
        const int code = run(options, theme);
        if (code != goToDemo && code != leaveDemo)
            return code;
        options.demo = code == goToDemo;
    }
}
