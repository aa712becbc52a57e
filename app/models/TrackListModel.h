// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"
#include "app/web/SpotifyLinks.h"

#include <QAbstractListModel>
#include <QPointer>

namespace segue::playlist
{
class Editor;
}

namespace segue::models
{

/// The rows of one open playlist, as a list with roles. Columns are made by TrackColumnsModel.
/// The editor must outlive the model.
class TrackListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowIdRole = Qt::UserRole + 1, ///< uint
        UriRole,                      ///< QString; empty for null entries
        LinkRole,                     ///< QUrl on open.spotify.com; empty for local and null rows
        TitleRole,                    ///< QString; never empty once loaded: null entries say so
        ArtistsRole,                  ///< QString, joined with ", "
        AlbumRole,                    ///< QString
        AddedAtRole,                  ///< QDateTime, UTC; invalid when not known
        AddedByRole,                  ///< QString user id
        LengthRole,                   ///< qint64 milliseconds; −1 when not known
        ExplicitRole,                 ///< bool
        StateRole,                    ///< RowState
        StateTextRole,                ///< QString: why the row is dimmed, complete sentence; empty for ordinary rows
        ArtworkRole,                  ///< QList<segue::web::Image>, largest first; may be empty
        PositionRole,                 ///< int: the row, whatever proxies make of it; from 0
    };
    enum class RowState {
        Loading, ///< only the position is known
        Ordinary,
        Unsaved,     ///< added here, not at Spotify yet
        Null,        ///< Spotify no longer tells anything about it
        Local,       ///< a file on somebody's machine
        Unavailable, ///< known, but not playable
    };
    Q_ENUM(RowState)

    explicit TrackListModel(playlist::Editor &editor, QObject *parent = nullptr);

    [[nodiscard]] playlist::Editor &editor() const { return m_editor; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    // Drag and drop, cut and paste. Besides rowsMimeType the data holds the rows as Spotify links (text/uri-list
    // and text/plain), so that they can be dropped into Spotify, a mail or another playlist.
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    /// A drop of this model's own rows is one move; links are one insert. `row` −1 means the end. The rows
    /// themselves stay where dropMimeData() put them: the view must not remove anything afterwards.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;

    /// Positions, sorted, that rowsMimeType data of this very playlist stands for; empty for anybody else's.
    [[nodiscard]] std::vector<int> ownRows(const QMimeData *data) const;

    /// "application/x-segue-rows": playlist id and row ids. Never pointers.
    static const QString rowsMimeType;

Q_SIGNALS:
    /// Something in dropped or pasted data could not be used; a sentence that names it.
    void dropRejected(const QString &reason);
    /// What is behind these has to be read before it can be added at this position; see MediaCollector.
    void linksDropped(const QList<segue::web::SpotifyLink> &links, int before);

private:
    [[nodiscard]] QVariant titleOf(const playlist::Row &row) const;
    [[nodiscard]] static QString whyUnavailable(web::Restriction restriction);
    [[nodiscard]] RowState stateOf(const playlist::Row &row) const;

    playlist::Editor &m_editor;
};

} // namespace segue::models
