// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace segue::models
{
class ArtworkCache;
}

namespace segue::ui
{

/// Paints one cell of the track table: position, artwork with title, or a line of text. Rows whose entries are not
/// read yet get a quiet placeholder. Knows nothing of selection rules or dragging. Only painted cells cost anything.
class TrackDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 38;
    static constexpr int artworkSize = 30;
    static constexpr int cellMargin = 8;
    static constexpr int linkSize = 16;

    /// The cache must outlive the delegate.
    explicit TrackDelegate(models::ArtworkCache &artwork, QObject *parent = nullptr);

    /// The row under the mouse, −1 for none; the view repaints it.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    /// Where the link to Spotify is shown in a hovered title cell.
    [[nodiscard]] static QRect linkRect(const QRect &cell, Qt::LayoutDirection direction);

    /// Where the heart is in a cell of its column.
    [[nodiscard]] static QRect heartRect(const QRect &cell, Qt::LayoutDirection direction);

    /// Where a cell's content will be, while it is being read.
    static void paintSkeleton(QPainter &painter, const QRect &cell, const QPalette &palette, int row, int column);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintHeart(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTitle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const QColor &text) const;

    models::ArtworkCache &m_artwork;
    int m_hoveredRow = -1;
};

} // namespace segue::ui
