// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"
#include "app/web/Page.h"
#include "app/web/Values.h"

#include <QFlags>
#include <QObject>

namespace segue::web
{

struct Album {
    QString uri;
    QString title;
    QString type; ///< "album", "single" or "compilation"; empty when not told
    QList<ArtistRef> artists;
    ReleaseDate released;
    int trackCount = -1; ///< −1 when not told
    QList<Image> images; ///< largest first
};

struct Artist {
    QString uri;
    QString name;
    QList<Image> images; ///< largest first
};

struct Show {
    QString uri;
    QString title;
    QString publisher;
    int episodeCount = -1; ///< −1 when not told
    QList<Image> images;   ///< largest first
};

enum class SearchKind { Tracks = 1, Albums = 2, Artists = 4, Playlists = 8, Shows = 16, Episodes = 32 };
Q_DECLARE_FLAGS(SearchKinds, SearchKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(SearchKinds)

/// One page of each kind that was asked for; the others are empty.
struct SearchResults {
    Page<MediumPtr> tracks;
    Page<Album> albums;
    Page<Artist> artists;
    Page<Playlist> playlists;
    Page<Show> shows;
    Page<MediumPtr> episodes;
};

/// What Spotify has, apart from anybody's playlists. Calls behave as those of Api do: one outcome each, through the
/// event loop, none once `context` is gone. Ids are the last part of a URI. GUI thread.
class Catalogue : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A page as large as the dialect gives; offset ≤ maxSearchOffset.
    virtual Call search(const QString &text, SearchKinds kinds, int offset, QObject *context,
                        Done<SearchResults> done) = 0;

    virtual Call album(const QString &id, QObject *context, Done<Album> done) = 0;
    /// The tracks have the album's title, pictures and date, as `album` tells them: the service leaves them out.
    virtual Call albumTracks(const Album &album, int offset, QObject *context, Done<Page<MediumPtr>> done) = 0;
    virtual Call artist(const QString &id, QObject *context, Done<Artist> done) = 0;
    virtual Call artistAlbums(const QString &id, int offset, QObject *context, Done<Page<Album>> done) = 0;
    /// At most ten. Refused (NotAllowed) in the "items" dialect.
    virtual Call artistTopTracks(const QString &id, QObject *context, Done<QList<MediumPtr>> done) = 0;
    virtual Call show(const QString &id, QObject *context, Done<Show> done) = 0;
    /// The episodes have the show's title and pictures, as `show` tells them.
    virtual Call showEpisodes(const Show &show, int offset, QObject *context, Done<Page<MediumPtr>> done) = 0;
};

} // namespace segue::web
