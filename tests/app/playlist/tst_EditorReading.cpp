// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// How a playlist is read, page by page, while others may change it.
class TestEditorReading : public EditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllPagesAndKnowsTheTotalFromTheFirst()
    {
        m_api->addPlaylist(QStringLiteral("p"), 120);
        openEditor();
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->document().size(), 120);
        QCOMPARE(m_editor->document().rowAt(119).uri(), QStringLiteral("spotify:track:t119"));
        QCOMPARE(m_api->log.filter(QStringLiteral("entries")).size(), 3);
    }

    void asksForAllPagesAtOnceWhenTheTotalIsExpected()
    {
        m_api->addPlaylist(QStringLiteral("p"), 200);
        m_api->hold(true);
        openEditor(200);
        m_editor->load();
        QCOMPARE(m_api->log.filter(QStringLiteral("entries")).size(), 4);
        QCOMPARE(m_api->log.filter(QStringLiteral("entries")).first(), QStringLiteral("entries p 0 50 visible"));
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
    }

    void aWrongExpectedTotalIsPutRight_data()
    {
        QTest::addColumn<int>("expected");
        QTest::newRow("too many") << 500;
        QTest::newRow("too few") << 60;
    }

    void aWrongExpectedTotalIsPutRight()
    {
        QFETCH(int, expected);
        m_api->addPlaylist(QStringLiteral("p"), 130);
        openEditor(expected);
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->document().size(), 130);
    }

    void startsOverWhenTheListChangesWhileItIsRead()
    {
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        openEditor(100);
        m_editor->load();
        m_api->release(2); // details and the first page
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
        entries().removeFirst(); // the second page comes from a shorter list
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->document().size(), 99);
        QCOMPARE(m_editor->document().rowAt(0).uri(), QStringLiteral("spotify:track:t1"));
        QCOMPARE(m_editor->document().rowAt(98).uri(), QStringLiteral("spotify:track:t99"));
    }

    void pagesOfTwoListsThatAreEquallyLongAreReadAgain_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("missing and twice: moved up") << 60 << 0;
        QTest::newRow("missing and twice: moved down") << 10 << 70;
        QTest::newRow("only missing: removed above, added below") << 10 << -1;
    }

    void pagesOfTwoListsThatAreEquallyLongAreReadAgain()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        openEditor(100);
        m_editor->load();
        m_api->release(2); // details and the first page
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
        m_api->editElsewhere(QStringLiteral("p"), [&](QList<web::PlaylistEntry> &list) {
            if (to >= 0) {
                list.move(from, to);
                return;
            }
            list.removeAt(from);
            list.append(FakeApi::entry(QStringLiteral("spotify:track:new"), QDateTime::currentDateTimeUtc()));
        });
        m_api->hold(false);
        QTRY_COMPARE(shown(), atSpotify());
        QVERIFY(m_editor->document().isComplete());
    }

    void readingGoesOnByItselfWhenALimitIsOver()
    {
        m_api->addPlaylist(QStringLiteral("p"), 60);
        Error limited = FakeApi::error(ErrorKind::RateLimited, 429);
        limited.retryAfter = std::chrono::seconds(3600);
        m_api->failNextRead(limited);
        openEditor();
        m_editor->load();
        QTRY_VERIFY(m_editor->loadError());
        Q_EMIT m_api->pausedUntil(QDateTime::currentDateTimeUtc().addSecs(1800)); // the clock was set
        QVERIFY(m_editor->loadError());
        Q_EMIT m_api->pausedUntil(QDateTime());
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(!m_editor->loadError());
    }

    void givesUpWhenTheListNeverKeepsStill()
    {
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        openEditor(100);
        m_editor->load();
        for (int answers = 0; answers < 100 && !m_editor->loadError(); ++answers) {
            entries().append(FakeApi::entry(QStringLiteral("spotify:track:more")));
            m_api->release(1);
            QCoreApplication::processEvents();
        }
        QVERIFY(m_editor->loadError());
        QCOMPARE(m_editor->loadError()->kind, ErrorKind::BadAnswer);
    }

    void aFailedReadIsReportedAndCanBeRepeated()
    {
        m_api->addPlaylist(QStringLiteral("p"), 60);
        m_api->failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        m_api->hold(true);
        openEditor();
        m_editor->load();
        QSignalSpy failed(m_editor.get(), &Editor::loadFailed);
        m_api->hold(false);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_editor->loadError());
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(!m_editor->loadError());
    }
};

SEGUE_TEST(TestEditorReading)
#include "tst_EditorReading.moc"
