// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TitleLookup.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::models;
using segue::test::FakeApi;

/// What is asked, in which calls, and what becomes of the answers.
class TestTitleLookup : public QObject
{
    Q_OBJECT

    FakeApi *m_api = nullptr;
    TitleLookup *m_lookup = nullptr;

    /// "a b" → URIs; "e:c" is an episode. All but those in `gone` are in the catalogue.
    QStringList uris(const char *spaced, const QString &gone = {})
    {
        QStringList list;
        for (const QString &id : QString::fromLatin1(spaced).split(u' ')) {
            const QString uri = id.startsWith(QLatin1String("e:"))
                                    ? QString(QStringLiteral("spotify:episode:") + id.mid(2))
                                    : QString(QStringLiteral("spotify:track:") + id);
            list.append(uri);
            if (!gone.contains(id))
                m_api->catalogue.insert(uri, FakeApi::entry(uri).medium);
        }
        return list;
    }
    void answerAll()
    {
        QSignalSpy answered(m_api, &FakeApi::answered);
        for (int i = 0; i < 100 && m_api->heldCount() > 0; ++i) {
            m_api->release();
            QVERIFY(answered.wait());
        }
    }

private Q_SLOTS:
    void init()
    {
        m_api = new FakeApi(this);
        m_api->hold(true);
        m_lookup = new TitleLookup(*m_api, m_api);
    }
    void cleanup() { delete m_api; }

    void asksOnceForAllOfAKind()
    {
        const QStringList wanted = uris("a e:x b gone", QStringLiteral("gone"));
        QSignalSpy changed(m_lookup, &TitleLookup::changed);
        m_lookup->want(wanted);
        QCOMPARE(m_api->log,
                 (QStringList{QStringLiteral("media spotify:track:a,spotify:track:b,spotify:track:gone visible"),
                              QStringLiteral("media spotify:episode:x visible")}));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(m_lookup->state(wanted.at(0)), TitleLookup::State::Unasked);
        answerAll();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(m_lookup->medium(wanted.at(0))->title, QStringLiteral("a"));
        QCOMPARE(m_lookup->medium(wanted.at(1))->title, QStringLiteral("x"));
        QCOMPARE(m_lookup->state(wanted.at(3)), TitleLookup::State::Missing);
        QVERIFY(!m_lookup->medium(wanted.at(3)));
        m_lookup->want(wanted);
        QCOMPARE(m_api->log.size(), 2); // nothing twice
    }

    void whatCannotBeAskedIsNot()
    {
        const QString local = QStringLiteral("spotify:local:a:b:c:1");
        m_lookup->want({local, QString(), QStringLiteral("spotify:album:a")});
        QVERIFY(m_api->log.isEmpty());
        QCOMPARE(m_lookup->state(local), TitleLookup::State::Missing);
    }

    void fewAtATimeAndOnlyWhatIsStillWanted()
    {
        m_api->perCall = 1;
        m_lookup->want(uris("a b c d e f"));
        QCOMPARE(m_api->log.size(), 3);
        m_lookup->want(uris("e y")); // scrolled on
        answerAll();
        QCOMPARE(m_api->log.mid(3), (QStringList{QStringLiteral("media spotify:track:e visible"),
                                                 QStringLiteral("media spotify:track:y visible")}));
        QCOMPARE(m_lookup->state(QStringLiteral("spotify:track:a")), TitleLookup::State::Known); // was under way
        QCOMPARE(m_lookup->state(QStringLiteral("spotify:track:d")), TitleLookup::State::Unasked);
    }

    void withoutTheRouteForSeveralItAsksOneByOne()
    {
        m_api->failNextMedia(FakeApi::error(ErrorKind::NotAllowed, 403));
        const QStringList wanted = uris("a b");
        m_lookup->want(wanted);
        answerAll();
        QCOMPARE(m_api->log.mid(1), (QStringList{QStringLiteral("media spotify:track:a visible"),
                                                 QStringLiteral("media spotify:track:b visible")}));
        QCOMPARE(m_lookup->state(wanted.at(1)), TitleLookup::State::Known);
        QVERIFY(!m_lookup->error());
        m_lookup->want(uris("c d"));
        QCOMPARE(m_api->log.size(), 5); // that is remembered
    }

    void oneThatSpoilsACallIsFoundOut()
    {
        m_api->failNextMedia(FakeApi::error(ErrorKind::BadRequest, 400)); // all three
        m_api->failNextMedia(FakeApi::error(ErrorKind::BadRequest, 400)); // the first alone
        const QStringList wanted = uris("bad a b");
        m_lookup->want(wanted);
        answerAll();
        QCOMPARE(m_lookup->state(wanted.at(0)), TitleLookup::State::Missing);
        QCOMPARE(m_lookup->state(wanted.at(1)), TitleLookup::State::Known);
        QCOMPARE(m_lookup->state(wanted.at(2)), TitleLookup::State::Known);
        QVERIFY(!m_lookup->error());
        m_api->log.clear();
        m_lookup->want(uris("c d"));
        QCOMPARE(m_api->log.size(), 1); // others still go together
    }

    void aFailureEndsTheAsking_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("network") << ErrorKind::Network;
        QTest::newRow("limit") << ErrorKind::RateLimited;
        QTest::newRow("signed out") << ErrorKind::SignedOut;
        QTest::newRow("not allowed") << ErrorKind::NotAllowed;
    }
    void aFailureEndsTheAsking()
    {
        QFETCH(ErrorKind, kind);
        m_api->perCall = 1;
        m_api->failNextMedia(FakeApi::error(kind));
        QSignalSpy changed(m_lookup, &TitleLookup::changed);
        m_lookup->want(uris("a b c d e"));
        answerAll();
        QVERIFY(m_lookup->error());
        QCOMPARE(m_lookup->error()->kind, kind);
        QCOMPARE(m_api->log.size(), 3); // those that were under way
        QCOMPARE(changed.size(), 3);
        m_lookup->want(uris("a f"));
        QCOMPARE(m_api->log.size(), 3);
        m_lookup->again();
        QVERIFY(!m_lookup->error());
        QCOMPARE(m_api->log.size(), 5);
        answerAll();
        QCOMPARE(m_lookup->state(QStringLiteral("spotify:track:a")), TitleLookup::State::Known);
    }

    void goesOnWhenTheServiceIsReached()
    {
        m_api->failNextMedia(FakeApi::error(ErrorKind::Network));
        m_lookup->want(uris("a"));
        answerAll();
        QVERIFY(m_lookup->error());
        Q_EMIT m_api->reachableChanged(false);
        QCOMPARE(m_api->log.size(), 1);
        Q_EMIT m_api->reachableChanged(true);
        QVERIFY(!m_lookup->error());
        QCOMPARE(m_api->log.size(), 2);
        m_api->failNextMedia(FakeApi::error(ErrorKind::RateLimited));
        m_lookup->want(uris("b"));
        answerAll();
        QVERIFY(m_lookup->error());
        Q_EMIT m_api->pausedUntil(QDateTime::currentDateTimeUtc().addSecs(5));
        QVERIFY(m_lookup->error());
        Q_EMIT m_api->pausedUntil(QDateTime());
        QVERIFY(!m_lookup->error());
    }

    void goesWithoutAWord()
    {
        m_lookup->want(uris("a"));
        delete std::exchange(m_lookup, nullptr);
        answerAll();
    }
};

SEGUE_TEST(TestTitleLookup)
#include "tst_TitleLookup.moc"
