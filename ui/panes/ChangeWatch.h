// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace segue::ui
{

class Panes;

/// Looks for what somebody else changed in the playlists on the screen, or the user in another program: when the user
/// comes back to the window, and each minute while they are there. GUI thread.
class ChangeWatch : public QObject
{
    Q_OBJECT

public:
    /// The panes must outlive this.
    explicit ChangeWatch(const Panes &panes, QObject *parent = nullptr);

    /// Now, unless nobody looks at the window.
    void look() const;

private:
    const Panes &m_panes;
    QTimer m_timer;
};

} // namespace segue::ui
