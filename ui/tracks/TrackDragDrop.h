// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

#include <vector>

class QDragMoveEvent;
class QDropEvent;
class QMimeData;
class QPainter;
class QPixmap;

namespace segue::ui
{

class TrackView;

/// Dragging out of and into a TrackView: what is carried, where it would land, the line that shows it, scrolling
/// near the edges. Part of the view, kept apart because it has a state of its own.
class TrackDragDrop : public QObject
{
    Q_OBJECT

public:
    explicit TrackDragDrop(TrackView &view);

    void startDrag();
    void move(QDragMoveEvent *event);
    void leave();
    void drop(QDropEvent *event);
    void paintLine(QPainter &painter) const;
    [[nodiscard]] int lineRow() const { return m_lineRow; }

    /// Positions of a block of `count` rows after these rows went in front of `before`.
    [[nodiscard]] static std::vector<int> landing(const std::vector<int> &positions, int before);

private:
    void setLine(int row);
    void scrollNearEdges();
    [[nodiscard]] bool canDrop(const QMimeData *data, int before) const;
    /// The rows of this very list that the drop would move; none when it copies, or takes what comes from elsewhere.
    [[nodiscard]] std::vector<int> movedRows(const QDropEvent &event) const;
    void explain(const QMimeData *data);
    [[nodiscard]] QPixmap pixmap(const std::vector<int> &positions) const;

    TrackView &m_view;
    QTimer m_scrolling;
    QPoint m_position;
    int m_lineRow = -1;
    bool m_explained = false;
};

} // namespace segue::ui
