// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/IndexValues.h"

#include <QAbstractItemModel>
#include <QList>

#include <vector>

namespace segue::models
{
class Library;
class TitleLookup;
} // namespace segue::models

namespace segue::ui
{

/// Tracks, and under each the playlists in which it stands, as long as they are in the library. GUI thread.
class PlacesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PlacesColumn, ColumnCount };
    enum Role {
        /// QString; of tracks alone, empty for entries that Spotify has nothing to tell about.
        UriRole = Qt::UserRole,
        /// QString; of playlists alone.
        PlaylistRole,
    };

    /// Tracks that stand in fewer playlists than `fewest` are left out. Titles come from `titles`. Both must outlive
    /// this.
    PlacesModel(const models::Library &library, const models::TitleLookup &titles, int fewest,
                QObject *parent = nullptr);

    /// Nothing happens when it is the one before.
    void setAnswer(const store::IndexAnswer &answer);

    /// Where a row leads: of a track, to the first of its playlists. Empty for a track that is nowhere.
    struct Target {
        QString playlistId;
        std::vector<int> positions; ///< from 0, ascending
    };
    [[nodiscard]] Target targetOf(const QModelIndex &index) const;
    /// The URI of a track that Spotify could be asked for the title of; empty for all other rows.
    [[nodiscard]] QString uriWithoutTitle(const QModelIndex &index) const;
    /// The titles of all tracks may be known now.
    void tellTitles();
    /// Of all tracks.
    [[nodiscard]] int playlistCount() const;
    /// Tracks that there are, with those that the answer does not hold.
    [[nodiscard]] qint64 total() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Track {
        QString uri;
        std::vector<Target> playlists; ///< in the order of the library
    };

    void fill();
    void tellName(int playlist);
    [[nodiscard]] QString titleOf(const Track &track) const;
    [[nodiscard]] static QString rowsText(const std::vector<int> &positions);
    /// Null for tracks.
    [[nodiscard]] const Target *playlistAt(const QModelIndex &index) const;

    const models::Library &m_library;
    const models::TitleLookup &m_titles;
    const int m_fewest;
    store::IndexAnswer m_answer;
    std::vector<Track> m_tracks;
};

} // namespace segue::ui
