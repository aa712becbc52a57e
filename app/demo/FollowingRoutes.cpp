// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/SavedCalls.h"

#include <QDateTime>

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr int MostIds = 50;

/// Whether artists or users are meant, or the 400.
std::optional<Answer> readKind(const Call &call, SavedKind *kind)
{
    const QString type = call.request.query.value(QLatin1String("type"));
    if (type.isEmpty())
        return Answer::error(400, QStringLiteral("Missing parameter type"));
    const std::optional<SavedKind> known = savedKindOf(type);
    // Users that one follows cannot be listed.
    const bool isAllowed =
        known == SavedKind::Artist || (known == SavedKind::User && !(call.is("GET") && call.path.size() == 2));
    if (!isAllowed)
        return Answer::error(400, QStringLiteral("Invalid type"));
    *kind = *known;
    return std::nullopt;
}

/// The followed artists behind the one named by `after`.
Answer list(World &world, const Call &call)
{
    PageRequest page;
    if (auto wrong = readPage(call.request, 50, 0, &page))
        return *wrong;
    const QList<Saved::Entry> &followed = world.saved.list(SavedKind::Artist);
    const QString after = call.request.query.value(QLatin1String("after"));
    qsizetype begin = 0;
    if (!after.isEmpty()) {
        int index = 0;
        if (auto wrong = findIndex(world, IdKind::Artist, after, &index))
            return *wrong;
        const auto at = std::find_if(followed.begin(), followed.end(),
                                     [&](const Saved::Entry &entry) { return entry.id == after; });
        // Of one that is no longer followed nobody can say what came behind it.
        begin = at == followed.end() ? followed.size() : at - followed.begin() + 1;
    }
    const qsizetype end = std::min(begin + page.limit, followed.size());
    const Render render(world);
    QJsonArray items;
    for (qsizetype i = begin; i < end; ++i)
        items.append(render.fullArtist(*world.catalogue.indexOf(IdKind::Artist, followed[i].id)));
    const auto address = [&](const QString &from) {
        return QString(world.base + QStringLiteral("/v1/me/following?type=artist&limit=%1").arg(page.limit) +
                       (from.isEmpty() ? QString() : QStringLiteral("&after=") + from));
    };
    const bool isLast = end == followed.size();
    const QString last = isLast ? QString() : followed[end - 1].id;
    return Answer::json(
        QJsonObject{{QStringLiteral("artists"),
                     QJsonObject{{QStringLiteral("cursors"),
                                  QJsonObject{{QStringLiteral("after"), isLast ? QJsonValue() : QJsonValue(last)}}},
                                 {QStringLiteral("href"), address(after)},
                                 {QStringLiteral("items"), items},
                                 {QStringLiteral("limit"), page.limit},
                                 {QStringLiteral("next"), isLast ? QJsonValue() : QJsonValue(address(last))},
                                 {QStringLiteral("total"), followed.size()}}}});
}

/// The id's form is wrong. Those of users are anything.
std::optional<Answer> checkForm(SavedKind kind, const QString &id)
{
    if (kind == SavedKind::Artist ? Catalogue::isId(id) : !id.isEmpty())
        return std::nullopt;
    return Answer::error(400, QStringLiteral("invalid id"));
}

Answer change(World &world, const Call &call, SavedKind kind)
{
    QStringList ids;
    if (auto wrong = readSavedIds(call, MostIds, &ids))
        return *wrong;
    for (const QString &id : std::as_const(ids)) {
        if (auto wrong = checkSavable(world, kind, id))
            return *wrong;
    }
    for (const QString &id : std::as_const(ids)) {
        if (call.is("PUT"))
            world.saved.add(kind, id, QDateTime::currentSecsSinceEpoch());
        else
            world.saved.remove(kind, id);
    }
    return Answer::empty(204);
}

Answer contains(World &world, const Call &call, SavedKind kind)
{
    QStringList ids;
    if (auto wrong = readIds(call.request, MostIds, &ids))
        return *wrong;
    QJsonArray known;
    for (const QString &id : std::as_const(ids)) {
        if (auto wrong = checkForm(kind, id))
            return *wrong;
        known.append(world.saved.contains(kind, id));
    }
    return Answer::json(known);
}

} // namespace

std::optional<Answer> followingRoutes(World &world, const Call &call)
{
    const QStringList &path = call.path;
    if (path.size() < 2 || path[0] != QLatin1String("me") || path[1] != QLatin1String("following"))
        return std::nullopt;
    const bool asks = path.size() == 3 && path[2] == QLatin1String("contains") && call.is("GET");
    const bool lists = path.size() == 2 && call.is("GET");
    const bool changes = path.size() == 2 && (call.is("PUT") || call.is("DELETE"));
    if (!asks && !lists && !changes)
        return std::nullopt;
    if (!call.grant.has(changes ? QLatin1String("user-follow-modify") : QLatin1String("user-follow-read")))
        return lacksScope();
    SavedKind kind = SavedKind::Artist;
    if (auto wrong = readKind(call, &kind))
        return wrong;
    return lists ? list(world, call) : asks ? contains(world, call, kind) : change(world, call, kind);
}

} // namespace segue::demo
