// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <QList>
#include <QPersistentModelIndex>

namespace segue::models
{

class LikedTracks;

/// The columns of the track table, spread over the roles of a TrackListModel, or of a TrackFilterModel over one. Thin:
/// rows are the source's rows, numbered by their positions in the playlist.
/// DisplayRole, ToolTipRole, TextAlignmentRole, AccessibleTextRole and header texts are made here, and the
/// CheckStateRole of Liked (none while it is not known); every other role is the source's, in every column.
class TrackColumnsModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    enum Column { Position, Title, Artists, Album, AddedAt, AddedBy, Length, Liked };
    static constexpr int columnTotal = Liked + 1;

    explicit TrackColumnsModel(QObject *parent = nullptr);

    /// What the column of hearts shows; must outlive this. Null for nothing.
    void setLiked(const LikedTracks *liked);

    void setSourceModel(QAbstractItemModel *source) override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// One row many times (a cell each) becomes one row of the source.
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// "3:41", "1:02:03".
    [[nodiscard]] static QString lengthText(qint64 milliseconds);
    /// "today", "3 days ago", "12 May 2024".
    [[nodiscard]] static QString relativeDate(const QDateTime &utc, const QDateTime &nowUtc);

private:
    void rememberPlaces();
    void restorePlaces();
    [[nodiscard]] QVariant likedData(const QModelIndex &source, int role) const;

    const LikedTracks *m_liked = nullptr;
    QModelIndexList m_ownPlaces;                 ///< persistent indexes while the source changes its order …
    QList<QPersistentModelIndex> m_sourcePlaces; ///< … and the source rows they stand for
};

} // namespace segue::models
