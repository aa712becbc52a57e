// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace segue::ui
{

class AppContext;
class MainWindow;

/// --screenshot: waits until a playlist is shown with its artwork, or the welcome page when nobody is signed in, saves
/// a picture of the window, and ends the program with 0, or with 1 and a sentence on stderr. What has not come after
/// the time allowed is not waited for.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this. To be made before AppContext::start().
    Screenshot(MainWindow &window, AppContext &context, const QString &file, QObject *parent = nullptr);

private:
    void watch();
    void saveWhenRead();
    void save();
    void grab();

    MainWindow &m_window;
    AppContext &m_context;
    QString m_file;
    QTimer m_quiet;    ///< nothing has arrived for a while
    QTimer m_patience; ///< the time allowed
    bool m_sawArtwork = false;
};

} // namespace segue::ui
