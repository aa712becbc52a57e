// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/WholeListReader.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::FakeApi;

/// All pages of a playlist as one list.
class TestWholeListReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<WholeListReader> m_reader;
    std::unique_ptr<QSignalSpy> m_done;
    std::unique_ptr<QSignalSpy> m_failed;

    void open(int count)
    {
        m_api->addPlaylist(QStringLiteral("p"), count);
        m_reader = std::make_unique<WholeListReader>(*m_api, QStringLiteral("p"));
        m_done = std::make_unique<QSignalSpy>(m_reader.get(), &WholeListReader::done);
        m_failed = std::make_unique<QSignalSpy>(m_reader.get(), &WholeListReader::failed);
    }

    /// What was handed over; empty positions are "-".
    [[nodiscard]] QStringList handedOver() const
    {
        QStringList uris;
        for (const web::PlaylistEntry &entry : m_done->constLast().at(0).value<QList<web::PlaylistEntry>>())
            uris.append(entry.medium ? entry.medium->uri : QStringLiteral("-"));
        return uris;
    }

private Q_SLOTS:
    void init() { m_api = std::make_unique<FakeApi>(); }
    void cleanup()
    {
        m_done.reset();
        m_failed.reset();
        m_reader.reset();
        m_api.reset();
    }

    void handsOverAllPagesOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("expected");
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("one page") << 50 << 50;
        QTest::newRow("more") << 120 << 120;
        QTest::newRow("not expected") << 120 << -1;
        QTest::newRow("fewer than expected") << 120 << 400;
        QTest::newRow("more than expected") << 260 << 120;
    }
    void handsOverAllPagesOnce()
    {
        QFETCH(int, count);
        QFETCH(int, expected);
        open(count);
        m_reader->start(expected);
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(handedOver(), m_api->urisOf(QStringLiteral("p")));
        QCOMPARE(m_failed->size(), 0);
    }

    void nothingOfAListThatChangedIsLeft()
    {
        open(100);
        m_api->hold(true);
        m_reader->start(100);
        m_api->release(1);
        QCoreApplication::processEvents();                    // that page is of the longer list
        m_api->entriesOf(QStringLiteral("p")).remove(10, 60); // one page instead of two
        m_api->hold(false);
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(handedOver().size(), 40);
        QCOMPARE(handedOver(), m_api->urisOf(QStringLiteral("p")));
    }

    void nothingOfAReadingThatFailedIsLeft()
    {
        open(100);
        m_api->failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        m_reader->start(100);
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->constFirst().at(0).value<Error>().kind, ErrorKind::NotFound);
        QCOMPARE(m_done->size(), 0);
        m_api->entriesOf(QStringLiteral("p")).remove(10, 30);
        m_reader->start(100);
        QTRY_COMPARE(m_done->size(), 1);
        QCOMPARE(handedOver(), m_api->urisOf(QStringLiteral("p")));
    }

    void startingAnewForgetsTheReadingBefore()
    {
        open(100);
        m_api->hold(true);
        m_reader->start(100);
        m_api->release(1);
        QCoreApplication::processEvents();
        m_reader->start(100);
        m_api->hold(false);
        QTRY_COMPARE(m_done->size(), 1);
        // Also not later.
        m_reader->start(100);
        QTRY_COMPARE(m_done->size(), 2);
        QCOMPARE(handedOver(), m_api->urisOf(QStringLiteral("p")));
    }
};

SEGUE_TEST(TestWholeListReader)
#include "tst_WholeListReader.moc"
