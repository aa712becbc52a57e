// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"
#include "app/web/Page.h"
#include "app/web/catalogue/Catalogue.h"

#include <QDateTime>
#include <QObject>

namespace segue::web
{

struct SavedMedium {
    MediumPtr medium;
    QDateTime savedAt; ///< UTC; invalid when not told
};

/// What the user has saved and whom they follow, apart from playlists. Needs scopes of its own: without them calls end
/// with MissingScope, whose message says what for. Calls behave as those of Api do. GUI thread.
class Shelf : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Call savedTracks(int offset, QObject *context, Done<Page<SavedMedium>> done) = 0;
    virtual Call savedEpisodes(int offset, QObject *context, Done<Page<SavedMedium>> done) = 0;
    virtual Call savedAlbums(int offset, QObject *context, Done<Page<Album>> done) = 0;
    virtual Call savedShows(int offset, QObject *context, Done<Page<Show>> done) = 0;
    /// By cursor: `after` is Page::after of the last page, empty for the first.
    virtual Call followedArtists(const QString &after, QObject *context, Done<Page<Artist>> done) = 0;

    // URIs of one kind: tracks, episodes, albums, shows (saved), artists or users (followed). At most urisPerCall().
    virtual Call save(const QStringList &uris, QObject *context, Done<Nothing> done) = 0;
    virtual Call remove(const QStringList &uris, QObject *context, Done<Nothing> done) = 0;
    /// One answer for each, in their order.
    virtual Call contains(const QStringList &uris, QObject *context, Done<QList<bool>> done) = 0;
    [[nodiscard]] virtual int urisPerCall() const = 0;
};

} // namespace segue::web
