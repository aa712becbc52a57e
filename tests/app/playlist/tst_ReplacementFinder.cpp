// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ReplacementFinder.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;
using segue::test::FakeApi;

/// What is asked for each track, in which order, and what errors end.
class TestReplacementFinder : public QObject
{
    Q_OBJECT

    /// A finder, and what it has reported: "0: a b", "1: !", "stopped", "finished".
    struct Rig {
        FakeApi api;
        ReplacementFinder finder{api};
        QStringList told;
        QStringList progress;
        bool isOver = false;

        Rig()
        {
            QObject::connect(&finder, &ReplacementFinder::found, &finder,
                             [this](int index, const std::vector<Replacement> &found) {
                                 QStringList names;
                                 for (const Replacement &each : found)
                                     names.append(each.medium->album);
                                 told.append(QStringLiteral("%1: %2").arg(index).arg(names.join(u' ')).trimmed());
                             });
            QObject::connect(&finder, &ReplacementFinder::failed, &finder,
                             [this](int index) { told.append(QStringLiteral("%1: !").arg(index)); });
            QObject::connect(&finder, &ReplacementFinder::progress, &finder, [this](int done, int total) {
                progress.append(QStringLiteral("%1/%2").arg(done).arg(total));
            });
            QObject::connect(&finder, &ReplacementFinder::finished, &finder,
                             [this] { end(QStringLiteral("finished")); });
            QObject::connect(&finder, &ReplacementFinder::stopped, &finder, [this] { end(QStringLiteral("stopped")); });
        }
        void end(const QString &how)
        {
            told.append(how);
            isOver = true;
        }
        bool run(const QList<web::MediumPtr> &gone)
        {
            finder.start(gone);
            return QTest::qWaitFor([this] { return isOver; });
        }
        void answer(const QString &query, const QList<web::MediumPtr> &found)
        {
            api.searchResults.insert(query, found);
        }
    };

    static web::MediumPtr track(const QString &title, const char *isrc = "", const QString &album = QString())
    {
        web::Medium medium = song(title, QStringLiteral("Band"), album);
        medium.isrc = web::Isrc::from(QLatin1String(isrc));
        return std::make_shared<const web::Medium>(medium);
    }
    static constexpr auto code = "USRC17607839";
    static QString byCode() { return QStringLiteral("isrc:USRC17607839"); }
    static QString byTitle(const QString &title) { return QStringLiteral("track:\"%1\" artist:\"Band\"").arg(title); }
    static QString named(const char *text) { return QLatin1String(text); }

private Q_SLOTS:
    void byRecordingFirst()
    {
        Rig rig;
        rig.answer(byCode(), {track(named("A"), code, named("single"))});
        rig.answer(byTitle(named("A")), {track(named("A"), "", named("other"))});
        QVERIFY(rig.run({track(named("A"), code)}));
        QCOMPARE(rig.told, (QStringList{named("0: single"), named("finished")}));
        QCOMPARE(rig.api.log, QStringList{named("search ") + byCode()}); // that was enough
        QVERIFY(!rig.finder.isRunning());
    }

    void byTitleWhereThatFindsNothingThatPlays()
    {
        Rig rig;
        auto silent = std::make_shared<web::Medium>(*track(named("A"), code, named("silent")));
        silent->isPlayable = false;
        rig.answer(byCode(), {silent});
        rig.answer(byTitle(named("A")), {track(named("A"), "", named("other"))});
        QVERIFY(rig.run({track(named("A"), code), track(named("A"))}));
        QCOMPARE(rig.told, (QStringList{named("0: other"), named("1: other"), named("finished")}));
        QCOMPARE(rig.api.log, (QStringList{named("search ") + byCode(), named("search ") + byTitle(named("A")),
                                           named("search ") + byTitle(named("A"))}));
    }

    void oneRequestAtATime()
    {
        Rig rig;
        rig.api.hold(true);
        rig.finder.start({track(named("A")), track(named("B"))});
        QTRY_COMPARE(rig.api.heldCount(), 1);
        QCOMPARE(rig.api.log.size(), 1);
        rig.api.release();
        QTRY_COMPARE(rig.api.log.size(), 2);
        QCOMPARE(rig.api.heldCount(), 1);
        QCOMPARE(rig.progress, QStringList{named("1/2")});
        rig.api.hold(false);
        QTRY_VERIFY(rig.isOver);
        QCOMPARE(rig.progress, (QStringList{named("1/2"), named("2/2")}));
    }

    void copiesAreSearchedForOnce()
    {
        Rig rig;
        const web::MediumPtr gone = track(named("A"));
        rig.answer(byTitle(named("A")), {track(named("A"), "", named("x"))});
        QVERIFY(rig.run({gone, track(named("B")), gone}));
        QCOMPARE(rig.told, (QStringList{named("0: x"), named("1:"), named("2: x"), named("finished")}));
        QCOMPARE(rig.api.log.size(), 2);
    }

    void whatCannotBeSearchedForIsNot()
    {
        Rig rig;
        auto episode = std::make_shared<web::Medium>(*track(named("A")));
        episode->kind = web::MediumKind::Episode;
        auto nameless = std::make_shared<web::Medium>();
        nameless->uri = named("spotify:track:nameless");
        QVERIFY(rig.run({nullptr, episode, nameless}));
        QCOMPARE(rig.told, (QStringList{named("0:"), named("1:"), named("2:"), named("finished")}));
        QVERIFY(rig.api.log.isEmpty());
        Rig none;
        QVERIFY(none.run({}));
        QCOMPARE(none.told, QStringList{named("finished")});
    }

    void errorsOfOneTrackAreItsOwn_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("bad answer") << ErrorKind::BadAnswer;
        QTest::newRow("bad request") << ErrorKind::BadRequest;
        QTest::newRow("not found") << ErrorKind::NotFound;
        QTest::newRow("server") << ErrorKind::ServerFault;
    }
    void errorsOfOneTrackAreItsOwn()
    {
        QFETCH(ErrorKind, kind);
        Rig rig;
        rig.answer(byTitle(named("B")), {track(named("B"), "", named("x"))});
        rig.api.failNextSearch(FakeApi::error(kind));
        QVERIFY(rig.run({track(named("A")), track(named("B"))}));
        QCOMPARE(rig.told, (QStringList{named("0: !"), named("1: x"), named("finished")}));
        QCOMPARE(rig.progress.size(), 2);
    }

    void errorsThatEndTheSearch_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("network") << ErrorKind::Network;
        QTest::newRow("timeout") << ErrorKind::Timeout;
        QTest::newRow("signed out") << ErrorKind::SignedOut;
        QTest::newRow("scope") << ErrorKind::MissingScope;
        QTest::newRow("not allowed") << ErrorKind::NotAllowed;
        QTest::newRow("rate limit") << ErrorKind::RateLimited;
    }
    void errorsThatEndTheSearch()
    {
        QFETCH(ErrorKind, kind);
        Rig rig;
        rig.answer(byTitle(named("A")), {track(named("A"), "", named("x"))});
        rig.api.hold(true);
        rig.finder.start({track(named("A")), track(named("B")), track(named("C"))});
        QTRY_COMPARE(rig.api.heldCount(), 1);
        rig.api.failNextSearch(FakeApi::error(kind)); // for the second one
        rig.api.hold(false);
        QTRY_VERIFY(rig.isOver);
        QCOMPARE(rig.told, (QStringList{named("0: x"), named("stopped")}));
        QCOMPARE(rig.api.log.size(), 2);
        QVERIFY(!rig.finder.isRunning());
    }

    void nothingComesAfterCancelling()
    {
        Rig rig;
        rig.api.hold(true);
        rig.finder.start({track(named("A")), track(named("B"))});
        QTRY_COMPARE(rig.api.heldCount(), 1);
        rig.finder.cancel();
        QVERIFY(!rig.finder.isRunning());
        rig.api.hold(false);
        QTest::qWait(0);
        QVERIFY(rig.told.isEmpty());
        QCOMPARE(rig.api.log.size(), 1);
        // And it can begin anew.
        QVERIFY(rig.run({track(named("C"))}));
        QCOMPARE(rig.told, (QStringList{named("0:"), named("finished")}));
    }

    void cancellingFromWithinAReport()
    {
        Rig rig;
        QObject::connect(&rig.finder, &ReplacementFinder::found, &rig.finder, &ReplacementFinder::cancel);
        rig.finder.start({track(named("A")), track(named("B"))});
        QTRY_COMPARE(rig.told, QStringList{named("0:")});
        QTest::qWait(0);
        QCOMPARE(rig.told.size(), 1);
        QVERIFY(rig.progress.isEmpty());
    }
};

SEGUE_TEST(TestReplacementFinder)
#include "tst_ReplacementFinder.moc"
