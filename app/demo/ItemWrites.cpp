// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/ItemWrites.h"

#include "app/demo/Json.h"

#include <cmath>

namespace segue::demo
{

namespace
{

constexpr int MostUris = 100;

Answer noUris()
{
    return Answer::error(400, QStringLiteral("No uris provided"));
}

Answer tooManyUris()
{
    return Answer::error(400, QStringLiteral("You can add a maximum of 100 tracks per request"));
}

Answer outOfBounds()
{
    return Answer::error(400, QStringLiteral("Given positions are out of bounds"));
}

Answer badSnapshot()
{
    return Answer::error(400, QStringLiteral("Missing or bad version tag"));
}

Answer invalidUri(const QString &uri)
{
    return Answer::error(400, QString(QStringLiteral("Invalid track uri: ") + uri));
}

/// A whole number, absent counting as `otherwise`. Nothing for any other type.
std::optional<qsizetype> wholeNumber(const QJsonValue &value, qsizetype otherwise)
{
    if (value.isUndefined() || value.isNull())
        return otherwise;
    constexpr double largest = 1e15; // what a double counts one by one
    const double number = value.toDouble();
    if (!value.isDouble() || std::abs(number) > largest || number != std::trunc(number))
        return std::nullopt;
    return qsizetype(number);
}

qsizetype rowAt(const QList<Item> &items, quint32 row)
{
    const auto found = std::find_if(items.begin(), items.end(), [row](const Item &item) { return item.row == row; });
    return found - items.begin();
}

} // namespace

std::optional<Answer> ItemWrites::refused(const Call &call, const char *verb) const
{
    if (!m_playlist.mayEditItems(Library::Me))
        return Answer::error(403, QString(QStringLiteral("You cannot ") + QLatin1String(verb) +
                                          QStringLiteral(" a playlist you don't own.")));
    return lacksModifyScope(call.grant, m_playlist.isPublic);
}

bool ItemWrites::isDead(const QStringList &uris) const
{
    return std::any_of(uris.begin(), uris.end(),
                       [this](const QString &uri) { return m_world.settings.deadUris.contains(uri); });
}

std::optional<Answer> ItemWrites::readUris(const QStringList &uris, QList<Item> *items)
{
    if (uris.size() > MostUris)
        return tooManyUris();
    for (const QString &uri : uris) {
        const auto item = m_world.library.itemFor(uri, Library::Me);
        if (!item)
            return invalidUri(uri);
        items->append(*item);
    }
    return std::nullopt;
}

Answer ItemWrites::done(int status) const
{
    return Answer::json(QJsonObject{{QStringLiteral("snapshot_id"), m_playlist.snapshot.now()}}, status);
}

Answer ItemWrites::add(const Call &call)
{
    if (auto wrong = refused(call, "add to"))
        return *wrong;
    // The URIs may also come in the query; the body wins where there is one.
    const Form &query = call.request.query;
    QStringList uris = query.value(QLatin1String("uris")).split(u',', Qt::SkipEmptyParts);
    std::optional<qsizetype> position = m_playlist.items.now().size();
    if (query.has(QLatin1String("position"))) {
        bool isNumber = false;
        position = query.value(QLatin1String("position")).toInt(&isNumber);
        if (!isNumber)
            return Answer::error(400, QStringLiteral("Invalid position"));
    }
    if (!call.request.body.isEmpty()) {
        QJsonObject body;
        if (auto wrong = readBody(call.request, &body))
            return *wrong;
        if (body.contains(QLatin1String("uris")))
            uris = strings(body.value(QLatin1String("uris")));
        position = wholeNumber(body.value(QLatin1String("position")), *position);
    }
    if (uris.isEmpty())
        return noUris();
    QList<Item> items;
    if (auto wrong = readUris(uris, &items))
        return *wrong;
    if (!position)
        return Answer::error(400, QStringLiteral("Error parsing JSON."));
    if (*position < 0 || *position > m_playlist.items.now().size())
        return Answer::error(403, QStringLiteral("Index out of bounds"));
    if (isDead(uris))
        return Answer::error(404, QStringLiteral("Not found."));
    if (m_playlist.items.now().size() + items.size() > Library::MostItems)
        return Answer::error(403, QStringLiteral("Playlist size limit reached"));
    m_world.library.insert(m_playlist, *position, items, m_world.lags());
    return done(201);
}

Answer ItemWrites::remove(const Call &call)
{
    if (auto wrong = refused(call, "remove from"))
        return *wrong;
    QJsonObject body;
    if (auto wrong = readBody(call.request, &body))
        return *wrong;
    const bool isItems = m_world.settings.isItems();
    const QJsonArray named = body.value(isItems ? QLatin1String("items") : QLatin1String("tracks")).toArray();
    if (named.isEmpty())
        return noUris();
    if (named.size() > MostUris)
        return tooManyUris();
    const QString snapshot = body.value(QLatin1String("snapshot_id")).toString();
    const auto base = m_world.library.at(m_playlist, snapshot);
    if (!base)
        return badSnapshot();

    // Single copies only on the old route, and only with the snapshot that the positions are of.
    const bool byPosition = !isItems && !snapshot.isEmpty() && !m_world.settings.positionsIgnored;
    QSet<quint32> rows;
    for (const QJsonValue &entry : named) {
        const QString uri = entry[QLatin1String("uri")].toString();
        if (uri.isEmpty())
            return noUris();
        // Local files have no identity the service would go by.
        if (!m_world.library.itemFor(uri, Library::Me))
            return invalidUri(uri);
        const QJsonArray positions = entry[QLatin1String("positions")].toArray();
        if (byPosition && !positions.isEmpty()) {
            for (const QJsonValue &at : positions) {
                const qsizetype position = at.toInt(-1);
                if (position < 0 || position >= base->size())
                    return outOfBounds();
                if (m_world.library.uriOf(base->at(position)) != uri)
                    return Answer::error(400, QStringLiteral("Could not remove tracks, please check parameters."));
                rows.insert(base->at(position).row);
            }
            continue;
        }
        for (const Item &item : m_playlist.items.now()) {
            if (item.kind != ItemKind::Local && m_world.library.uriOf(item) == uri)
                rows.insert(item.row);
        }
    }
    m_world.library.removeRows(m_playlist, rows, m_world.lags());
    return done(200);
}

Answer ItemWrites::reorderOrReplace(const Call &call)
{
    if (auto wrong = refused(call, "edit"))
        return *wrong;
    QJsonObject body;
    if (!call.request.body.isEmpty()) {
        if (auto wrong = readBody(call.request, &body))
            return *wrong;
    }
    if (body.value(QLatin1String("uris")).isArray())
        return replace(strings(body.value(QLatin1String("uris"))));
    if (call.request.query.has(QLatin1String("uris")))
        return replace(call.request.query.value(QLatin1String("uris")).split(u',', Qt::SkipEmptyParts));
    return reorder(body);
}

Answer ItemWrites::replace(const QStringList &uris)
{
    QList<Item> items;
    if (auto wrong = readUris(uris, &items))
        return *wrong;
    if (isDead(uris))
        return Answer::error(502, QStringLiteral("Bad gateway."));
    m_world.library.replace(m_playlist, items, m_world.lags());
    return done(201);
}

Answer ItemWrites::reorder(const QJsonObject &body)
{
    for (const char *name : {"range_start", "insert_before"}) {
        if (!body.contains(QLatin1String(name)))
            return Answer::error(400, QString(QStringLiteral("Missing required field: ") + QLatin1String(name)));
    }
    const auto start = wholeNumber(body.value(QLatin1String("range_start")), 0);
    const auto before = wholeNumber(body.value(QLatin1String("insert_before")), 0);
    const auto length = wholeNumber(body.value(QLatin1String("range_length")), 1);
    if (!start || !before || !length)
        return Answer::error(400, QStringLiteral("Error parsing JSON."));
    const auto base = m_world.library.at(m_playlist, body.value(QLatin1String("snapshot_id")).toString());
    if (!base)
        return badSnapshot();
    const qsizetype size = base->size();
    if (*start < 0 || *length < 1 || *before < 0 || *start > size - *length || *before > size)
        return outOfBounds();
    if (*length > MostUris && m_world.settings.bigRangesIgnored)
        return done(200);

    const QList<Item> &now = m_playlist.items.now();
    qsizetype from = *start;
    qsizetype to = *before;
    if (base->constData() != now.constData()) {
        // Positions of an older snapshot: the move is carried over to where those items are now, as far as
        // they still stand together.
        from = rowAt(now, base->at(*start).row);
        to = *before == size ? now.size() : rowAt(now, base->at(*before).row);
        for (qsizetype i = 0; i < *length; ++i) {
            if (from + i >= now.size() || now[from + i].row != base->at(*start + i).row)
                return Answer::error(400, QStringLiteral("Could not reorder tracks, please check parameters."));
        }
    }
    m_world.library.move(m_playlist, from, *length, to, m_world.lags());
    return done(200);
}

} // namespace segue::demo
