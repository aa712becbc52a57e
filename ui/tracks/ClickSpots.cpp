// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/ClickSpots.h"

#include "app/models/LikedTracks.h"
#include "app/models/TrackColumnsModel.h"
#include "app/models/TrackListModel.h"
#include "ui/tracks/TrackDelegate.h"

#include <QAbstractItemView>

#include <utility>

namespace segue::ui
{

using Columns = models::TrackColumnsModel;
using models::TrackListModel;

ClickSpots::Click ClickSpots::at(const QPoint &position) const
{
    const QModelIndex index = m_view.indexAt(position);
    if (!index.isValid())
        return {};
    const QRect cell = m_view.visualRect(index);
    const Qt::LayoutDirection direction = m_view.layoutDirection();
    if (index.column() == Columns::Title && TrackDelegate::linkRect(cell, direction).contains(position) &&
        !index.data(TrackListModel::LinkRole).toUrl().isEmpty())
        return {Spot::Link, index.row()};
    if (index.column() == Columns::Liked && TrackDelegate::heartRect(cell, direction).contains(position) &&
        models::LikedTracks::canBeLiked(index.data(TrackListModel::UriRole).toString()))
        return {Spot::Heart, index.row()};
    return {};
}

bool ClickSpots::press(const QPoint &position)
{
    m_pressed = at(position);
    return isPressed();
}

ClickSpots::Click ClickSpots::release(const QPoint &position)
{
    const Click pressed = std::exchange(m_pressed, {});
    const Click released = at(position);
    return released.spot == pressed.spot && released.row == pressed.row ? pressed : Click{};
}

} // namespace segue::ui
