// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ChangeWatch.h"

#include "app/playlist/Editor.h"
#include "ui/panes/Panes.h"

#include <QGuiApplication>

namespace segue::ui
{

namespace
{

/// A question each minute, about the one or two playlists that are shown, is nothing to Spotify's limits.
constexpr std::chrono::seconds interval{60};

} // namespace

ChangeWatch::ChangeWatch(const Panes &panes, QObject *parent) : QObject(parent), m_panes(panes)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatch::look);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &ChangeWatch::look);
    m_timer.start();
}

void ChangeWatch::look() const
{
    // Nobody looks at it: what is there by then is read when somebody does.
    if (QGuiApplication::applicationState() != Qt::ApplicationActive)
        return;
    for (const Pane *pane : m_panes.all()) {
        if (pane->editor())
            pane->editor()->lookForChanges();
    }
}

} // namespace segue::ui
