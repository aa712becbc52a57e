// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/DemoTestSupport.h"

#include <QObject>
#include <QTest>

namespace segue::demo::test
{

/// What tests of GET stand on: a stand-in of the newer dialect, new for each test, or of the one that a test starts.
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
    static QStringList keys(const QJsonValue &value) { return value.toObject().keys(); }
    void start(Dialect dialect) { m_bench = std::make_unique<Bench>(small(dialect)); }

protected Q_SLOTS:
    void init() { start(Dialect::Items); }
};

} // namespace segue::demo::test
