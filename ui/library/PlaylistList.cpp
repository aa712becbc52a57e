// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/PlaylistList.h"

#include "app/models/PlaylistListModel.h"
#include "app/models/TrackListModel.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

namespace segue::ui
{

using models::PlaylistListModel;
using models::TrackListModel;

PlaylistList::PlaylistList(QWidget *parent) : QListView(parent)
{
    setAcceptDrops(true);
    setDragDropMode(DropOnly);
    setDropIndicatorShown(false);
    setAutoScroll(true);
}

QString PlaylistList::dropTarget() const
{
    return m_target.data(PlaylistListModel::IdRole).toString();
}

QModelIndex PlaylistList::targetAt(const QDropEvent &event) const
{
    const QMimeData *mime = event.mimeData();
    if (!m_accepts || !(event.possibleActions() & Qt::CopyAction) ||
        !(mime->hasFormat(TrackListModel::rowsMimeType) || mime->hasUrls() || mime->hasText()))
        return {};
    const QModelIndex index = indexAt(event.position().toPoint());
    const QString id = index.data(PlaylistListModel::IdRole).toString();
    return !id.isEmpty() && m_accepts(id, *mime) ? index : QModelIndex();
}

void PlaylistList::setTarget(const QModelIndex &index)
{
    if (index == m_target)
        return;
    viewport()->update(visualRect(m_target));
    viewport()->update(visualRect(index));
    m_target = index;
}

void PlaylistList::dragEnterEvent(QDragEnterEvent *event)
{
    // Accepted even where nothing can be dropped: only then do further positions, and the leaving, get here.
    event->accept();
}

void PlaylistList::dragMoveEvent(QDragMoveEvent *event)
{
    // The base class scrolls near the edges.
    QListView::dragMoveEvent(event);
    setTarget(targetAt(*event));
    // Tracks are added, wherever they come from: they stay where they are dragged from.
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(m_target.isValid());
}

void PlaylistList::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    setTarget({});
}

void PlaylistList::dropEvent(QDropEvent *event)
{
    stopAutoScroll();
    setState(NoState);
    const QModelIndex target = targetAt(*event);
    setTarget({});
    if (!target.isValid()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(target.data(PlaylistListModel::IdRole).toString(), event->mimeData());
}

void PlaylistList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier && currentIndex().isValid())
        Q_EMIT besideRequested(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void PlaylistList::mousePressEvent(QMouseEvent *event)
{
    const bool beside = event->button() == Qt::MiddleButton ||
                        (event->button() == Qt::LeftButton && event->modifiers() & Qt::ControlModifier);
    if (!beside) {
        QListView::mousePressEvent(event);
        return;
    }
    if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid())
        Q_EMIT besideRequested(index);
}

void PlaylistList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_target.isValid())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = palette().color(QPalette::Highlight);
    painter.setPen(QPen(fill, 2));
    fill.setAlphaF(0.14F);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(visualRect(m_target)).adjusted(5, 2, -5, -2), 5, 5);
}

} // namespace segue::ui
