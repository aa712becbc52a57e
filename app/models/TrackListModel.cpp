// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackListModel.h"

#include "app/models/TrackMime.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"

#include <QMimeData>

#include <algorithm>

namespace segue::models
{

using playlist::Document;
using playlist::Row;

const QString TrackListModel::rowsMimeType = QStringLiteral("application/x-segue-rows");

TrackListModel::TrackListModel(playlist::Editor &editor, QObject *parent) : QAbstractListModel(parent), m_editor(editor)
{
    const Document &document = editor.document();
    connect(&document, &Document::aboutToReset, this, [this] { beginResetModel(); });
    connect(&document, &Document::resetDone, this, [this] { endResetModel(); });
    connect(&document, &Document::rowsAboutToBeRemoved, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&document, &Document::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(&document, &Document::rowsAboutToBeInserted, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&document, &Document::rowsInserted, this, [this] { endInsertRows(); });
    connect(&document, &Document::rowsAboutToBeMoved, this,
            [this](int first, int last, int before) { beginMoveRows({}, first, last, {}, before); });
    connect(&document, &Document::rowsMoved, this, [this] { endMoveRows(); });
    connect(&document, &Document::orderAboutToChange, this,
            [this] { Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint); });
    connect(&document, &Document::orderChanged, this, [this](const std::vector<int> &newPositions) {
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        to.reserve(from.size());
        for (const QModelIndex &old : from)
            to.append(index(newPositions[static_cast<std::size_t>(old.row())]));
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    });
    connect(&document, &Document::rowsChanged, this,
            [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); });
}

int TrackListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_editor.document().size();
}

TrackListModel::RowState TrackListModel::stateOf(const Row &row) const
{
    if (!row.loaded)
        return RowState::Loading;
    if (!row.entry.medium)
        return RowState::Null;
    if (row.entry.medium->isLocal)
        return RowState::Local;
    if (!row.confirmed)
        return RowState::Unsaved;
    return row.entry.medium->isPlayable ? RowState::Ordinary : RowState::Unavailable;
}

QString TrackListModel::whyUnavailable(web::Restriction restriction)
{
    switch (restriction) {
    case web::Restriction::Market:
        return tr("Not available in your country at present. It can be moved and removed.");
    case web::Restriction::Product:
        return tr("Not available with your subscription. It can be moved and removed.");
    case web::Restriction::Explicit:
        return tr("Not played, because your account is set to leave out explicit tracks. It can be moved and removed.");
    case web::Restriction::None:
        break;
    }
    return tr("Not available on Spotify at present. It can be moved and removed.");
}

QVariant TrackListModel::titleOf(const Row &row) const
{
    if (!row.loaded)
        return QString();
    if (!row.entry.medium)
        return tr("No longer on Spotify");
    const QString &title = row.entry.medium->title;
    // Until Spotify has told more, a pasted link is the only name there is.
    return title.isEmpty() ? row.entry.medium->uri : title;
}

QVariant TrackListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Document &document = m_editor.document();
    const Row &row = document.rowAt(index.row());
    const web::Medium *medium = row.entry.medium.get();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TitleRole:
        return titleOf(row);
    case RowIdRole:
        return document.wanted()[static_cast<std::size_t>(index.row())];
    case UriRole:
        return row.uri();
    case LinkRole:
        return medium ? medium->link() : QUrl();
    case ArtistsRole: {
        if (!medium)
            return QString();
        QStringList names;
        for (const web::ArtistRef &artist : medium->artists)
            names.append(artist.name);
        return names.join(QLatin1String(", "));
    }
    case AlbumRole:
        return medium ? medium->album : QString();
    case AddedAtRole:
        return row.entry.addedAt;
    case AddedByRole:
        return row.entry.addedBy;
    case LengthRole:
        return medium && medium->length.count() > 0 ? qint64(medium->length.count()) : qint64(-1);
    case ExplicitRole:
        return medium && medium->isExplicit;
    case StateRole:
        return QVariant::fromValue(stateOf(row));
    case StateTextRole:
        switch (stateOf(row)) {
        case RowState::Loading:
        case RowState::Ordinary:
            return QString();
        case RowState::Unsaved:
            return tr("Added here; waiting for Spotify to confirm it.");
        case RowState::Null:
            return tr("Spotify no longer says what stood here. It keeps its place and can be moved.");
        case RowState::Local:
            return tr("A file on somebody’s computer. It can be moved, but not added elsewhere.");
        case RowState::Unavailable:
            return whyUnavailable(medium->restriction);
        }
        return {};
    case ArtworkRole:
        return QVariant::fromValue(medium ? medium->images : QList<web::Image>());
    case PositionRole:
        return index.row();
    default:
        return {};
    }
}

QHash<int, QByteArray> TrackListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{RowIdRole, "rowId"},
                  {UriRole, "uri"},
                  {LinkRole, "link"},
                  {TitleRole, "title"},
                  {ArtistsRole, "artists"},
                  {AlbumRole, "album"},
                  {AddedAtRole, "addedAt"},
                  {AddedByRole, "addedBy"},
                  {LengthRole, "length"},
                  {ExplicitRole, "isExplicit"},
                  {StateRole, "state"},
                  {StateTextRole, "stateText"},
                  {ArtworkRole, "artwork"},
                  {PositionRole, "position"}});
    return names;
}

Qt::ItemFlags TrackListModel::flags(const QModelIndex &index) const
{
    // Rows of a list that may not be edited can still be dragged out of it.
    const Qt::ItemFlags drop = m_editor.isEditable() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    if (!index.isValid())
        return drop;
    // Drops go between rows, never onto one.
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList TrackListModel::mimeTypes() const
{
    return {rowsMimeType, QStringLiteral("text/uri-list"), QStringLiteral("text/plain")};
}

QMimeData *TrackListModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<int> positions;
    for (const QModelIndex &index : indexes)
        positions.push_back(index.row());
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    if (positions.empty())
        return nullptr;
    return makeTrackMime(m_editor, positions).release();
}

Qt::DropActions TrackListModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

Qt::DropActions TrackListModel::supportedDragActions() const
{
    return m_editor.isEditable() ? Qt::MoveAction | Qt::CopyAction : Qt::CopyAction;
}

std::vector<int> TrackListModel::ownRows(const QMimeData *data) const
{
    return ownPositions(m_editor, data);
}

bool TrackListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    return data && m_editor.isEditable() && (data->hasFormat(rowsMimeType) || data->hasUrls() || data->hasText());
}

bool TrackListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action == Qt::IgnoreAction)
        return true;
    if (!data || !m_editor.isEditable())
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();

    const std::vector<int> own = ownRows(data);
    if (!own.empty() && action == Qt::MoveAction)
        return m_editor.moveRows(own, before);

    const DroppedMedia dropped = mediaFrom(data);
    if (!dropped.problem.isEmpty())
        Q_EMIT dropRejected(dropped.problem);
    if (!dropped.links.isEmpty())
        Q_EMIT linksDropped(dropped.links, before);
    if (dropped.media.isEmpty())
        return !dropped.links.isEmpty();
    return m_editor.insertMedia(before, dropped.media);
}

} // namespace segue::models
