// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/SelectionBand.h"

#include <QAbstractItemView>
#include <QRubberBand>
#include <QScrollBar>

namespace segue::ui
{

SelectionBand::SelectionBand(QAbstractItemView &view) : m_view(view) {}

SelectionBand::~SelectionBand() = default;

void SelectionBand::begin(const QPoint &position)
{
    m_start = position + QPoint(0, m_view.verticalScrollBar()->value());
    if (!m_band)
        m_band = std::make_unique<QRubberBand>(QRubberBand::Rectangle, m_view.viewport());
}

void SelectionBand::stretch(const QPoint &position)
{
    if (!m_band)
        return;
    const QPoint start = m_start - QPoint(0, m_view.verticalScrollBar()->value());
    m_band->setGeometry(QRect(start, position).normalized().intersected(m_view.viewport()->rect()));
    m_band->show();
}

void SelectionBand::end()
{
    m_band.reset();
}

bool SelectionBand::isShown() const
{
    return m_band && m_band->isVisible();
}

} // namespace segue::ui
