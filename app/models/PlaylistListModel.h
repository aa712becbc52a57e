// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace segue::models
{

class Library;

/// The side bar's list: one section row for each group that has playlists ("Yours", "Collaborative", "Followed"),
/// followed by that group's playlists in the user's order. The library must outlive the model.
class PlaylistListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsSectionRole = Qt::UserRole + 1, ///< bool
        IdRole,                           ///< QString playlist id; empty for sections
        NameRole,                         ///< QString, the whole name (DisplayRole is the same)
        OwnerNameRole,                    ///< QString
        GroupRole,                        ///< Library::Group as int
        ItemCountRole,                    ///< int; −1 when not known
        ImagesRole,                       ///< QList<segue::web::Image>, largest first
        LinkRole,                         ///< QUrl on open.spotify.com
    };

    explicit PlaylistListModel(Library &library, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    /// Sections can be neither selected nor focused.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The row that shows this playlist, or −1.
    [[nodiscard]] int rowOf(const QString &playlistId) const;

private:
    struct Entry {
        int group = 0;
        int index = -1; ///< in Library::playlists(); −1 for a section
        QString id;     ///< empty for a section
    };

    void rebuild();
    [[nodiscard]] std::vector<Entry> layout() const;

    Library &m_library;
    std::vector<Entry> m_entries;
};

} // namespace segue::models
