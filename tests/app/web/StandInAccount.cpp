// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/StandInAccount.h"

namespace segue::web::test
{

const QString allScopes =
    QStringLiteral("playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public "
                   "ugc-image-upload user-follow-read user-follow-modify user-library-read user-library-modify "
                   "user-read-private");

Account::Account(demo::Dialect dialect, const QString &scopes, int items)
    : standIn({.dialect = dialect, .items = items}), tokens(standIn, scopes)
{
    QString error;
    if (!standIn.start(&error))
        qFatal("%s", qPrintable(error));
    CallerOptions options;
    options.clientId = standIn.clientId();
    options.scheduler.timeScale = 0.01;
    caller = std::make_unique<Caller>(standIn.apiUrl(), tokens, network, memory, options);
    api = std::make_unique<ApiClient>(*caller);
}

QJsonArray Account::playlists()
{
    return standIn.control("GET", QStringLiteral("/playlists")).value(QLatin1String("list")).toArray();
}

QJsonArray Account::rows(const QString &id)
{
    return standIn.control("GET", QString(QStringLiteral("/playlists/") + id)).value(QLatin1String("items")).toArray();
}

QStringList Account::column(const QString &id, const char *name)
{
    QStringList out;
    for (const QJsonValue &row : rows(id))
        out.append(row[QLatin1String(name)].toVariant().toString());
    return out;
}

QJsonObject Account::state(const QString &id)
{
    return standIn.control("GET", QString(QStringLiteral("/playlists/") + id));
}

QString Account::pick(bool own)
{
    const QString me = myId();
    QString id;
    int most = -1;
    for (const QJsonValue &playlist : playlists()) {
        const int total = playlist[QLatin1String("total")].toInt();
        const bool mine = playlist[QLatin1String("owner")].toString() == me;
        if (mine == own && (own || !playlist[QLatin1String("editable")].toBool()) && total > most) {
            most = total;
            id = playlist[QLatin1String("id")].toString();
        }
    }
    return id;
}

QString Account::myId()
{
    Outcome<UserProfile> me;
    api->me(&context, me.taker());
    return me.ok() ? me.value().id : QString();
}

QList<PlaylistEntry> Account::readAll(const QString &id, int *total)
{
    Outcome<EntryPage> first;
    api->entries(id, 0, 50, Priority::Visible, &context, first.taker());
    if (!first.ok())
        return {};
    QList<PlaylistEntry> all = first.value().entries;
    if (total)
        *total = first.value().total;
    QList<Outcome<EntryPage>> pages;
    for (int offset = 50; offset < first.value().total; offset += 50) {
        pages.append(Outcome<EntryPage>());
        api->entries(id, offset, 50, Priority::Background, &context, pages.last().taker());
    }
    for (const auto &page : pages) {
        if (!page.ok())
            return {};
        all += page.value().entries;
    }
    return all;
}

QJsonArray Account::log(const QString &query)
{
    return standIn.control("GET", QString(QStringLiteral("/log") + query)).value(QLatin1String("list")).toArray();
}

void bothDialects()
{
    QTest::addColumn<demo::Dialect>("dialect");
    QTest::newRow("tracks") << demo::Dialect::Tracks;
    QTest::newRow("items") << demo::Dialect::Items;
}

} // namespace segue::web::test
