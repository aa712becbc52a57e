// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/EmptyTrackList.h"

#include "app/models/TrackColumnsModel.h"
#include "ui/look/Theme.h"
#include "ui/tracks/TrackDelegate.h"
#include "ui/tracks/TrackHeader.h"
#include "ui/tracks/TrackView.h"

#include <QPainter>

namespace segue::ui
{

using Columns = models::TrackColumnsModel;

EmptyTrackList::EmptyTrackList(TrackView &view) : m_view(view)
{
    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(500);
    connect(&m_skeletonDelay, &QTimer::timeout, view.viewport(), qOverload<>(&QWidget::update));
    connect(&view, &TrackView::shownCountChanged, this, &EmptyTrackList::describe);
}

void EmptyTrackList::setText(const QString &title, const QString &text)
{
    if (title == m_title && text == m_text)
        return;
    m_title = title;
    m_text = text;
    describe();
    m_view.viewport()->update();
}

bool EmptyTrackList::isNothingFound() const
{
    return m_view.isFiltered() && m_view.positionCount() > 0;
}

QString EmptyTrackList::nothingFound() const
{
    // What has not been read yet may match.
    const QString text =
        m_loading ? tr("No track that has been read so far matches “%1”") : tr("No track matches “%1”");
    return text.arg(m_view.filter().simplified());
}

void EmptyTrackList::describe()
{
    const QString text = isNothingFound() && m_view.shownCount() == 0 ? nothingFound()
                         : m_text.isEmpty()                           ? m_title
                                                                      : QStringLiteral("%1 %2").arg(m_title, m_text);
    if (text != m_view.accessibleDescription())
        m_view.setAccessibleDescription(text);
}

void EmptyTrackList::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    if (loading)
        m_skeletonDelay.start();
    else
        m_skeletonDelay.stop();
    m_view.viewport()->update();
}

void EmptyTrackList::paint(QPainter &painter) const
{
    if (isNothingFound())
        paintWords(painter, nothingFound(), tr("Press Esc to see the whole playlist again."));
    else if (!m_loading)
        paintWords(painter, m_title, m_text);
    else if (!m_skeletonDelay.isActive())
        paintSkeleton(painter);
}

void EmptyTrackList::paintSkeleton(QPainter &painter) const
{
    const int height = m_view.verticalHeader()->defaultSectionSize();
    for (int row = 0; row * height < m_view.viewport()->height(); ++row) {
        for (int column = Columns::Title; column <= Columns::Length; ++column) {
            if (!m_view.trackHeader().isSectionHidden(column))
                TrackDelegate::paintSkeleton(
                    painter,
                    QRect(m_view.columnViewportPosition(column), row * height, m_view.columnWidth(column), height),
                    m_view.palette(), row, column);
        }
    }
}

void EmptyTrackList::paintWords(QPainter &painter, const QString &title, const QString &text) const
{
    if (title.isEmpty() && text.isEmpty())
        return;
    const QRect area = m_view.viewport()->rect().adjusted(32, 0, -32, 0);
    QFont large = m_view.font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    const int line = QFontMetrics(large).height();
    const int top = qMax(24, area.height() * 2 / 5 - line);
    painter.setFont(large);
    painter.setPen(quietText(m_view.palette()));
    painter.drawText(QRect(area.left(), top, area.width(), line), Qt::AlignCenter,
                     QFontMetrics(large).elidedText(title, Qt::ElideRight, area.width()));
    painter.setFont(m_view.font());
    painter.drawText(QRect(area.left(), top + line + 8, area.width(), area.height() - top - line),
                     int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, text);
}

} // namespace segue::ui
