// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/store/Store.h"
#include "app/web/ApiClient.h"
#include "app/web/ImageLoader.h"
#include "tests/bench/BenchService.h"
#include "ui/Account.h"
#include "ui/Commands.h"
#include "ui/Settings.h"
#include "ui/Workspace.h"
#include "ui/dialogs/DialogSeams.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QTimer>

namespace segue::bench
{

/// The longest time for which the event loop did not come round, in milliseconds.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    StallWatch();
    void start();
    double stop();
    /// The most processor time that this thread took for one round of the event loop: what of the stall is the
    /// program's own doing, however busy the machine is. Until the next start().
    [[nodiscard]] double mostWork() const { return m_mostWork; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
    double m_workSoFar = 0;
    double m_mostWork = 0;
};

void runFor(std::chrono::milliseconds time);
/// Ends the program when that takes over `patience`.
void runUntil(const std::function<bool()> &condition, std::chrono::seconds patience = std::chrono::seconds{60});
/// To one digit, as the benches print milliseconds.
[[nodiscard]] double rounded(double value);

/// The real window, signed in at a stand-in whose library is read.
class BenchWindow
{
public:
    /// `storePath`: the file in which it keeps what it has read; empty: it keeps nothing.
    BenchWindow(const BenchService &service, int items, const QString &storePath = {});
    ~BenchWindow();
    Q_DISABLE_COPY_MOVE(BenchWindow)

    [[nodiscard]] ui::Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] ui::Commands &commands() { return m_commands; }
    [[nodiscard]] web::ApiClient &api() { return m_api; }
    [[nodiscard]] QMainWindow &window() { return m_window; }
    /// Playlists of the user: one with `items` rows, one with none.
    [[nodiscard]] const QString &big() const { return m_big; }
    [[nodiscard]] const QString &empty() const { return m_empty; }

private:
    std::unique_ptr<store::Store> m_store;
    FixedToken m_token;
    QNetworkAccessManager m_network;
    QNetworkAccessManager m_imageNetwork;
    web::DialectMemoryInRam m_dialects;
    web::Caller m_caller;
    web::ApiClient m_api{m_caller};
    web::ImageLoader m_images;
    models::Library m_library;
    models::ArtworkCache m_artwork;
    ui::Settings m_settings{ui::Settings::Temporary()};
    ui::Commands m_commands;
    const ui::DialogSeams m_seams = ui::DialogSeams::forUser();
    QMainWindow m_window;
    ui::Workspace *m_workspace; ///< of the window
    QString m_big;
    QString m_empty;
};

} // namespace segue::bench
