// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/people/ParsePeople.h"

#include "app/web/Json.h"
#include "app/web/ParsePage.h"
#include "app/web/ParsePlaylist.h"
#include "app/web/catalogue/ParseCatalogue.h"

namespace segue::web
{

namespace
{

std::optional<Category> parseCategory(const QJsonObject &object)
{
    Category category;
    category.id = json::text(object, QLatin1String("id"));
    if (category.id.isEmpty())
        return {};
    category.name = json::text(object, QLatin1String("name"));
    if (category.name.isEmpty())
        category.name = category.id;
    category.icons = parseImages(object.value(QLatin1String("icons")));
    return category;
}

Result<Page<Playlist>> parseList(const QJsonObject &page, int offset)
{
    return parsePage<Playlist>(parseFrame(page, offset), offset, parseListed);
}

} // namespace

Result<Page<Playlist>> parsePlaylistsOf(const QJsonDocument &answer, int offset)
{
    return parseList(answer.object(), offset);
}

Result<FeaturedPlaylists> parseFeatured(const QJsonDocument &answer, int offset)
{
    const QJsonObject object = answer.object();
    return parseList(json::object(object, QLatin1String("playlists")), offset).map([&object](Page<Playlist> page) {
        return FeaturedPlaylists{json::text(object, QLatin1String("message")), std::move(page)};
    });
}

Result<Page<Category>> parseCategories(const QJsonDocument &answer, int offset)
{
    const QJsonObject categories = json::object(answer.object(), QLatin1String("categories"));
    return parsePage<Category>(parseFrame(categories, offset), offset, parseCategory);
}

} // namespace segue::web
