// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace segue::models
{
class ArtworkCache;
}

namespace segue::ui
{

/// A playlist as a line: small cover, name, number of items; a section as a small heading.
class PlaylistDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 36;
    static constexpr int sectionHeight = 34;
    static constexpr int coverSize = 26;

    /// The cache must outlive the delegate.
    explicit PlaylistDelegate(models::ArtworkCache &artwork, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The whole name, when it does not fit.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintSection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPlaylist(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    models::ArtworkCache &m_artwork;
};

} // namespace segue::ui
