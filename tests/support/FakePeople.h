// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/people/People.h"
#include "tests/support/HeldAnswers.h"

#include <QHash>
#include <QStringList>

namespace segue::test
{

/// People without a network: profiles, their playlists, and what is on show, in memory. Who is not in it is not found.
class FakePeople : public web::People
{
    Q_OBJECT

public:
    using People::People;

    QHash<QString, web::UserProfile> profiles;         ///< by id
    QHash<QString, QList<web::Playlist>> playlists;    ///< by the id of who shows them
    QList<web::Playlist> shown;                        ///< featured
    QList<web::Category> all;                          ///< categories
    QHash<QString, QList<web::Playlist>> inCategories; ///< by the category's id

    int pageSize = 20;
    HeldAnswers answers;

    web::Call profile(const QString &userId, QObject *context, Done<web::UserProfile> done) override;
    web::Call playlistsOf(const QString &userId, int offset, QObject *context,
                          Done<web::Page<web::Playlist>> done) override;
    web::Call featured(int offset, QObject *context, Done<web::FeaturedPlaylists> done) override;
    web::Call categories(int offset, QObject *context, Done<web::Page<web::Category>> done) override;
    web::Call playlistsOfCategory(const QString &categoryId, int offset, QObject *context,
                                  Done<web::Page<web::Playlist>> done) override;
};

} // namespace segue::test
