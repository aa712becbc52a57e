// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakePeople.h"

#include "tests/support/FakePage.h"

namespace segue::test
{

web::Call FakePeople::profile(const QString &userId, QObject *context, Done<web::UserProfile> done)
{
    return answers.answer<web::UserProfile>(context, std::move(done), [this, userId]() -> Result<web::UserProfile> {
        if (!profiles.contains(userId))
            return Unexpected(Error{.kind = ErrorKind::NotFound, .httpStatus = 404});
        return profiles.value(userId);
    });
}

web::Call FakePeople::playlistsOf(const QString &userId, int offset, QObject *context,
                                  Done<web::Page<web::Playlist>> done)
{
    return answers.answer<web::Page<web::Playlist>>(context, std::move(done), [this, userId, offset] {
        return Result<web::Page<web::Playlist>>(pageOf(playlists.value(userId), offset, pageSize));
    });
}

web::Call FakePeople::featured(int offset, QObject *context, Done<web::FeaturedPlaylists> done)
{
    return answers.answer<web::FeaturedPlaylists>(context, std::move(done), [this, offset] {
        return Result<web::FeaturedPlaylists>({.message = {}, .playlists = pageOf(shown, offset, pageSize)});
    });
}

web::Call FakePeople::categories(int offset, QObject *context, Done<web::Page<web::Category>> done)
{
    return answers.answer<web::Page<web::Category>>(context, std::move(done), [this, offset] {
        return Result<web::Page<web::Category>>(pageOf(all, offset, pageSize));
    });
}

web::Call FakePeople::playlistsOfCategory(const QString &categoryId, int offset, QObject *context,
                                          Done<web::Page<web::Playlist>> done)
{
    return answers.answer<web::Page<web::Playlist>>(context, std::move(done), [this, categoryId, offset] {
        return Result<web::Page<web::Playlist>>(pageOf(inCategories.value(categoryId), offset, pageSize));
    });
}

} // namespace segue::test
