// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"
#include "app/web/Page.h"
#include "app/web/Values.h"

#include <QObject>

namespace segue::web
{

struct Category {
    QString id;
    QString name;
    QList<Image> icons;
};

/// A list of playlists with what the service says of it.
struct FeaturedPlaylists {
    QString message; ///< such as "Good evening"; may be empty
    Page<Playlist> playlists;
};

/// Other people's profiles and playlists, and what Spotify itself puts on show. Most of it the service gives to older
/// apps alone: the error is NotAllowed then. Calls behave as those of Api do. GUI thread.
class People : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Call profile(const QString &userId, QObject *context, Done<UserProfile> done) = 0;
    /// Those on the profile.
    virtual Call playlistsOf(const QString &userId, int offset, QObject *context, Done<Page<Playlist>> done) = 0;

    virtual Call featured(int offset, QObject *context, Done<FeaturedPlaylists> done) = 0;
    virtual Call categories(int offset, QObject *context, Done<Page<Category>> done) = 0;
    virtual Call playlistsOfCategory(const QString &categoryId, int offset, QObject *context,
                                     Done<Page<Playlist>> done) = 0;
};

} // namespace segue::web
