// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace segue::models
{
class ArtworkCache;
}

namespace segue::ui
{

/// Paints a line of a source: picture, title over who made it, and a detail at the end.
class SourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 48;
    static constexpr int pictureSize = 36;

    /// The cache must outlive the delegate.
    explicit SourceDelegate(models::ArtworkCache &artwork, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintPicture(QPainter &painter, const QRect &rect, const QPalette &palette, const QModelIndex &index) const;

    models::ArtworkCache &m_artwork;
};

} // namespace segue::ui
