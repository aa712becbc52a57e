// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/combine/PlaylistMaker.h"
#include "ui/playlist/OpenPlaylists.h"

using namespace segue;
using namespace segue::test;
using ui::MakeFailure;
using ui::PlaylistMaker;
using Step = MakeFailure::Step;

/// Playlists that are made with tracks in them, over an Api in memory.
class TestPlaylistMaker : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        Setup()
        {
            api.addPlaylist(QStringLiteral("p"), 3);
            for (int i = 0; i < 6; ++i)
                api.addPlaylist(QStringLiteral("x%1").arg(i), 2);
            ok = loadLibrary();
        }
        [[nodiscard]] PlaylistMaker::Steps steps()
        {
            return {.made = [this](const web::Playlist &playlist) { made.append(playlist.id); },
                    .added =
                        [this](const web::Playlist &playlist, int first, int count) {
                            added.append(QStringLiteral("%1 %2 %3").arg(playlist.id).arg(first).arg(count));
                        },
                    .saved =
                        [this](const web::Playlist &, const std::vector<int> &indexes) {
                            arrived = QList<int>(indexes.begin(), indexes.end());
                            ++saves;
                        },
                    .failed = [this](const MakeFailure &failure) { failures.append(failure); }};
        }
        [[nodiscard]] static QList<web::MediumPtr> media(int count)
        {
            QList<web::MediumPtr> out;
            for (int i = 0; i < count; ++i)
                out.append(FakeApi::entry(QStringLiteral("spotify:track:m%1").arg(i)).medium);
            return out;
        }
        template <typename Condition>
        [[nodiscard]] bool releaseUntil(Condition condition)
        {
            return QTest::qWaitFor([&] {
                if (!condition())
                    api.release();
                return condition();
            });
        }
        [[nodiscard]] playlist::Editor *editorOf(const QString &id)
        {
            return open.open(library.playlists().at(library.indexOf(id)))->editor.get();
        }

        bool ok = false;
        ui::OpenPlaylists open{api, library};
        PlaylistMaker maker{library, open};
        QObject context;
        QStringList made;
        QStringList added;
        QList<int> arrived;
        int saves = 0;
        QList<MakeFailure> failures;
    };

private Q_SLOTS:
    void makesAPlaylistWithTracks()
    {
        Setup s;
        QVERIFY(s.ok);
        s.maker.make(PlaylistMaker::detailsOf(QStringLiteral(" Night\ndrive "), QStringLiteral("late,  fast")),
                     s.media(120), &s.context, s.steps());
        QTRY_COMPARE(s.saves, 1);
        QCOMPARE(s.made, QStringList{QStringLiteral("new1")});
        QCOMPARE(s.added, QStringList{QStringLiteral("new1 0 120")});
        QCOMPARE(s.arrived.size(), 120);
        QCOMPARE(s.api.urisOf(QStringLiteral("new1")).size(), 120);
        QCOMPARE(s.api.urisOf(QStringLiteral("new1")).constLast(), QStringLiteral("spotify:track:m119"));
        const web::Playlist &playlist = s.library.playlists().constFirst();
        QCOMPARE(playlist.name, QStringLiteral("Night drive"));
        QCOMPARE(playlist.description, QStringLiteral("late, fast"));
        QCOMPARE(playlist.onProfile, std::optional(false));
        QVERIFY(!playlist.collaborative);
        QCOMPARE(s.editorOf(QStringLiteral("new1"))->undoStack().count(), 1);
    }

    void addsToTheEnd()
    {
        Setup s;
        QVERIFY(s.ok);
        s.maker.add(s.library.playlists().constFirst(), s.media(2), &s.context, s.steps());
        QTRY_COMPARE(s.saves, 1);
        QCOMPARE(s.added, QStringList{QStringLiteral("p 3 2")});
        QCOMPARE(s.made, QStringList());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).mid(3),
                 (QStringList{QStringLiteral("spotify:track:m0"), QStringLiteral("spotify:track:m1")}));
    }

    void aPlaylistThatWasNotMadeIsTriedAgain()
    {
        Setup s;
        QVERIFY(s.ok);
        s.api.failNextCreate(FakeApi::error(ErrorKind::ServerFault, 502));
        s.maker.make(PlaylistMaker::detailsOf(QStringLiteral("New")), s.media(2), &s.context, s.steps());
        QTRY_COMPARE(s.failures.size(), 1);
        QVERIFY(s.failures.constFirst().step == Step::Make);
        QVERIFY(!s.failures.constFirst().playlist);
        s.failures.constFirst().tryAgain();
        QTRY_COMPARE(s.saves, 1);
        QCOMPARE(s.api.urisOf(QStringLiteral("new1")).size(), 2);
    }

    void onlyOnePlaylistIsMadeHoweverOftenAddingFails()
    {
        Setup s;
        QVERIFY(s.ok);
        s.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 502));
        s.maker.make(PlaylistMaker::detailsOf(QStringLiteral("New")), s.media(2), &s.context, s.steps());
        QTRY_COMPARE(s.failures.size(), 1);
        QVERIFY(s.failures.constFirst().step == Step::Add);
        QCOMPARE(s.failures.constFirst().playlist->id, QStringLiteral("new1"));
        s.failures.constFirst().tryAgain();
        QTRY_COMPARE(s.saves, 1);
        QCOMPARE(s.made.size(), 1);
        QCOMPARE(s.api.log.filter(QStringLiteral("create")).size(), 1);
        QCOMPARE(s.api.urisOf(QStringLiteral("new1")).size(), 2);
    }

    void whatIsRefusedIsNotSavedAndOnlyTheRestIsTriedAgain()
    {
        Setup s;
        QVERIFY(s.ok);
        s.api.hold(true);
        s.maker.make(PlaylistMaker::detailsOf(QStringLiteral("New")), s.media(150), &s.context, s.steps());
        QVERIFY(s.releaseUntil([&s] { return !s.api.log.filter(QStringLiteral("add new1")).isEmpty(); }));
        // The first hundred go through, the rest is refused.
        s.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403)});
        s.api.hold(false);
        QTRY_COMPARE(s.failures.size(), 1);
        QVERIFY(s.failures.constFirst().step == Step::Save);
        QCOMPARE(s.saves, 0);
        s.failures.constFirst().tryAgain();
        QTRY_COMPARE(s.saves, 1);
        QCOMPARE(s.arrived.size(), 150);
        const QStringList uris = s.api.urisOf(QStringLiteral("new1"));
        QCOMPARE(uris.size(), 150);
        QCOMPARE(uris.constFirst(), QStringLiteral("spotify:track:m0"));
        QCOMPARE(uris.constLast(), QStringLiteral("spotify:track:m149"));
        QCOMPARE(QSet<QString>(uris.begin(), uris.end()).size(), 150);
    }

    void whatTheUserTakesOutAgainHasNotArrived()
    {
        Setup s;
        QVERIFY(s.ok);
        s.api.hold(true);
        s.maker.add(s.library.playlists().constFirst(), s.media(3), &s.context, s.steps());
        QVERIFY(s.releaseUntil([&s] { return !s.added.isEmpty(); }));
        QVERIFY(s.editorOf(QStringLiteral("p"))->removeRows({4}));
        s.api.hold(false);
        QTRY_COMPARE(s.saves, 1);
        QCOMPARE(s.arrived, (QList<int>{0, 2}));
        QVERIFY(s.failures.isEmpty());
    }

    void otherPlaylistsDoNotCrowdItOut()
    {
        Setup s;
        QVERIFY(s.ok);
        s.api.hold(true);
        s.maker.add(s.library.playlists().constFirst(), s.media(2), &s.context, s.steps());
        for (int i = 0; i < 6; ++i)
            QVERIFY(s.editorOf(QStringLiteral("x%1").arg(i)));
        s.api.hold(false);
        QTRY_COMPARE(s.saves, 1);
    }

    void whoHasGoneIsToldNothing()
    {
        Setup s;
        QVERIFY(s.ok);
        auto context = std::make_unique<QObject>();
        s.maker.make(PlaylistMaker::detailsOf(QStringLiteral("New")), s.media(2), context.get(), s.steps());
        context.reset();
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("new1")).size(), 2);
        QVERIFY(s.made.isEmpty());
        QCOMPARE(s.saves, 0);
    }
};

SEGUE_TEST(TestPlaylistMaker)
#include "tst_PlaylistMaker.moc"
