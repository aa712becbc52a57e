// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/DialectFinder.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::web;

/// Answers by hand, so that every order of events can be had.
class TestDialectFinder : public QObject
{
    Q_OBJECT

    struct Attempted {
        int call;
        Dialect dialect;
        DialectFinder::Answered answered;
    };
    struct Concluded {
        int call;
        Dialect dialect;
        Result<ApiAnswer> answer;
    };

    DialectMemoryInRam m_memory;
    std::unique_ptr<DialectFinder> m_finder;
    std::vector<Attempted> m_attempts;
    std::vector<Concluded> m_concluded;

    void run(int call)
    {
        m_finder->run([] { return true; },
                      [this, call](Dialect dialect, DialectFinder::Answered answered) {
                          m_attempts.push_back({call, dialect, std::move(answered)});
                      },
                      [this, call](Dialect dialect, Result<ApiAnswer> answer) {
                          m_concluded.push_back({call, dialect, std::move(answer)});
                      });
    }
    Attempted take()
    {
        if (m_attempts.empty())
            qFatal("no attempt");
        Attempted first = std::move(m_attempts.front());
        m_attempts.erase(m_attempts.begin());
        return first;
    }
    void accept() { take().answered(ApiAnswer{}); }
    void refuse(int status = 403)
    {
        take().answered(Unexpected(Error{.kind = status == 403 ? ErrorKind::NotAllowed : ErrorKind::NotFound,
                                         .httpStatus = status,
                                         .detail = QStringLiteral("Forbidden")}));
    }
    void fail(ErrorKind kind = ErrorKind::Network) { take().answered(Unexpected(Error{.kind = kind})); }
    [[nodiscard]] std::optional<Dialect> remembered() const { return m_memory.load(QStringLiteral("c")); }
    void restart() { m_finder = std::make_unique<DialectFinder>(m_memory, QStringLiteral("c")); }

private Q_SLOTS:
    void init()
    {
        m_memory = {};
        m_attempts.clear();
        m_concluded.clear();
        restart();
    }

    void newRouteAnswers()
    {
        run(1);
        QCOMPARE(m_attempts.front().dialect, Dialect::Items);
        accept();
        QCOMPARE(m_concluded.size(), 1u);
        QCOMPARE(remembered(), std::optional(Dialect::Items));
        QVERIFY(!m_memory.load(QStringLiteral("another client")));
    }

    void oldRouteAfterRefusal()
    {
        run(1);
        refuse(404);
        QCOMPARE(m_attempts.front().dialect, Dialect::Tracks);
        accept();
        QCOMPARE(m_concluded.front().dialect, Dialect::Tracks);
        QCOMPARE(remembered(), std::optional(Dialect::Tracks));
        run(2);
        QCOMPARE(m_attempts.front().dialect, Dialect::Tracks);
    }

    void hintChoosesTheOrderOnly()
    {
        m_finder->hint(Dialect::Tracks);
        run(1);
        QCOMPARE(m_attempts.front().dialect, Dialect::Tracks);
        refuse();
        accept();
        QCOMPARE(remembered(), std::optional(Dialect::Items));
    }

    void aPlaylistInTheAnswerCountsForMoreThanTheRoute()
    {
        // POST me/playlists answers in both dialects.
        run(1);
        ApiAnswer made;
        made.json = QJsonDocument(QJsonObject{{QStringLiteral("owner"), QJsonObject()},
                                              {QStringLiteral("tracks"), QJsonObject{{QStringLiteral("total"), 0}}}});
        const Attempted asked = take();
        QCOMPARE(asked.dialect, Dialect::Items);
        asked.answered(made);
        QCOMPARE(remembered(), std::optional(Dialect::Tracks));
    }

    void whatASearchFoundTellsNothing()
    {
        run(1);
        ApiAnswer found;
        found.json = QJsonDocument(QJsonObject{{QStringLiteral("tracks"), QJsonObject()}});
        take().answered(found);
        QCOMPARE(remembered(), std::optional(Dialect::Items));
    }

    void othersWaitForTheProbe()
    {
        run(1);
        run(2);
        run(3);
        QCOMPARE(m_attempts.size(), 1u);
        refuse();
        QCOMPARE(m_attempts.size(), 1u);
        accept();
        QTRY_COMPARE(m_attempts.size(), 2u);
        for (const Attempted &attempt : m_attempts)
            QCOMPARE(attempt.dialect, Dialect::Tracks);
    }

    void bothRefuse_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("403 403") << 403 << 403 << ErrorKind::NotAllowed;
        QTest::newRow("403 404") << 403 << 404 << ErrorKind::NotAllowed;
        QTest::newRow("404 403") << 404 << 403 << ErrorKind::NotAllowed;
        QTest::newRow("404 404") << 404 << 404 << ErrorKind::NotFound;
    }

    // A playlist of somebody else in the items dialect: it says nothing about the app.
    void bothRefuse()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(ErrorKind, kind);
        run(1);
        run(2);
        refuse(first);
        refuse(second);
        QCOMPARE(m_concluded.front().answer.error().kind, kind);
        QVERIFY(!m_finder->known());
        QVERIFY(!remembered());
        // The next one becomes the probe.
        QTRY_COMPARE(m_attempts.size(), 1u);
        QCOMPARE(m_attempts.front().call, 2);
        accept();
        QCOMPARE(remembered(), std::optional(Dialect::Items));
    }

    void otherFailuresTeachNothing()
    {
        run(1);
        run(2);
        fail();
        QCOMPARE(m_concluded.front().answer.error().kind, ErrorKind::Network);
        QTRY_COMPARE(m_attempts.size(), 1u);
        refuse();
        fail(ErrorKind::ServerFault);
        QCOMPARE(m_concluded.back().answer.error().kind, ErrorKind::ServerFault);
        QVERIFY(!remembered());
    }

    void cancelledProbeStopsNobody()
    {
        run(1);
        run(2);
        take(); // and drops its function uncalled
        QTRY_COMPARE(m_attempts.size(), 1u);
        QCOMPARE(m_attempts.front().call, 2);
        refuse();
        take(); // in the middle of the second try too
        run(3);
        QTRY_COMPARE(m_attempts.size(), 1u);
        QCOMPARE(m_attempts.front().call, 3);
    }

    void unwantedOnesAreLeftOut()
    {
        run(1);
        m_finder->run([] { return false; }, [](Dialect, const DialectFinder::Answered &) { QFAIL("started"); },
                      [](Dialect, const Result<ApiAnswer> &) {});
        run(2);
        accept();
        QTRY_COMPARE(m_attempts.size(), 1u);
        QCOMPARE(m_attempts.front().call, 2);
    }

    void rememberedOneIsDoubtedUntilItHasAnswered()
    {
        m_memory.save(QStringLiteral("c"), Dialect::Tracks);
        restart();
        run(1);
        run(2); // known, so nobody waits
        QCOMPARE(m_attempts.size(), 2u);
        QCOMPARE(m_attempts.front().dialect, Dialect::Tracks);
        refuse();
        refuse();
        QCOMPARE(m_attempts.front().dialect, Dialect::Items);
        accept();
        QCOMPARE(remembered(), std::optional(Dialect::Items));
    }

    void rememberedOneStaysWhenBothRefuse()
    {
        m_memory.save(QStringLiteral("c"), Dialect::Tracks);
        restart();
        run(1);
        refuse();
        refuse();
        QCOMPARE(m_concluded.front().answer.error().kind, ErrorKind::NotAllowed);
        QCOMPARE(remembered(), std::optional(Dialect::Tracks));
    }

    void provenOneIsNotDoubted()
    {
        run(1);
        accept();
        run(2);
        refuse();
        QVERIFY(m_attempts.empty());
        QCOMPARE(m_concluded.back().answer.error().kind, ErrorKind::NotAllowed);
    }
};

SEGUE_TEST(TestDialectFinder)
#include "tst_DialectFinder.moc"
