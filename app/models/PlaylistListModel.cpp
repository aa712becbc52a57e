// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/PlaylistListModel.h"

#include "app/models/Library.h"

#include <QHash>
#include <QUrl>

#include <limits>

namespace segue::models
{

PlaylistListModel::PlaylistListModel(Library &library, QObject *parent)
    : QAbstractListModel(parent), m_library(library), m_entries(layout())
{
    // Which row a playlist has depends on every playlist of the groups before it, so the list is laid out anew and
    // the difference announced: a playlist more, a playlist less, or everything.
    connect(&library, &Library::resetDone, this, [this] {
        beginResetModel();
        m_entries = layout();
        endResetModel();
    });
    connect(&library, &Library::inserted, this, &PlaylistListModel::rebuild);
    connect(&library, &Library::removed, this, &PlaylistListModel::rebuild);
    connect(&library, &Library::userChanged, this, &PlaylistListModel::rebuild);
    connect(&library, &Library::changed, this, [this](int index) {
        const web::Playlist &playlist = m_library.playlists().at(index);
        int row = rowOf(playlist.id);
        if (row < 0 ||
            m_entries[static_cast<std::size_t>(row)].group != static_cast<int>(m_library.groupOf(playlist))) {
            rebuild();
            row = rowOf(playlist.id);
        }
        Q_EMIT dataChanged(this->index(row), this->index(row));
    });
}

std::vector<PlaylistListModel::Entry> PlaylistListModel::layout() const
{
    std::vector<Entry> entries;
    const QList<web::Playlist> &playlists = m_library.playlists();
    for (const Library::Group group : {Library::Group::Own, Library::Group::Collaborative, Library::Group::Followed}) {
        bool headed = false;
        for (qsizetype i = 0; i < playlists.size(); ++i) {
            if (m_library.groupOf(playlists.at(i)) != group)
                continue;
            if (!headed)
                entries.push_back({.group = static_cast<int>(group), .index = -1, .id = {}});
            headed = true;
            entries.push_back(
                {.group = static_cast<int>(group), .index = static_cast<int>(i), .id = playlists.at(i).id});
        }
    }
    return entries;
}

void PlaylistListModel::rebuild()
{
    const std::vector<Entry> next = layout();
    // Rows that stay must go on showing their own playlist while the difference is announced.
    QHash<QString, int> places;
    for (const Entry &entry : next) {
        if (entry.index >= 0)
            places.insert(entry.id, entry.index);
    }
    for (Entry &entry : m_entries) {
        if (entry.index >= 0)
            entry.index = places.value(entry.id, std::numeric_limits<int>::max());
    }
    const auto same = [](const Entry &a, const Entry &b) { return a.group == b.group && a.id == b.id; };

    // What both layouts begin and end with stays; the rest goes and comes in one run each.
    const std::size_t most = std::min(m_entries.size(), next.size());
    std::size_t head = 0;
    while (head < most && same(m_entries[head], next[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < most - head && same(m_entries[m_entries.size() - 1 - tail], next[next.size() - 1 - tail]))
        ++tail;
    const int first = static_cast<int>(head);
    const int goneLast = static_cast<int>(m_entries.size() - tail) - 1;
    const int comeLast = static_cast<int>(next.size() - tail) - 1;
    if (goneLast >= first) {
        beginRemoveRows({}, first, goneLast);
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + goneLast + 1);
        endRemoveRows();
    }
    if (comeLast >= first) {
        beginInsertRows({}, first, comeLast);
        m_entries = next;
        endInsertRows();
    }
}

int PlaylistListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PlaylistListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == GroupRole)
        return entry.group;
    if (role == IsSectionRole)
        return entry.index < 0;
    if (entry.index < 0) {
        if (role != Qt::DisplayRole && role != NameRole && role != Qt::AccessibleTextRole)
            return {};
        switch (static_cast<Library::Group>(entry.group)) {
        case Library::Group::Own:
            return tr("Yours");
        case Library::Group::Collaborative:
            return tr("Collaborative");
        case Library::Group::Followed:
            return tr("Followed");
        }
        return {};
    }
    if (entry.index >= m_library.playlists().size())
        return {}; // gone from the library, about to go from here
    const web::Playlist &playlist = m_library.playlists().at(entry.index);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
    case Qt::AccessibleTextRole:
        return playlist.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QString text = tr("%1, by %2").arg(playlist.name, playlist.ownerName);
        if (playlist.itemCount >= 0)
            text += QLatin1String(", ") + tr("%n item(s)", nullptr, playlist.itemCount);
        return text;
    }
    case IdRole:
        return playlist.id;
    case OwnerNameRole:
        return playlist.ownerName;
    case ItemCountRole:
        return playlist.itemCount;
    case ImagesRole:
        return QVariant::fromValue(playlist.images);
    case LinkRole:
        return playlist.link();
    default:
        return {};
    }
}

QHash<int, QByteArray> PlaylistListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IsSectionRole, "isSection"},
                  {IdRole, "playlistId"},
                  {NameRole, "name"},
                  {OwnerNameRole, "ownerName"},
                  {GroupRole, "group"},
                  {ItemCountRole, "itemCount"},
                  {ImagesRole, "images"},
                  {LinkRole, "link"}});
    return names;
}

Qt::ItemFlags PlaylistListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    if (entry.index < 0)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

int PlaylistListModel::rowOf(const QString &playlistId) const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].index >= 0 && m_entries[i].id == playlistId)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace segue::models
