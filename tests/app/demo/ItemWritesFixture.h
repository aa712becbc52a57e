// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/DemoTestSupport.h"

#include <QObject>
#include <QTest>

namespace segue::demo::test
{

/// What tests of writes to a playlist stand on: a stand-in, one of its playlists, and the calls that change it.
class ItemWritesFixture : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<Bench> m_bench;
    QString m_path;
    QString m_id;
    QStringList m_before;

    void start(Dialect dialect, const char *playlist = "Night drive")
    {
        m_bench = std::make_unique<Bench>(small(dialect));
        m_id = m_bench->playlist(QString::fromUtf8(playlist));
        QVERIFY(!m_id.isEmpty());
        m_path = m_bench->itemsPath(m_id);
        m_before = m_bench->uris(m_id);
    }

    QStringList now() { return m_bench->uris(m_id); }
    static QJsonArray array(const QStringList &list) { return QJsonArray::fromStringList(list); }
    static QString key(Dialect dialect)
    {
        return dialect == Dialect::Items ? QStringLiteral("items") : QStringLiteral("tracks");
    }

    Reply add(const QStringList &uris, int position = -1)
    {
        QJsonObject body{{QStringLiteral("uris"), array(uris)}};
        if (position >= 0)
            body.insert(QStringLiteral("position"), position);
        return m_bench->post(m_path, body);
    }

    Reply reorder(int start, int before, int length = 1, const QString &snapshot = {})
    {
        QJsonObject body{{QStringLiteral("range_start"), start},
                         {QStringLiteral("insert_before"), before},
                         {QStringLiteral("range_length"), length}};
        if (!snapshot.isEmpty())
            body.insert(QStringLiteral("snapshot_id"), snapshot);
        return m_bench->put(m_path, body);
    }

    Reply remove(Dialect dialect, const QJsonArray &named, const QString &snapshot = {})
    {
        QJsonObject body{{key(dialect), named}};
        if (!snapshot.isEmpty())
            body.insert(QStringLiteral("snapshot_id"), snapshot);
        return m_bench->del(m_path, body);
    }

    static QJsonObject named(const QString &uri, const QList<int> &positions = {})
    {
        QJsonObject json{{QStringLiteral("uri"), uri}};
        QJsonArray at;
        for (const int position : positions)
            at.append(position);
        if (!positions.isEmpty())
            json.insert(QStringLiteral("positions"), at);
        return json;
    }

    QString snapshot()
    {
        return m_bench->control("GET", QStringLiteral("/playlists/") + m_id)[QLatin1String("snapshotId")].toString();
    }
};

} // namespace segue::demo::test
