// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/Library.h"
#include "app/models/PlaylistListModel.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>

using namespace segue;
using namespace segue::models;
using segue::test::FakeApi;

/// The library and the side bar's model over it, under the model tester.
class TestLibrary : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<PlaylistListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void load()
    {
        QSignalSpy loaded(m_library.get(), &Library::loaded);
        m_library->load();
        QTRY_COMPARE(loaded.size(), 1);
    }

    QString layout() const
    {
        QStringList out;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            const QModelIndex index = m_model->index(i);
            const QString text = index.data().toString();
            out.append(index.data(PlaylistListModel::IsSectionRole).toBool() ? QString(u'[' + text + u']') : text);
        }
        return out.join(u' ');
    }

    void addThree()
    {
        m_api->addPlaylist(QStringLiteral("a"), 1).name = QStringLiteral("A");
        web::Playlist &followed = m_api->addPlaylist(QStringLiteral("f"), 1);
        followed.name = QStringLiteral("F");
        followed.ownerId = QStringLiteral("other");
        web::Playlist &shared = m_api->addPlaylist(QStringLiteral("c"), 1);
        shared.name = QStringLiteral("C");
        shared.collaborative = true;
        m_api->addPlaylist(QStringLiteral("b"), 1).name = QStringLiteral("B");
    }

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<FakeApi>();
        m_library = std::make_unique<Library>(*m_api);
        m_model = std::make_unique<PlaylistListModel>(*m_library);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_library.reset();
    }

    void groupsThePlaylistsInTheUsersOrder()
    {
        addThree();
        load();
        QCOMPARE(layout(), QStringLiteral("[Yours] A B [Collaborative] C [Followed] F"));
        QCOMPARE(m_library->user().id, QStringLiteral("me"));
        QCOMPARE(m_model->rowOf(QStringLiteral("f")), 6);
        QCOMPARE(m_model->rowOf(QStringLiteral("nobody")), -1);
        QVERIFY(!(m_model->index(0).flags() & Qt::ItemIsSelectable));
        QVERIFY(m_model->index(1).flags() & Qt::ItemIsSelectable);
    }

    void readsEveryPage()
    {
        for (int i = 0; i < 120; ++i)
            m_api->addPlaylist(QStringLiteral("p%1").arg(i), 0);
        load();
        QCOMPARE(m_library->playlists().size(), 120);
        QCOMPARE(m_model->rowCount(), 121);
        QCOMPARE(m_api->log.filter(QStringLiteral("playlists")).size(), 3);
    }

    void aListThatChangesBetweenPagesIsReadAgain_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("one made") << 0;
        QTest::newRow("one deleted") << 1;
        QTest::newRow("one moved") << 2;
    }

    void aListThatChangesBetweenPagesIsReadAgain()
    {
        QFETCH(int, change);
        for (int i = 0; i < 120; ++i)
            m_api->addPlaylist(QStringLiteral("p%1").arg(i), 0);
        m_api->hold(true);
        QSignalSpy loaded(m_library.get(), &Library::loaded);
        m_library->load();
        m_api->release(1); // the profile
        QTRY_COMPARE(m_api->heldCount(), 1);
        m_api->release(1); // the first page; the second is as it was, too
        QTRY_COMPARE(m_api->log.last(), QStringLiteral("playlists 50 50"));
        m_api->changeLibrary([&](QList<web::Playlist> &list) {
            if (change == 0) {
                web::Playlist made = list.first();
                made.id = QStringLiteral("made");
                list.prepend(made);
            } else if (change == 1) {
                list.removeAt(3);
            } else {
                list.move(110, 0);
            }
        });
        // The third is asked for only now.
        m_api->hold(false);
        QTRY_COMPARE(loaded.size(), 1);
        QStringList ids;
        for (const web::Playlist &playlist : m_library->playlists())
            ids.append(playlist.id);
        QStringList expected;
        m_api->changeLibrary([&](QList<web::Playlist> &list) {
            for (const web::Playlist &playlist : list)
                expected.append(playlist.id);
        });
        QCOMPARE(ids, expected);
    }

    void readsOnByItselfWhenALimitIsOver()
    {
        addThree();
        m_api->failNextLibrary(FakeApi::error(ErrorKind::RateLimited, 429));
        QSignalSpy failed(m_library.get(), &Library::loadFailed);
        QSignalSpy loaded(m_library.get(), &Library::loaded);
        m_library->load();
        QTRY_COMPARE(failed.size(), 1);
        Q_EMIT m_api->pausedUntil(QDateTime());
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(m_library->playlists().size(), 4);
    }

    void anEmptyLibraryHasNoSections()
    {
        load();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void createsOnTop()
    {
        addThree();
        load();
        bool done = false;
        m_library->create({.name = QStringLiteral("New"), .onProfile = false}, this,
                          [&done](const Result<web::Playlist> &result) {
                              QVERIFY(result);
                              done = true;
                          });
        QTRY_VERIFY(done);
        QCOMPARE(layout(), QStringLiteral("[Yours] New A B [Collaborative] C [Followed] F"));
    }

    void renamesAndRegroupsFromWhatIsReadBack()
    {
        addThree();
        load();
        QString name;
        m_library->changeDetails(QStringLiteral("a"), {.name = QStringLiteral("Z"), .collaborative = true}, this,
                                 [&name](const Result<web::Playlist> &result) { name = result->name; });
        QTRY_COMPARE(name, QStringLiteral("Z"));
        QCOMPARE(layout(), QStringLiteral("[Yours] B [Collaborative] Z C [Followed] F"));
    }

    void unfollowingTakesItsSectionAlong()
    {
        addThree();
        load();
        bool done = false;
        m_library->unfollow(QStringLiteral("f"), this,
                            [&done](const Result<Nothing> &result) { done = result.has_value(); });
        QTRY_VERIFY(done);
        QCOMPARE(layout(), QStringLiteral("[Yours] A B [Collaborative] C"));
    }

    void refreshingTakesInWhatChangedElsewhere()
    {
        addThree();
        load();
        m_api->addPlaylist(QStringLiteral("d"), 1).name = QStringLiteral("D");
        load();
        QCOMPARE(layout(), QStringLiteral("[Yours] A B D [Collaborative] C [Followed] F"));
    }

    void clearingLeavesNothingOfTheAccount()
    {
        addThree();
        load();
        m_library->clear();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_library->user().id.isEmpty());
    }

    void answersOfAnAccountThatIsGoneAreNotListenedTo()
    {
        addThree();
        m_api->hold(true);
        m_library->load();
        m_library->clear();
        m_api->hold(false);
        QSignalSpy loaded(m_library.get(), &Library::loaded);
        QVERIFY(!loaded.wait(20));
        QCOMPARE(m_model->rowCount(), 0);
    }
};

SEGUE_TEST(TestLibrary)
#include "tst_Library.moc"
