// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Json.h"
#include "app/demo/Paging.h"
#include "app/demo/SavedCalls.h"

#include <QDateTime>
#include <QJsonDocument>

namespace segue::demo
{

namespace
{

constexpr int MostIds = 50;
constexpr int MostAlbumsInQuery = 20;
constexpr int MostOffset = 100'000;

QJsonValue rendered(World &world, SavedKind kind, const QString &id, const PageRequest &page)
{
    const Render render(world);
    switch (kind) {
    case SavedKind::Album:
        return render.fullAlbum(*world.catalogue.indexOf(IdKind::Album, id), page);
    case SavedKind::Show:
        return render.simpleShow(*world.catalogue.indexOf(IdKind::Show, id));
    case SavedKind::Episode:
        return render.apart(*world.library.itemFor(QStringLiteral("spotify:episode:") + id, Library::Me), page);
    case SavedKind::Track:
    case SavedKind::Artist:
    case SavedKind::User:
        break;
    }
    return render.apart(*world.library.itemFor(QStringLiteral("spotify:track:") + id, Library::Me), page);
}

Answer list(World &world, const Call &call, SavedKind kind, const QString &name)
{
    PageRequest page;
    if (auto wrong = readMarket(call, &page))
        return *wrong;
    if (auto wrong = readPage(call.request, 50, MostOffset, &page))
        return *wrong;
    const QList<Saved::Entry> &saved = world.saved.list(kind);
    return Answer::json(
        pageOf(Render(world), QStringLiteral("/me/%1s").arg(name), page, saved.size(), [&](qsizetype i) {
            return QJsonObject{{QStringLiteral("added_at"), isoDate(saved[i].addedAt)},
                               {name, rendered(world, kind, saved[i].id, page)}};
        }));
}

/// Tracks can be saved as of another time: {"timestamped_ids":[{"id":…,"added_at":…}]}. Nothing when that is not said.
std::optional<Answer> readTimes(const Call &call, QList<Saved::Entry> *entries)
{
    const QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
    const QJsonArray stamped = body.value(QLatin1String("timestamped_ids")).toArray();
    for (const QJsonValue &entry : stamped) {
        const QDateTime time = QDateTime::fromString(entry[QLatin1String("added_at")].toString(), Qt::ISODate);
        if (!time.isValid())
            return Answer::error(400, QStringLiteral("Invalid added_at"));
        entries->append({entry[QLatin1String("id")].toString(), time.toSecsSinceEpoch()});
    }
    return entries->size() > MostIds ? std::optional(Answer::error(400, QStringLiteral("Too many ids requested")))
                                     : std::nullopt;
}

Answer change(World &world, const Call &call, SavedKind kind, int mostInQuery)
{
    QList<Saved::Entry> entries;
    if (kind == SavedKind::Track && call.is("PUT")) {
        if (auto wrong = readTimes(call, &entries))
            return *wrong;
    }
    if (entries.isEmpty()) {
        QStringList ids;
        if (auto wrong = readSavedIds(call, mostInQuery, &ids))
            return *wrong;
        for (const QString &id : std::as_const(ids))
            entries.append({id, QDateTime::currentSecsSinceEpoch()});
    }
    for (const Saved::Entry &entry : std::as_const(entries)) {
        if (auto wrong = checkSavable(world, kind, entry.id))
            return *wrong;
    }
    for (const Saved::Entry &entry : std::as_const(entries)) {
        if (call.is("PUT"))
            world.saved.add(kind, entry.id, entry.addedAt);
        else
            world.saved.remove(kind, entry.id);
    }
    return Answer::empty(200);
}

Answer contains(World &world, const Call &call, SavedKind kind, int most)
{
    QStringList ids;
    if (auto wrong = readIds(call.request, most, &ids))
        return *wrong;
    QJsonArray known;
    for (const QString &id : std::as_const(ids)) {
        if (!Catalogue::isId(id))
            return Answer::error(400, QStringLiteral("invalid id"));
        known.append(world.saved.contains(kind, id));
    }
    return Answer::json(known);
}

} // namespace

std::optional<Answer> checkSavable(World &world, SavedKind kind, const QString &id)
{
    int index = 0;
    switch (kind) {
    case SavedKind::Track:
    case SavedKind::Episode:
        return Catalogue::isId(id) ? std::nullopt : std::optional(Answer::error(400, QStringLiteral("invalid id")));
    case SavedKind::Album:
        return findIndex(world, IdKind::Album, id, &index);
    case SavedKind::Show:
        return findIndex(world, IdKind::Show, id, &index);
    case SavedKind::Artist:
        return findIndex(world, IdKind::Artist, id, &index);
    case SavedKind::User:
        break;
    }
    return world.library.userOf(id) ? std::nullopt
                                    : std::optional(Answer::error(404, QStringLiteral("Resource not found")));
}

std::optional<Answer> readSavedIds(const Call &call, int mostInQuery, QStringList *ids)
{
    if (call.request.query.has(QLatin1String("ids")) || call.request.body.isEmpty())
        return readIds(call.request, mostInQuery, ids);
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (document.isNull())
        return Answer::error(400, QStringLiteral("Error parsing JSON."));
    *ids = strings(document.isArray() ? QJsonValue(document.array()) : document.object().value(QLatin1String("ids")));
    if (ids->isEmpty())
        return Answer::error(400, QStringLiteral("Missing required field: ids"));
    if (ids->size() > MostIds)
        return Answer::error(400, QStringLiteral("Too many ids requested"));
    return std::nullopt;
}

std::optional<Answer> savedRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (path.size() < 2 || path.size() > 3 || path[0] != QLatin1String("me") || !path[1].endsWith(u's'))
        return std::nullopt;
    const QString name = path[1].chopped(1);
    const std::optional<SavedKind> kind = savedKindOf(name);
    if (!kind || *kind == SavedKind::Artist || *kind == SavedKind::User)
        return std::nullopt;
    const bool asks = path.size() == 3 && path[2] == QLatin1String("contains") && call.is("GET");
    const bool lists = path.size() == 2 && call.is("GET");
    const bool changes = path.size() == 2 && (call.is("PUT") || call.is("DELETE"));
    if (!asks && !lists && !changes)
        return std::nullopt;
    if (!call.grant.has(changes ? QLatin1String("user-library-modify") : QLatin1String("user-library-read")))
        return lacksScope();
    if (lists)
        return list(world, call, *kind, name);
    const int most = *kind == SavedKind::Album ? MostAlbumsInQuery : MostIds;
    return asks ? contains(world, call, *kind, most) : change(world, call, *kind, most);
}

} // namespace segue::demo
