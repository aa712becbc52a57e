// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Caller.h"
#include "app/web/people/People.h"

namespace segue::web
{

/// Others' profiles and playlists over HTTP. Sends nothing in a dialect that is known to have none of it.
class PeopleClient final : public People
{
    Q_OBJECT

public:
    /// The caller must outlive this.
    explicit PeopleClient(Caller &caller, QObject *parent = nullptr);

    Call profile(const QString &userId, QObject *context, Done<UserProfile> done) override;
    Call playlistsOf(const QString &userId, int offset, QObject *context, Done<Page<Playlist>> done) override;
    Call featured(int offset, QObject *context, Done<FeaturedPlaylists> done) override;
    Call categories(int offset, QObject *context, Done<Page<Category>> done) override;
    Call playlistsOfCategory(const QString &categoryId, int offset, QObject *context,
                             Done<Page<Playlist>> done) override;

private:
    template <typename T, typename Parse>
    Call ask(const std::optional<Error> &wrong, const ApiRequest &request, QObject *context, Done<T> done, Parse parse);

    Caller &m_caller;
};

} // namespace segue::web
