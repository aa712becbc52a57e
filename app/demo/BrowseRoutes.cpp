// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"
#include "app/demo/Paging.h"

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr int MostOffset = 100'000;

struct Category {
    QString id;
    QString name;
};

const QList<Category> &categories()
{
    static const QList<Category> list = [] {
        QList<Category> made;
        for (const char *name :
             {"Dawn",        "Kitchen",     "Rain",        "Long walks", "Night shift", "Brass",
              "Attic finds", "Dance floor", "Quiet rooms", "Harbour",    "Workshop",    "Train window",
              "Garden",      "First snow",  "Choirs",      "Machines",   "Road trip",   "Letters",
              "Cinema",      "Sunday",      "Echo",        "Handclaps",  "Slow dance",  "Encore"}) {
            const QString text = QString::fromLatin1(name);
            made.append({text.toLower().replace(u' ', u'-'), text});
        }
        return made;
    }();
    return list;
}

QJsonObject rendered(const World &world, qsizetype category)
{
    const Category &which = categories()[category];
    const QString picture = world.catalogue.id(IdKind::Album, int(category));
    return {{QStringLiteral("href"), QString(world.base + QStringLiteral("/v1/browse/categories/") + which.id)},
            {QStringLiteral("icons"),
             QJsonArray{QJsonObject{{QStringLiteral("height"), QJsonValue::Null},
                                    {QStringLiteral("url"), QString(world.base + QStringLiteral("/image/") + picture +
                                                                    QStringLiteral("-300"))},
                                    {QStringLiteral("width"), QJsonValue::Null}}}},
            {QStringLiteral("id"), which.id},
            {QStringLiteral("name"), which.name}};
}

/// Other people's public playlists stand for what the service would put on show; from one of them on, so many.
Answer playlists(World &world, const Call &call, const QString &path, const QString &message, int from, int most)
{
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return *wrong;
    QList<Playlist *> shown;
    for (const auto &playlist : world.library.all()) {
        if (playlist->owner != Library::Me && playlist->isPublic)
            shown.append(playlist.get());
    }
    if (!shown.isEmpty())
        std::rotate(shown.begin(), shown.begin() + from % shown.size(), shown.end());
    shown = shown.mid(0, most);
    const Render render(world);
    return Answer::json(QJsonObject{
        {QStringLiteral("message"), message},
        {QStringLiteral("playlists"),
         pageOf(render, path, page, shown.size(), [&](qsizetype i) { return render.simplePlaylist(*shown[i]); })}});
}

Answer allCategories(World &world, const Call &call)
{
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return *wrong;
    return Answer::json(QJsonObject{
        {QStringLiteral("categories"), pageOf(Render(world), QStringLiteral("/browse/categories"), page,
                                              categories().size(), [&](qsizetype i) { return rendered(world, i); })}});
}

} // namespace

std::optional<Answer> browseRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (!call.is("GET") || path[0] != QLatin1String("browse") || path.size() < 2)
        return std::nullopt;
    const bool isFeatured = path.size() == 2 && path[1] == QLatin1String("featured-playlists");
    const bool isBelow = path.size() == 4 && path[3] == QLatin1String("playlists");
    if (!isFeatured && (path[1] != QLatin1String("categories") || path.size() > 4 || (path.size() == 4 && !isBelow)))
        return std::nullopt;
    if (world.settings.editorialClosed && (isFeatured || isBelow))
        return Answer::error(404, QStringLiteral("Not found."));
    if (isFeatured)
        return playlists(world, call, QStringLiteral("/browse/featured-playlists"), QStringLiteral("On show tonight"),
                         0, 1'000);
    if (path.size() == 2)
        return allCategories(world, call);
    const auto at = std::find_if(categories().begin(), categories().end(),
                                 [&](const Category &category) { return category.id == path[2]; });
    if (at == categories().end())
        return Answer::error(404, QStringLiteral("Resource not found"));
    const int category = int(at - categories().begin());
    if (!isBelow)
        return Answer::json(rendered(world, category));
    return playlists(world, call, QStringLiteral("/browse/categories/%1/playlists").arg(at->id), at->name, category,
                     2 + category % 3);
}

} // namespace segue::demo
