// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/across/PlacesModel.h"

#include "app/models/Library.h"
#include "app/models/TitleLookup.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

namespace segue::ui
{

using models::TitleLookup;

namespace
{

constexpr std::size_t mostRowsNamed = 5;
constexpr quintptr isTrack = 0; ///< the internal id of tracks; that of a playlist is its track's row, from 1

} // namespace

PlacesModel::PlacesModel(const models::Library &library, const TitleLookup &titles, int fewest, QObject *parent)
    : QAbstractItemModel(parent), m_library(library), m_titles(titles), m_fewest(fewest)
{
    using models::Library;
    for (const auto signal : {&Library::resetDone, &Library::inserted, &Library::removed})
        connect(&library, signal, this, &PlacesModel::fill);
    connect(&library, &Library::changed, this, &PlacesModel::tellName);
}

void PlacesModel::setAnswer(const store::IndexAnswer &answer)
{
    if (answer == m_answer)
        return;
    m_answer = answer;
    fill();
}

void PlacesModel::fill()
{
    beginResetModel();
    m_tracks.clear();
    m_tracks.reserve(static_cast<std::size_t>(m_answer.tracks.size()));
    for (const store::IndexedTrack &found : std::as_const(m_answer.tracks)) {
        Track track{.uri = found.uri, .playlists = {}};
        for (const store::IndexPlace &place : found.places) {
            const QString &id = m_answer.playlists.at(place.playlist);
            if (!m_library.contains(id))
                continue;
            if (track.playlists.empty() || track.playlists.back().playlistId != id)
                track.playlists.push_back({.playlistId = id, .positions = {}});
            track.playlists.back().positions.push_back(place.position);
        }
        if (static_cast<int>(track.playlists.size()) < m_fewest)
            continue;
        std::sort(track.playlists.begin(), track.playlists.end(), [this](const Target &a, const Target &b) {
            return m_library.indexOf(a.playlistId) < m_library.indexOf(b.playlistId);
        });
        m_tracks.push_back(std::move(track));
    }
    endResetModel();
}

void PlacesModel::tellName(int playlist)
{
    const QString &id = m_library.playlists().at(playlist).id;
    for (int row = 0; row < rowCount(); ++row) {
        const std::vector<Target> &playlists = m_tracks[static_cast<std::size_t>(row)].playlists;
        const auto found = std::find_if(playlists.begin(), playlists.end(),
                                        [&id](const Target &each) { return each.playlistId == id; });
        if (found == playlists.end())
            continue;
        const QModelIndex changed =
            index(static_cast<int>(found - playlists.begin()), NameColumn, index(row, NameColumn));
        Q_EMIT dataChanged(changed, changed);
    }
}

qint64 PlacesModel::total() const
{
    return m_answer.total - (m_answer.tracks.size() - static_cast<qint64>(m_tracks.size()));
}

const PlacesModel::Target *PlacesModel::playlistAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isTrack)
        return nullptr;
    return &m_tracks[index.internalId() - 1].playlists[static_cast<std::size_t>(index.row())];
}

PlacesModel::Target PlacesModel::targetOf(const QModelIndex &index) const
{
    if (const Target *playlist = playlistAt(index))
        return *playlist;
    if (!index.isValid())
        return {};
    const Track &track = m_tracks[static_cast<std::size_t>(index.row())];
    return track.playlists.empty() ? Target() : track.playlists.front();
}

QString PlacesModel::uriWithoutTitle(const QModelIndex &index) const
{
    if (!index.isValid() || playlistAt(index))
        return {};
    const QString &uri = m_tracks[static_cast<std::size_t>(index.row())].uri;
    return m_titles.state(uri) == TitleLookup::State::Unasked ? uri : QString();
}

void PlacesModel::tellTitles()
{
    if (!m_tracks.empty())
        Q_EMIT dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn));
}

int PlacesModel::playlistCount() const
{
    QSet<QString> ids;
    for (const Track &track : m_tracks) {
        for (const Target &playlist : track.playlists)
            ids.insert(playlist.playlistId);
    }
    return static_cast<int>(ids.size());
}

QModelIndex PlacesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : isTrack);
}

QModelIndex PlacesModel::parent(const QModelIndex &child) const
{
    return playlistAt(child) ? createIndex(static_cast<int>(child.internalId()) - 1, 0, isTrack) : QModelIndex();
}

int PlacesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_tracks.size());
    if (parent.column() != 0 || playlistAt(parent))
        return 0;
    return static_cast<int>(m_tracks[static_cast<std::size_t>(parent.row())].playlists.size());
}

int PlacesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PlacesModel::titleOf(const Track &track) const
{
    if (track.uri.isEmpty())
        return tr("No longer on Spotify");
    const web::MediumPtr medium = m_titles.medium(track.uri);
    if (!medium)
        return track.uri;
    return medium->artists.isEmpty() ? medium->title
                                     : tr("%1, %2", "title, artist").arg(medium->title, medium->artists.first().name);
}

/// As the list numbers its rows.
QString PlacesModel::rowsText(const std::vector<int> &positions)
{
    QStringList named;
    for (std::size_t i = 0; i < std::min(positions.size(), mostRowsNamed); ++i)
        named.append(QLocale().toString(positions[i] + 1));
    const int count = static_cast<int>(positions.size());
    if (count == 1)
        return tr("row %1").arg(named.first());
    const QString rows = named.join(tr(", ", "between numbers of rows"));
    return positions.size() <= mostRowsNamed ? tr("%Ln times: rows %1", nullptr, count).arg(rows)
                                             : tr("%Ln times: rows %1 and more", nullptr, count).arg(rows);
}

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (const Target *playlist = playlistAt(index)) {
        if (role == PlaylistRole)
            return playlist->playlistId;
        if (!isText)
            return {};
        if (index.column() == PlacesColumn)
            return rowsText(playlist->positions);
        const web::Playlist *known = m_library.find(playlist->playlistId);
        return known ? known->name : QString();
    }
    const Track &track = m_tracks[static_cast<std::size_t>(index.row())];
    if (role == UriRole)
        return track.uri;
    if (!isText)
        return {};
    if (index.column() == NameColumn)
        return titleOf(track);
    const int count = static_cast<int>(track.playlists.size());
    return count == 0 ? tr("in none of them") : tr("in %Ln playlist(s)", nullptr, count);
}

QVariant PlacesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Track and playlists") : tr("Where");
}

} // namespace segue::ui
