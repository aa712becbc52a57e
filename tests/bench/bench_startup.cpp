// SPDX-License-Identifier: GPL-3.0-or-later
// Time from the start of a process to the first paint of its window: Segue's own (first start: the welcome page)
// against an empty QMainWindow, in turn, each in a process of its own. One line of JSON. bench_startup [--runs N]
#include "ui/AppContext.h"
#include "ui/MainWindow.h"
#include "ui/Options.h"
#include "ui/Settings.h"
#include "ui/look/FontWarmUp.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMainWindow>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace segue;

namespace
{

/// Ends the process as soon as the window has been painted: without destructors, which are no part of starting up.
class UntilPainted : public QObject
{
public:
    // Any widget's: the parts of a window may leave nothing of the window itself to paint.
    explicit UntilPainted(QApplication &app) { app.installEventFilter(this); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                this, [] { std::_Exit(0); }, Qt::QueuedConnection);
        return false;
    }
};

int showSegue(int argc, char **argv)
{
    const ui::FontWarmUp fonts;
    QApplication app(argc, argv);
    ui::initResources();
    QApplication::setWindowIcon(ui::appIcon());
    ui::Theme theme(app);
    ui::Settings settings{ui::Settings::Temporary()};
    ui::Options options;
    ui::AppContext context(options, settings);
    QString error;
    if (!context.prepare(&error))
        return 1;
    ui::MainWindow window(context, settings, theme, options);
    const UntilPainted until(app);
    window.show();
    context.start();
    return QApplication::exec();
}

/// `folder` is for the temporary files of the process, which ends without removing them.
double milliseconds(const QString &folder, const QString &program, const QStringList &arguments = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), folder);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("a run failed");
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QByteArray first = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (first == "--segue")
        return showSegue(argc, argv);

    const QCoreApplication app(argc, argv);
    const int runs = first == "--runs" && argc > 2 ? std::max(1, std::atoi(argv[2])) : 15;
    const QTemporaryDir folder;
    const QString bin = QCoreApplication::applicationDirPath();
    std::vector<double> empty;
    std::vector<double> segueTimes;
    std::vector<double> ratios;
    for (int i = -1; i < runs; ++i) {
        const double a = milliseconds(folder.path(), bin + QStringLiteral("/bench_empty_window"));
        const double b =
            milliseconds(folder.path(), QCoreApplication::applicationFilePath(), {QStringLiteral("--segue")});
        if (i < 0)
            continue; // warms the caches of the disk
        empty.push_back(a);
        segueTimes.push_back(b);
        ratios.push_back(b / a);
    }
    const QJsonObject line{{QStringLiteral("runs"), runs},
                           {QStringLiteral("empty_window_ms"), qRound(median(empty))},
                           {QStringLiteral("segue_ms"), qRound(median(segueTimes))},
                           {QStringLiteral("ratio"), qRound(median(ratios) * 100) / 100.0}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}
