// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

#include <memory>

class QAbstractItemView;
class QRubberBand;

namespace segue::ui
{

/// The frame that is drawn from the empty space of a list over the rows that it selects. GUI thread; the view must
/// outlive this.
class SelectionBand
{
public:
    explicit SelectionBand(QAbstractItemView &view);
    ~SelectionBand();

    /// Positions are those of the viewport. Nothing is shown yet.
    void begin(const QPoint &position);
    /// Without effect when none was begun.
    void stretch(const QPoint &position);
    void end();
    [[nodiscard]] bool isShown() const;

private:
    QAbstractItemView &m_view;
    std::unique_ptr<QRubberBand> m_band; ///< from begin() to end()
    QPoint m_start;                      ///< in the list, not in the viewport: it may scroll meanwhile
};

} // namespace segue::ui
