// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/people/PeopleRequests.h"

#include "app/web/RequestParts.h"

namespace segue::web::requests
{

namespace
{

ApiRequest ofPeople(const QString &path)
{
    ApiRequest request = get(path);
    request.subject = Subject::People;
    request.priority = Priority::Visible; // a page that the user has just opened
    return request;
}

ApiRequest pageOfPeople(const QString &path, int offset)
{
    ApiRequest request = ofPeople(path);
    addPage(request, offset, peoplePageLimit);
    return request;
}

} // namespace

ApiRequest profile(const QString &userId)
{
    return ofPeople(QStringLiteral("users/") + encoded(userId));
}

ApiRequest playlistsOf(const QString &userId, int offset)
{
    return pageOfPeople(QStringLiteral("users/%1/playlists").arg(encoded(userId)), offset);
}

ApiRequest featured(int offset)
{
    return pageOfPeople(QStringLiteral("browse/featured-playlists"), offset);
}

ApiRequest categories(int offset)
{
    return pageOfPeople(QStringLiteral("browse/categories"), offset);
}

ApiRequest playlistsOfCategory(const QString &categoryId, int offset)
{
    return pageOfPeople(QStringLiteral("browse/categories/%1/playlists").arg(encoded(categoryId)), offset);
}

} // namespace segue::web::requests
