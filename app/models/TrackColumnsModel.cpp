// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackColumnsModel.h"

#include "app/models/LikedTracks.h"
#include "app/models/TrackListModel.h"

#include <QDateTime>
#include <QLocale>
#include <QMimeData>

namespace segue::models
{

// Not a QIdentityProxyModel: Qt 6.4's puts every persistent index into column 0 when the source changes its order.
TrackColumnsModel::TrackColumnsModel(QObject *parent) : QAbstractProxyModel(parent) {}

void TrackColumnsModel::setSourceModel(QAbstractItemModel *source)
{
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(source);
    if (source) {
        using Model = QAbstractItemModel;
        connect(source, &Model::modelAboutToBeReset, this, [this] { beginResetModel(); });
        connect(source, &Model::modelReset, this, [this] { endResetModel(); });
        connect(source, &Model::rowsAboutToBeInserted, this,
                [this](const QModelIndex &, int first, int last) { beginInsertRows({}, first, last); });
        connect(source, &Model::rowsInserted, this, [this] { endInsertRows(); });
        connect(source, &Model::rowsAboutToBeRemoved, this,
                [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, first, last); });
        connect(source, &Model::rowsRemoved, this, [this] { endRemoveRows(); });
        connect(source, &Model::rowsAboutToBeMoved, this,
                [this](const QModelIndex &, int first, int last, const QModelIndex &, int before) {
                    beginMoveRows({}, first, last, {}, before);
                });
        connect(source, &Model::rowsMoved, this, [this] { endMoveRows(); });
        connect(source, &Model::layoutAboutToBeChanged, this, &TrackColumnsModel::rememberPlaces);
        connect(source, &Model::layoutChanged, this, &TrackColumnsModel::restorePlaces);
        connect(source, &Model::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                    Q_EMIT dataChanged(index(first.row(), 0), index(last.row(), columnTotal - 1), roles);
                });
    }
    endResetModel();
}

void TrackColumnsModel::setLiked(const LikedTracks *liked)
{
    if (m_liked)
        m_liked->disconnect(this);
    m_liked = liked;
    if (!liked)
        return;
    connect(liked, &LikedTracks::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, Liked), index(rowCount() - 1, Liked), {Qt::CheckStateRole});
    });
}

QVariant TrackColumnsModel::likedData(const QModelIndex &source, int role) const
{
    using State = LikedTracks::State;
    const QString uri = source.data(TrackListModel::UriRole).toString();
    const State state = m_liked ? m_liked->state(uri) : State::Unknown;
    if (role == Qt::CheckStateRole)
        return state == State::Unknown ? QVariant() : QVariant(state == State::Liked ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::DisplayRole)
        return QString(); // it is a picture
    if (state != State::Liked)
        return QString();
    return LikedTracks::isEpisode(uri) ? tr("In Your Episodes") : tr("In Liked Songs");
}

void TrackColumnsModel::rememberPlaces()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_ownPlaces = persistentIndexList();
    for (const QModelIndex &own : std::as_const(m_ownPlaces))
        m_sourcePlaces.append(mapToSource(own));
}

void TrackColumnsModel::restorePlaces()
{
    QModelIndexList now;
    now.reserve(m_ownPlaces.size());
    for (qsizetype i = 0; i < m_ownPlaces.size(); ++i)
        now.append(index(m_sourcePlaces.at(i).row(), m_ownPlaces.at(i).column()));
    changePersistentIndexList(m_ownPlaces, now);
    m_ownPlaces.clear();
    m_sourcePlaces.clear();
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

int TrackColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->rowCount();
}

int TrackColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QModelIndex TrackColumnsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (parent.isValid() || row < 0 || row >= rowCount() || column < 0 || column >= columnTotal)
        return {};
    return createIndex(row, column);
}

QModelIndex TrackColumnsModel::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex TrackColumnsModel::sibling(int row, int column, const QModelIndex &) const
{
    return index(row, column);
}

QModelIndex TrackColumnsModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || !sourceModel())
        return {};
    return sourceModel()->index(proxyIndex.row(), 0);
}

QModelIndex TrackColumnsModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    return sourceIndex.isValid() ? createIndex(sourceIndex.row(), 0) : QModelIndex();
}

QVariant TrackColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !sourceModel())
        return {};
    const QModelIndex source = mapToSource(index);
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        const bool number = column == Position || column == Length;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    const bool saysLiked = role == Qt::CheckStateRole || role == Qt::DisplayRole || role == Qt::ToolTipRole ||
                           role == Qt::AccessibleTextRole;
    if (column == Liked && saysLiked)
        return likedData(source, role);
    if (role == Qt::ToolTipRole) {
        const QString state = source.data(TrackListModel::StateTextRole).toString();
        if (column == AddedAt) {
            const QDateTime at = source.data(TrackListModel::AddedAtRole).toDateTime();
            return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::LongFormat) : QString();
        }
        const QString text = data(index, Qt::DisplayRole).toString();
        return state.isEmpty() ? text : QString(text + u'\n' + state);
    }
    if (role == Qt::AccessibleTextRole)
        role = Qt::DisplayRole;
    if (role != Qt::DisplayRole)
        return source.data(role);

    switch (column) {
    case Position:
        return QLocale().toString(source.data(TrackListModel::PositionRole).toInt() + 1);
    case Title:
        return source.data(TrackListModel::TitleRole);
    case Artists:
        return source.data(TrackListModel::ArtistsRole);
    case Album:
        return source.data(TrackListModel::AlbumRole);
    case AddedAt:
        return relativeDate(source.data(TrackListModel::AddedAtRole).toDateTime(), QDateTime::currentDateTimeUtc());
    case AddedBy:
        return source.data(TrackListModel::AddedByRole);
    case Length:
        return lengthText(source.data(TrackListModel::LengthRole).toLongLong());
    case Liked:
        break; // above
    }
    return {};
}

QVariant TrackColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return role == Qt::DisplayRole ? QVariant(QLocale().toString(section + 1)) : QVariant();
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Position || section == Length;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Position:
        return role == Qt::DisplayRole ? tr("#") : tr("Position");
    case Title:
        return tr("Title");
    case Artists:
        return tr("Artist");
    case Album:
        return tr("Album");
    case AddedAt:
        return role == Qt::DisplayRole ? tr("Added") : tr("Date added");
    case AddedBy:
        return tr("Added by");
    case Length:
        return role == Qt::DisplayRole ? tr("Time") : tr("Length");
    case Liked:
        return role == Qt::DisplayRole ? tr("Liked") : tr("In Liked Songs");
    }
    return {};
}

QMimeData *TrackColumnsModel::mimeData(const QModelIndexList &indexes) const
{
    if (!sourceModel())
        return nullptr;
    // It makes one of the cells of a row by itself.
    QModelIndexList rows;
    rows.reserve(indexes.size());
    for (const QModelIndex &index : indexes)
        rows.append(mapToSource(index));
    return sourceModel()->mimeData(rows);
}

bool TrackColumnsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                     const QModelIndex &parent)
{
    if (!sourceModel())
        return false;
    const int target = row >= 0 ? row : parent.isValid() ? parent.row() : -1;
    return sourceModel()->dropMimeData(data, action, target, 0, {});
}

QString TrackColumnsModel::lengthText(qint64 milliseconds)
{
    if (milliseconds < 0)
        return {};
    const qint64 seconds = milliseconds / 1000;
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return QString::number(seconds / 60) + u':' + two(seconds % 60);
    return QString::number(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
}

QString TrackColumnsModel::relativeDate(const QDateTime &utc, const QDateTime &nowUtc)
{
    if (!utc.isValid())
        return {};
    const QDate day = utc.toLocalTime().date();
    const auto days = day.daysTo(nowUtc.toLocalTime().date());
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("yesterday");
    if (days > 1 && days < 7)
        return tr("%n day(s) ago", nullptr, static_cast<int>(days));
    if (days >= 7 && days < 31)
        return tr("%n week(s) ago", nullptr, static_cast<int>(days / 7));
    return QLocale().toString(day, QLocale::ShortFormat);
}

} // namespace segue::models
