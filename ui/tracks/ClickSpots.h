// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QAbstractItemView;

namespace segue::ui
{

/// What can be clicked within the cells of the track table, without selecting the row: the link behind a title, and the
/// heart. GUI thread; the view must outlive this.
class ClickSpots
{
public:
    enum class Spot { None, Link, Heart };
    struct Click {
        Spot spot = Spot::None;
        int row = -1;
    };

    explicit ClickSpots(const QAbstractItemView &view) : m_view(view) {}

    /// Positions are those of the viewport.
    [[nodiscard]] bool isAt(const QPoint &position) const { return at(position).spot != Spot::None; }
    /// Whether there is one: then the press, and what follows up to the release, is not the view's.
    bool press(const QPoint &position);
    [[nodiscard]] bool isPressed() const { return m_pressed.spot != Spot::None; }
    /// What was clicked: nothing when the button was let go elsewhere.
    Click release(const QPoint &position);

private:
    [[nodiscard]] Click at(const QPoint &position) const;

    const QAbstractItemView &m_view;
    Click m_pressed;
};

} // namespace segue::ui
