// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Screenshot.h"

#include "app/auth/Session.h"
#include "app/models/ArtworkCache.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/AppContext.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QCoreApplication>
#include <QPixmap>

#include <cstdio>

namespace segue::ui
{

namespace
{

constexpr std::chrono::milliseconds quietTime{700};
constexpr std::chrono::seconds patience{20};

} // namespace

Screenshot::Screenshot(MainWindow &window, AppContext &context, const QString &file, QObject *parent)
    : QObject(parent), m_window(window), m_context(context), m_file(file)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshot::saveWhenRead);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Screenshot::save);
    m_patience.start(patience);
    connect(&window, &MainWindow::workspaceOpened, this, &Screenshot::watch);
    const auto lookAtSession = [this] {
        // The demo signs in by itself.
        if (m_context.session().state() == auth::Session::State::SignedOut && !m_context.isDemo())
            grab();
    };
    connect(&context.session(), &auth::Session::stateChanged, this, lookAtSession, Qt::QueuedConnection);
    QTimer::singleShot(0, this, lookAtSession); // without a client id there is nothing to wait for
    watch();
}

void Screenshot::watch()
{
    Workspace *workspace = m_window.workspace();
    if (!workspace)
        return;
    connect(&workspace->account().artwork, &models::ArtworkCache::ready, this, [this] {
        // As long as pictures keep coming, more are on their way.
        m_sawArtwork = true;
        m_quiet.start();
    });
    connect(&workspace->page().view(), &TrackView::visibleRowsChanged, this, [this] {
        if (m_sawArtwork)
            m_quiet.start();
    });
}

void Screenshot::saveWhenRead()
{
    const Workspace *workspace = m_window.workspace();
    const models::TrackListModel *tracks = workspace ? workspace->page().view().tracks() : nullptr;
    if (tracks && (tracks->editor().document().isComplete() || tracks->editor().loadError()))
        save();
    else
        m_quiet.start();
}

void Screenshot::save()
{
    m_quiet.stop();
    m_patience.stop();
    // Told as it is: a picture of an empty window would look like a success.
    if (!m_window.workspace() || !m_window.workspace()->page().open()) {
        std::fprintf(stderr, "segue: no playlist could be shown within %lld s.\n",
                     static_cast<long long>(patience.count()));
        QCoreApplication::exit(1);
        return;
    }
    grab();
}

void Screenshot::grab()
{
    if (!m_window.grab().save(m_file, "PNG")) {
        std::fprintf(stderr, "segue: %s could not be written.\n", qPrintable(m_file));
        QCoreApplication::exit(1);
        return;
    }
    QCoreApplication::exit(0);
}

} // namespace segue::ui
