// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/TrackDragDrop.h"

#include "app/models/TrackListModel.h"
#include "app/playlist/Editor.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"
#include "ui/tracks/TrackView.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <numeric>

namespace segue::ui
{

using models::TrackListModel;

namespace
{

constexpr int edgeZone = 44; ///< pixels at the top and bottom in which the list scrolls by itself
constexpr int scrollInterval = 16;

} // namespace

TrackDragDrop::TrackDragDrop(TrackView &view) : m_view(view)
{
    m_scrolling.setInterval(scrollInterval);
    connect(&m_scrolling, &QTimer::timeout, this, &TrackDragDrop::scrollNearEdges);
}

std::vector<int> TrackDragDrop::landing(const std::vector<int> &positions, int before)
{
    const auto above = std::count_if(positions.begin(), positions.end(), [before](int p) { return p < before; });
    std::vector<int> out(positions.size());
    std::iota(out.begin(), out.end(), before - static_cast<int>(above));
    return out;
}

void TrackDragDrop::startDrag()
{
    const std::vector<int> positions = m_view.selectedPositions();
    TrackListModel *tracks = m_view.tracks();
    if (positions.empty() || !tracks)
        return;
    // One index a row; the table would hand over one a cell.
    QModelIndexList indexes;
    indexes.reserve(static_cast<qsizetype>(positions.size()));
    for (const int position : positions)
        indexes.append(tracks->index(position));
    QMimeData *data = tracks->mimeData(indexes);
    if (!data)
        return;
    auto *drag = new QDrag(&m_view);
    drag->setMimeData(data);
    drag->setPixmap(pixmap(positions));
    drag->setHotSpot(QPoint(-12, -8));
    m_explained = false;
    // Whatever the outcome: dropMimeData() has put the rows where they belong, nothing is removed here.
    drag->exec(Qt::MoveAction | Qt::CopyAction | Qt::LinkAction, Qt::MoveAction);
    leave();
}

bool TrackDragDrop::canDrop(const QMimeData *data, int before) const
{
    const TrackListModel *tracks = m_view.tracks();
    return tracks && tracks->canDropMimeData(data, Qt::MoveAction, before, 0, {});
}

/// Says once a drag why nothing can be dropped.
void TrackDragDrop::explain(const QMimeData *data)
{
    if (m_explained)
        return;
    m_explained = true;
    const TrackListModel *tracks = m_view.tracks();
    if (!tracks)
        return;
    const QString readOnly = tracks->editor().readOnlyReason();
    const bool isOurs = data->hasFormat(TrackListModel::rowsMimeType);
    if (!readOnly.isEmpty() && (isOurs || data->hasUrls() || data->hasText()))
        Q_EMIT m_view.dropRefused(readOnly);
}

std::vector<int> TrackDragDrop::movedRows(const QDropEvent &event) const
{
    const bool copies = event.modifiers() & Qt::ControlModifier && event.possibleActions() & Qt::CopyAction;
    return copies ? std::vector<int>() : m_view.tracks()->ownRows(event.mimeData());
}

void TrackDragDrop::move(QDragMoveEvent *event)
{
    m_position = event->position().toPoint();
    if (!canDrop(event->mimeData(), m_view.insertionPositionAt(m_position))) {
        explain(event->mimeData());
        setLine(-1);
        event->ignore();
        return;
    }
    if (!movedRows(*event).empty())
        event->setDropAction(Qt::MoveAction);
    else if (event->possibleActions() & Qt::CopyAction)
        event->setDropAction(Qt::CopyAction);
    setLine(m_view.insertionRowAt(m_position));
    if (!m_scrolling.isActive())
        m_scrolling.start();
    event->accept();
}

void TrackDragDrop::leave()
{
    m_scrolling.stop();
    setLine(-1);
}

void TrackDragDrop::drop(QDropEvent *event)
{
    const int position = m_view.insertionPositionAt(event->position().toPoint());
    leave();
    m_explained = false;
    TrackListModel *tracks = m_view.tracks();
    if (!canDrop(event->mimeData(), position)) {
        event->ignore();
        return;
    }
    const std::vector<int> moved = movedRows(*event);
    if (!moved.empty())
        event->setDropAction(Qt::MoveAction);
    else if (event->possibleActions() & Qt::CopyAction)
        event->setDropAction(Qt::CopyAction);
    if (m_view.m_takeDrop && tracks->ownRows(event->mimeData()).empty()) {
        event->accept();
        m_view.setFocus(Qt::MouseFocusReason);
        m_view.m_takeDrop(*event->mimeData(), position);
        return;
    }
    const int before = tracks->rowCount();
    const bool changed = tracks->dropMimeData(event->mimeData(), event->dropAction(), position, 0, {});
    // Also for a drop that changes nothing: the source must not think that it was refused.
    event->accept();
    m_view.setFocus(Qt::MouseFocusReason);
    if (!changed)
        return;
    if (!moved.empty()) {
        m_view.selectPositions(landing(moved, position));
    } else if (tracks->rowCount() > before) {
        std::vector<int> inserted(static_cast<std::size_t>(tracks->rowCount() - before));
        std::iota(inserted.begin(), inserted.end(), position);
        m_view.selectPositions(inserted);
    }
}

void TrackDragDrop::setLine(int row)
{
    if (row == m_lineRow)
        return;
    for (const int each : {m_lineRow, row}) {
        if (each >= 0)
            m_view.viewport()->update(0, m_view.edgeOf(each) - 4, m_view.viewport()->width(), 8);
    }
    m_lineRow = row;
}

void TrackDragDrop::paintLine(QPainter &painter) const
{
    if (m_lineRow < 0)
        return;
    const QRect area = m_view.viewport()->rect();
    // At the very top and bottom the line stays whole.
    const int y = qBound(1, m_view.edgeOf(m_lineRow), area.height() - 1);
    painter.fillRect(QRect(0, y - 1, area.width(), 2), m_view.palette().color(QPalette::Highlight));
}

void TrackDragDrop::scrollNearEdges()
{
    const int height = m_view.viewport()->height();
    const int zone = qMin(edgeZone, height / 4);
    int depth = 0; // how far into a zone, negative at the top
    if (m_position.y() < zone)
        depth = m_position.y() - zone;
    else if (m_position.y() > height - zone)
        depth = m_position.y() - (height - zone);
    if (depth == 0)
        return;
    QScrollBar *bar = m_view.verticalScrollBar();
    const int before = bar->value();
    // Slow where the zone begins, a screen in about half a second at its end.
    const int step = qBound(-height / 2, depth * qAbs(depth) / 40 + (depth > 0 ? 1 : -1), height / 2);
    bar->setValue(before + step);
    if (bar->value() != before) {
        m_view.viewport()->update();
        m_lineRow = m_view.insertionRowAt(m_position);
    }
}

QPixmap TrackDragDrop::pixmap(const std::vector<int> &positions) const
{
    const TrackListModel *tracks = m_view.tracks();
    const QModelIndex first = tracks->index(positions.front());
    const QString title = positions.size() == 1
                              ? first.data(TrackListModel::TitleRole).toString()
                              : TrackView::tr("%1 and more").arg(first.data(TrackListModel::TitleRole).toString());
    const QString count = positions.size() > 1 ? QLocale().toString(static_cast<int>(positions.size())) : QString();
    const QFontMetrics metrics = m_view.fontMetrics();
    const int height = metrics.height() + 14;
    const int badge = count.isEmpty() ? 0 : qMax(metrics.height() + 4, metrics.horizontalAdvance(count) + 12);
    const int width = qMin(280, metrics.horizontalAdvance(title) + 26 + (badge > 0 ? badge + 6 : 0));

    const qreal scale = m_view.devicePixelRatioF();
    QPixmap pixmap(QSize(width, height) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_view.font());
    const QPalette palette = m_view.palette();
    painter.setPen(hairline(palette));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 6, 6);
    painter.setPen(palette.color(QPalette::Text));
    drawLine(painter, QRect(12, 0, width - 24 - (badge > 0 ? badge + 4 : 0), height), Qt::AlignLeft, title);
    if (badge > 0) {
        const QRectF round(width - badge - 8, (height - metrics.height() - 4) / 2.0, badge, metrics.height() + 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(QPalette::Highlight));
        painter.drawRoundedRect(round, round.height() / 2, round.height() / 2);
        painter.setPen(palette.color(QPalette::HighlightedText));
        painter.drawText(round, Qt::AlignCenter, count);
    }
    return pixmap;
}

} // namespace segue::ui
