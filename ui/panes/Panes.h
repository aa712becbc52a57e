// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/Pane.h"

#include <QSplitter>

#include <vector>

namespace segue::ui
{

/// The centre of the window: one pane, or two side by side. One of them is active: commands, undo, and the choice of
/// a playlist in the side bar mean that one. It is the one that was clicked, dropped on, or got the keyboard last.
class Panes : public QSplitter
{
    Q_OBJECT

public:
    explicit Panes(const Pane::Services &services, QWidget *parent = nullptr);
    ~Panes() override;

    [[nodiscard]] Pane &active() const { return *m_active; }
    /// The one that is not; null when there is only one on the screen.
    [[nodiscard]] Pane *other() const;
    /// The one that shows this playlist, or null.
    [[nodiscard]] Pane *find(const QString &playlistId) const;
    /// From left to right (right to left, where that is the way of reading).
    [[nodiscard]] const std::vector<Pane *> &all() const { return m_shown; }

    void activate(Pane &pane);
    /// Activates the other pane, which is there from then on, if need be without a playlist.
    Pane &openBeside();
    /// Takes a pane off the screen, with what it shows; the last one stays.
    void close(Pane &pane);

Q_SIGNALS:
    /// A pane that has never been there; its place is on the screen next.
    void made(segue::ui::Pane *pane);
    /// Commands mean another pane from now on.
    void activeChanged();
    /// There are two now, or one.
    void countChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Pane *make();
    [[nodiscard]] Pane *paneOf(const QObject *object) const;
    void showCount();

    const Pane::Services m_services;
    Pane *m_first;
    Pane *m_second = nullptr; ///< made when it is wanted, and kept: what it has begun goes on when it is closed
    Pane *m_active;
    std::vector<Pane *> m_shown;
};

} // namespace segue::ui
