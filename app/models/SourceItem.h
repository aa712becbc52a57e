// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/catalogue/Catalogue.h"
#include "app/web/listening/Listening.h"
#include "app/web/people/People.h"
#include "app/web/shelf/Shelf.h"

#include <QString>

namespace segue::models
{

/// A line of a list to take tracks from: a track or episode, or something that holds some.
struct SourceItem {
    enum class Kind {
        Track,
        Episode,
        Album,
        Artist,
        Playlist,
        Show,
        User,
        Category, ///< of Spotify's own playlists; its URI is none that others understand
        Place,    ///< where lists of the user's own begin; the same
    };

    Kind kind = Kind::Track;
    QString uri;
    QString title;
    QString subtitle; ///< who made it
    QList<web::Image> images;
    web::MediumPtr medium; ///< of tracks and episodes
    int count = -1;        ///< of what it holds; −1 when not told, and for tracks and episodes
    QString year;          ///< of albums
    QString icon;          ///< the name of what stands for a picture; empty: that of a track

    [[nodiscard]] static SourceItem from(const web::MediumPtr &medium);
    [[nodiscard]] static SourceItem from(const web::Album &album);
    [[nodiscard]] static SourceItem from(const web::Artist &artist);
    [[nodiscard]] static SourceItem from(const web::Playlist &playlist);
    [[nodiscard]] static SourceItem from(const web::Show &show);
    [[nodiscard]] static SourceItem from(const web::UserProfile &user);
    [[nodiscard]] static SourceItem from(const web::Category &category);
    [[nodiscard]] static SourceItem from(const web::SavedMedium &saved) { return from(saved.medium); }
    [[nodiscard]] static SourceItem from(const web::PlayedMedium &played) { return from(played.medium); }

    [[nodiscard]] bool isMedium() const { return kind == Kind::Track || kind == Kind::Episode; }
    /// Whether all it holds can be added at once.
    [[nodiscard]] bool isCollection() const
    {
        return kind == Kind::Album || kind == Kind::Playlist || kind == Kind::Show;
    }
    /// The last part of the URI.
    [[nodiscard]] QString id() const { return uri.section(u':', -1); }
    /// The page on open.spotify.com; empty for what has none.
    [[nodiscard]] QUrl link() const;
};

/// A page of anything as a page of lines.
template <typename T>
[[nodiscard]] web::Page<SourceItem> asSource(const web::Page<T> &page)
{
    web::Page<SourceItem> out;
    out.holes = page.holes;
    out.offset = page.offset;
    out.total = page.total;
    out.after = page.after;
    out.more = page.more;
    for (const T &each : page.items)
        out.items.append(SourceItem::from(each));
    return out;
}

} // namespace segue::models
