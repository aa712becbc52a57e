// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/DemoTestSupport.h"

#include <QObject>
#include <QTest>

namespace segue::demo::test
{

/// What most tests stand on: a stand-in of the newer dialect, new for each test, or of the one that a test starts.
class ReadingFixture : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<Bench> m_bench;

    QString id(const char *name) { return m_bench->playlist(QString::fromUtf8(name)); }
    Reply items(const QString &playlist, const QString &query)
    {
        return m_bench->get(m_bench->itemsPath(playlist) + query);
    }
    static QString encoded(const char *text)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(text)));
    }
    /// All entries from `path` on, page after page along `next`. The pages may be the value of a key.
    QJsonArray walked(const QString &path, const char *below = nullptr, int *pages = nullptr)
    {
        QJsonArray all;
        for (QString next = path; !next.isEmpty();) {
            const Reply reply = m_bench->get(next);
            const QJsonObject page = below ? reply.json[QLatin1String(below)].toObject() : reply.json;
            if (reply.status != 200 || !page.contains(QLatin1String("items")))
                return {};
            for (const QJsonValue &entry : page[QLatin1String("items")].toArray())
                all.append(entry);
            if (pages)
                ++*pages;
            next = page[QLatin1String("next")].toString().remove(m_bench->standIn.accountsUrl().toString());
        }
        return all;
    }
    static QString text(const QJsonValue &object, const char *key) { return object[QLatin1String(key)].toString(); }
    static QStringList texts(const QJsonArray &list, const char *key)
    {
        QStringList out;
        for (const QJsonValue &entry : list)
            out.append(text(entry, key));
        return out;
    }
    /// What the first entry of a playlist holds.
    QJsonObject firstTrack(const char *playlist = "Night drive")
    {
        const QJsonValue entry = items(id(playlist), QStringLiteral("?limit=1")).list()[0];
        const QJsonValue item = entry[QLatin1String("item")];
        return (item.isObject() ? item : entry[QLatin1String("track")]).toObject();
    }
    /// Columns of a question that is refused, for refused().
    static void refusals()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("question"); ///< method, blank, path below /v1
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
    }
    static void refusal(Dialect dialect, const QString &question, int status, const char *message)
    {
        const char *name = dialect == Dialect::Items ? "items" : "tracks";
        QTest::addRow("%s %s %d", name, qPrintable(question.left(60)), status)
            << dialect << question << status << QString::fromLatin1(message);
    }
    void refused()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, question);
        QFETCH(int, status);
        QFETCH(QString, message);
        start(dialect);
        const Reply reply =
            m_bench->send(question.section(u' ', 0, 0).toLatin1(), QStringLiteral("/v1/") + question.section(u' ', 1));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.message(), message);
    }
    static QStringList keys(const QJsonValue &value) { return value.toObject().keys(); }
    void start(Dialect dialect) { m_bench = std::make_unique<Bench>(small(dialect)); }

protected Q_SLOTS:
    void init() { start(Dialect::Items); }
};

} // namespace segue::demo::test
