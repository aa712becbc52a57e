// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/models/SourceItem.h"
#include "app/web/Call.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>
#include <optional>

namespace segue::models
{

/// Where in a source the next page begins: whichever of the two it counts by.
struct SourcePlace {
    int offset = 0;
    QString after;
};

/// Tracks, episodes, albums and so on in the order of their source, which is read page by page as views ask for more.
/// Tracks, episodes, and what holds them (as links) can be dragged into a playlist. A list that changed between two of
/// its pages is read anew, twice at most, and takes the place of what is shown once it is as long. GUI thread.
class SourceListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< QString
        SubtitleRole,                 ///< QString; may be empty
        DetailRole,                   ///< QString: length, year or count; may be empty
        ImagesRole,                   ///< QList<segue::web::Image>, largest first
        LinkRole,                     ///< QUrl on open.spotify.com
        MediumRole,                   ///< whether it is a track or an episode
        ExplicitRole,                 ///< bool
        PlayableRole,                 ///< bool
        IconRole,                     ///< QString: the icon in the place of a picture; empty: that of a track
        PresentRole,                  ///< bool: in the list that tracks would be added to
    };

    /// Reads a page; reports once, through the event loop, or never when the call is cancelled.
    using Read = std::function<web::Call(const SourcePlace &place, QObject *context, Done<web::Page<SourceItem>> done)>;

    explicit SourceListModel(QObject *parent = nullptr);
    ~SourceListModel() override;

    /// Forgets what there was, and reads the first page. Without a `read` it stays empty.
    void setSource(Read read);
    /// Forgets what there was, and shows these.
    void setItems(const QList<SourceItem> &items);
    /// Reads on to the end by itself, as far as nothing fails.
    void readAll();
    /// Goes on where reading failed.
    void tryAgain();

    /// URIs of what is in the list that tracks would be added to.
    void setPresent(const QSet<QString> &uris);

    [[nodiscard]] const SourceItem &at(int row) const { return m_items.at(row); }
    /// The tracks and episodes among what has been read.
    [[nodiscard]] QList<web::MediumPtr> media() const;
    [[nodiscard]] bool isReading() const { return m_call.isActive(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Everything there is has been read.
    [[nodiscard]] bool isComplete() const { return !m_more && !isReading() && !m_error; }
    /// Nothing to show, and nothing more to come.
    [[nodiscard]] bool isEmpty() const { return m_items.isEmpty() && isComplete(); }
    /// Of the whole source; −1 when not known.
    [[nodiscard]] int total() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// Reading began, ended or failed.
    void stateChanged();

private:
    void read();
    void take(const web::Page<SourceItem> &page);
    [[nodiscard]] bool isOfAnotherList(const web::Page<SourceItem> &page) const;
    void startOver();
    void append(const QList<SourceItem> &items);
    void replaceByFresh();

    Read m_read;
    QList<SourceItem> m_items;
    QSet<QString> m_present;
    SourcePlace m_place;
    web::Call m_call;
    std::optional<Error> m_error;
    bool m_more = false;
    bool m_readsAll = false;
    QList<SourceItem> m_fresh; ///< read anew, while m_startingOver
    bool m_startingOver = false;
    int m_restarts = 0;
    int m_total = -1;
};

} // namespace segue::models
