// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/Library.h"
#include "app/models/LibraryIndex.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/store/TrackIndex.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QLockFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::models;
using segue::test::FakeApi;
using State = LibraryIndex::State;

/// What is read into the index and what is not, and how it gives way.
class TestLibraryIndex : public QObject
{
    Q_OBJECT

    /// From a start of the program to its end.
    struct Session {
        Session(FakeApi &api, const QString &path, const LibraryIndexOptions &options = quick())
            : service(api), tracks({.path = path, .busyTimeout = std::chrono::milliseconds(20)}), library(api),
              index(api, library, tracks, options)
        {
            index.start();
        }
        static LibraryIndexOptions quick()
        {
            using std::chrono::milliseconds;
            return {.begin = milliseconds(0),
                    .pace = milliseconds(0),
                    .quiet = milliseconds(0),
                    .firstRetry = std::chrono::hours(1),
                    .lastRetry = std::chrono::hours(1)};
        }
        /// What fails is tried again at once.
        static LibraryIndexOptions impatient()
        {
            LibraryIndexOptions options = quick();
            options.firstRetry = std::chrono::milliseconds(0);
            options.lastRetry = std::chrono::milliseconds(0);
            return options;
        }
        void load()
        {
            QSignalSpy loaded(&library, &Library::loaded);
            library.load();
            QTRY_COMPARE(loaded.size(), 1);
        }
        /// Whatever is asked once the library is there is held.
        void loadThenHold()
        {
            const auto holding = connect(&library, &Library::loaded, &service, [this] { service.hold(true); });
            load();
            disconnect(holding);
        }
        /// "complete 2/3"
        QString progress() const
        {
            const LibraryIndex::Progress progress = index.progress();
            return QStringLiteral("%1 %2/%3")
                .arg(QStringList{QStringLiteral("starting"), QStringLiteral("reading"), QStringLiteral("waiting"),
                                 QStringLiteral("complete"), QStringLiteral("stopped")}
                         .at(static_cast<int>(progress.state)))
                .arg(progress.looked)
                .arg(progress.total);
        }
        /// "p0,q2": where it stands.
        QString places(const QString &uri)
        {
            return placesIn([&](auto *context, auto done) { tracks.find({uri}, context, done); });
        }
        QString unavailable()
        {
            return placesIn([&](auto *context, auto done) { tracks.unavailable(9, context, done); });
        }

        FakeApi &service;
        store::TrackIndex tracks;
        Library library;
        LibraryIndex index;

    private:
        static QString placesIn(const std::function<void(QObject *, Done<store::IndexAnswer>)> &ask)
        {
            QObject context;
            std::optional<QString> text;
            ask(&context, [&text](const Result<store::IndexAnswer> &answer) {
                QStringList places;
                if (answer) {
                    for (const store::IndexedTrack &track : answer->tracks) {
                        for (const store::IndexPlace &place : track.places)
                            places.append(answer->playlists.at(place.playlist) + QString::number(place.position));
                    }
                }
                text = answer ? places.join(u',') : answer.error().userText;
            });
            return QTest::qWaitFor([&text] { return text.has_value(); }) ? *text : QStringLiteral("no answer");
        }
    };

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("index.sqlite")); }
    QStringList reads() const { return m_api->log.filter(QStringLiteral("links ")); }
    /// Another process at work in the file.
    class OtherProcess
    {
    public:
        explicit OtherProcess(const QString &path)
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            database.setDatabaseName(path);
            database.open();
        }
        OtherProcess(const OtherProcess &) = delete;
        OtherProcess &operator=(const OtherProcess &) = delete;
        ~OtherProcess() { QSqlDatabase::removeDatabase(QStringLiteral("other")); }
        bool run(const QString &sql) { return QSqlQuery(QSqlDatabase::database(QStringLiteral("other"))).exec(sql); }
    };
    static QString track(int number) { return QStringLiteral("spotify:track:t%1").arg(number); }

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<FakeApi>();
        m_folder = std::make_unique<QTemporaryDir>();
        web::Playlist &shared = m_api->addPlaylist(QStringLiteral("shared"), 1);
        shared.collaborative = true;
        shared.ownerId = QStringLiteral("other");
        m_api->addPlaylist(QStringLiteral("followed"), 5).ownerId = QStringLiteral("other");
        m_api->addPlaylist(QStringLiteral("p"), 120);
        m_api->addPlaylist(QStringLiteral("q"), 3);
    }

    void readsOnePageAtATimeTheUsersOwnAndShortOnesFirst()
    {
        Session session(*m_api, path());
        QCOMPARE(session.progress(), QStringLiteral("starting 0/0"));
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads(), (QStringList{QStringLiteral("links q 0 50"), QStringLiteral("links p 0 50"),
                                       QStringLiteral("links p 50 50"), QStringLiteral("links p 100 50"),
                                       QStringLiteral("links shared 0 50")}));
        QCOMPARE(session.places(track(0)), QStringLiteral("q0,p0,shared0"));
        QCOMPARE(session.places(track(119)), QStringLiteral("p119"));
    }

    void aSnapshotThatIsKnownIsNotReadAgain()
    {
        {
            Session session(*m_api, path());
            session.load();
            QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        }
        m_api->editElsewhere(QStringLiteral("q"), [](QList<web::PlaylistEntry> &entries) { entries.removeFirst(); });
        m_api->log.clear();
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads(), (QStringList{QStringLiteral("links q 0 50")}));
        QCOMPARE(session.places(track(1)), QStringLiteral("q0,p1"));
        // And nothing when it is read once more.
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads().size(), 1);
    }

    void goesOnWhereTheLastTimeEnded()
    {
        {
            Session session(*m_api, path());
            session.loadThenHold();
            for (int page = 0; page < 2; ++page) { // all of q, and some of p
                QTRY_COMPARE(m_api->heldCount(), 1);
                m_api->release();
            }
            QTRY_COMPARE(m_api->heldCount(), 1);
            QTRY_COMPARE(session.index.progress().looked, 1);
        }
        m_api->hold(false);
        m_api->log.clear();
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads(), (QStringList{QStringLiteral("links p 0 50"), QStringLiteral("links p 50 50"),
                                       QStringLiteral("links p 100 50"), QStringLiteral("links shared 0 50")}));
    }

    void aDamagedIndexIsReadAnew()
    {
        {
            Session session(*m_api, path());
            session.load();
            QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        }
        // Which playlists are in it can be read, and their entries cannot.
        QVERIFY(OtherProcess(path()).run(QStringLiteral("UPDATE playlist SET entries = x'0102030405'")));
        m_api->log.clear();
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QTRY_COMPARE(reads().size(), 5);
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(session.places(track(0)), QStringLiteral("q0,p0,shared0"));
    }

    void whatIsGoneFromTheLibraryIsForgotten()
    {
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        m_api->unfollowPlaylist(QStringLiteral("p"), this, [](const Result<Nothing> &) {});
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 2/2"));
        QCOMPARE(session.places(track(0)), QStringLiteral("q0,shared0"));
    }

    void whatIsDeletedHereIsForgottenAtOnce()
    {
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        session.library.unfollow(QStringLiteral("p"), this, [](const Result<Nothing> &) {});
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 2/2"));
        QCOMPARE(session.places(track(0)), QStringLiteral("q0,shared0"));
    }

    void whatIsNotCoveredAnyMoreDoesNotCountAsKept()
    {
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        web::Playlist told = *session.library.find(QStringLiteral("q"));
        playlist::Editor editor(*m_api, told, QStringLiteral("me"));
        editor.load();
        QTRY_VERIFY(editor.document().isComplete());
        session.index.take(editor);
        told.itemsReadable = false; // before the outcome
        session.library.update(told);
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 2/2"));
        QCOMPARE(session.places(track(0)), QStringLiteral("p0,shared0"));
        told.itemsReadable = true;
        session.library.update(told);
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(session.places(track(0)), QStringLiteral("p0,shared0,q0"));
    }

    void waitsForTheLimitAndGoesOn()
    {
        Error limit = FakeApi::error(ErrorKind::RateLimited, 429);
        limit.retryAfter = std::chrono::seconds(0);
        m_api->failNextRead(limit);
        Session session(*m_api, path());
        QStringList seen;
        connect(&session.index, &LibraryIndex::progressChanged, this, [&] {
            if (session.index.error())
                seen.append(session.index.error()->userText);
        });
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QVERIFY(seen.contains(limit.userText));
        QVERIFY(!session.index.error());
    }

    void waitsForTheNetwork()
    {
        m_api->failNextRead(FakeApi::error(ErrorKind::Network));
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("waiting 0/3"));
        QVERIFY(session.index.error());
        Q_EMIT m_api->reachableChanged(true);
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
    }

    void aPlaylistThatFailsTwiceWaitsForTheOthers_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("server fault") << static_cast<int>(ErrorKind::ServerFault);
        QTest::newRow("timeout") << static_cast<int>(ErrorKind::Timeout);
    }
    void aPlaylistThatFailsTwiceWaitsForTheOthers()
    {
        QFETCH(int, kind);
        for (int i = 0; i < 2; ++i)
            m_api->failNextRead(FakeApi::error(static_cast<ErrorKind>(kind)));
        Session session(*m_api, path(), Session::impatient());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads(), (QStringList{QStringLiteral("links q 0 50"), QStringLiteral("links q 0 50"),
                                       QStringLiteral("links p 0 50"), QStringLiteral("links p 50 50"),
                                       QStringLiteral("links p 100 50"), QStringLiteral("links shared 0 50"),
                                       QStringLiteral("links q 0 50")}));
        QVERIFY(!session.index.error());
    }

    void theNetworkIsNoFaultOfAPlaylist()
    {
        for (int i = 0; i < 3; ++i)
            m_api->failNextRead(FakeApi::error(ErrorKind::Network));
        Session session(*m_api, path(), Session::impatient());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads().mid(0, 5), QStringList(4, QStringLiteral("links q 0 50")) << QStringLiteral("links p 0 50"));
    }

    void nothingIsAskedDuringAPause()
    {
        Session session(*m_api, path());
        session.loadThenHold();
        QTRY_COMPARE(m_api->heldCount(), 1);
        m_api->release();
        QSignalSpy answered(m_api.get(), &FakeApi::answered);
        QVERIFY(answered.wait());
        Q_EMIT m_api->pausedUntil(QDateTime::currentDateTimeUtc().addSecs(3600));
        QCoreApplication::processEvents();
        QCOMPARE(m_api->heldCount(), 0);
        m_api->hold(false);
        Q_EMIT m_api->pausedUntil(QDateTime());
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
    }

    void aPauseDuringARequestIsKeptToo()
    {
        Session session(*m_api, path());
        session.loadThenHold();
        QTRY_COMPARE(m_api->heldCount(), 1);
        Q_EMIT m_api->pausedUntil(QDateTime::currentDateTimeUtc().addSecs(3600));
        QCOMPARE(session.progress(), QStringLiteral("waiting 0/3"));
        QVERIFY(session.index.error() && !session.index.error()->userText.isEmpty());
        QSignalSpy answered(m_api.get(), &FakeApi::answered);
        m_api->release();
        QVERIFY(answered.wait());
        QTRY_COMPARE(session.progress(), QStringLiteral("waiting 1/3"));
        QCoreApplication::processEvents();
        QCOMPARE(m_api->heldCount(), 0);
        m_api->hold(false);
        Q_EMIT m_api->pausedUntil(QDateTime());
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QVERIFY(!session.index.error());
    }

    void waitsForAnotherProcess()
    {
        LibraryIndexOptions options = Session::quick();
        options.firstRetry = std::chrono::milliseconds(5);
        options.lastRetry = std::chrono::milliseconds(5);
        Session session(*m_api, path(), options);
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        m_api->editElsewhere(QStringLiteral("q"), [](QList<web::PlaylistEntry> &entries) { entries.removeFirst(); });
        m_api->log.clear();
        OtherProcess other(path());
        QVERIFY(other.run(QStringLiteral("BEGIN IMMEDIATE")));
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("waiting 3/3"));
        QVERIFY(session.index.error() && !session.index.error()->userText.isEmpty());
        QVERIFY(other.run(QStringLiteral("ROLLBACK")));
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(session.places(track(1)), QStringLiteral("q0,p1"));
        QCOMPARE(reads(), (QStringList{QStringLiteral("links q 0 50")}));
    }

    void waitsForAnotherProcessAtTheStart()
    {
        QLockFile lock(path() + QStringLiteral(".lock"));
        QVERIFY(lock.tryLock());
        LibraryIndexOptions options = Session::quick();
        options.firstRetry = std::chrono::milliseconds(5);
        options.lastRetry = std::chrono::milliseconds(5);
        Session session(*m_api, path(), options);
        session.load();
        QTRY_COMPARE(session.index.progress().state, State::Waiting);
        QVERIFY(session.index.error());
        lock.unlock();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
    }

    void aPlaylistThatSpotifyRefusesIsLeftOut()
    {
        m_api->failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 2/3"));
    }

    void whatWasRefusedIsAskedForAgainOnceItChanges()
    {
        m_api->failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 2/3"));
        m_api->log.clear();
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 2/3"));
        QCOMPARE(reads(), QStringList());
        m_api->editElsewhere(QStringLiteral("q"), [](QList<web::PlaylistEntry> &entries) { entries.removeFirst(); });
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(session.places(track(1)), QStringLiteral("p1,q0"));
    }

    void oneOddAnswerIsNoRefusal_data()
    {
        QTest::addColumn<int>("answers");
        QTest::addColumn<QString>("progress");
        QTest::newRow("one") << 1 << QStringLiteral("complete 3/3");
        QTest::newRow("two") << 2 << QStringLiteral("complete 2/3");
    }
    void oneOddAnswerIsNoRefusal()
    {
        QFETCH(int, answers);
        QFETCH(QString, progress);
        for (int i = 0; i < answers; ++i)
            m_api->failNextRead(FakeApi::error(ErrorKind::BadAnswer));
        Session session(*m_api, path(), Session::impatient());
        session.load();
        QTRY_COMPARE(session.progress(), progress);
    }

    void aClientIdThatIsRefusedStopsTheReading()
    {
        m_api->failNextRead(FakeApi::error(ErrorKind::AppRefused, 403));
        Session session(*m_api, path(), Session::impatient());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("stopped 0/3"));
        QVERIFY(session.index.error());
        QCOMPARE(reads().size(), 1);
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
    }

    void aListThatChangesBeforeItsLastPageIsReadAgain()
    {
        Session session(*m_api, path());
        session.loadThenHold();
        for (int page = 0; page < 3; ++page) {
            QTRY_COMPARE(m_api->heldCount(), 1);
            m_api->release();
        }
        QTRY_COMPARE(reads().size(), 4);
        // As long as before: no page tells of it.
        m_api->editElsewhere(QStringLiteral("p"), [](QList<web::PlaylistEntry> &entries) { entries.move(119, 0); });
        session.library.update(m_api->detailsOf(QStringLiteral("p")));
        Q_EMIT session.library.inserted(); // and all is planned anew
        m_api->hold(false);
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(session.places(track(119)), QStringLiteral("p0"));
        QCOMPARE(reads().filter(QStringLiteral("links p 0 ")).size(), 2);
    }

    void aListThatChangesWhileItIsReadIsReadAgain()
    {
        Session session(*m_api, path());
        session.loadThenHold();
        for (int page = 0; page < 2; ++page) {
            QTRY_COMPARE(m_api->heldCount(), 1);
            m_api->release();
        }
        QTRY_COMPARE(reads().size(), 3);
        m_api->editElsewhere(QStringLiteral("p"), [](QList<web::PlaylistEntry> &entries) { entries.removeFirst(); });
        m_api->hold(false);
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(session.places(track(1)), QStringLiteral("q1,p0"));
        QCOMPARE(reads().filter(QStringLiteral("links p 0 ")).size(), 2);
    }

    void anOpenListIsTakenWithoutARequest()
    {
        auto silent = std::make_shared<web::Medium>(*m_api->entriesOf(QStringLiteral("q")).at(1).medium);
        silent->isPlayable = false;
        m_api->entriesOf(QStringLiteral("q"))[1].medium = silent;
        Session session(*m_api, path());
        m_api->hold(false);
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        playlist::Editor editor(*m_api, *session.library.find(QStringLiteral("q")), QStringLiteral("me"));
        connect(&editor, &playlist::Editor::saveStatusChanged, &session.index, [&] { session.index.take(editor); });
        editor.load();
        QTRY_VERIFY(editor.document().isComplete());
        QVERIFY(editor.removeRows({0}));
        session.index.take(editor); // not saved yet: nothing
        QTRY_VERIFY(!editor.hasUnsavedEdits());
        QTRY_COMPARE(session.places(track(1)), QStringLiteral("q0,p1"));
        QCOMPARE(session.unavailable(), QStringLiteral("q0"));
        // Neither what the library tells from before the edit has it read again, nor what it tells afterwards.
        m_api->log.clear();
        web::Playlist told = *session.library.find(QStringLiteral("q"));
        told.itemCount = 2;
        session.library.update(told);
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        QCOMPARE(reads(), QStringList());
    }

    void whatIsNotToldOfAnOpenListStaysAsItWasRead()
    {
        m_api->playabilityTold = false;
        auto silent = std::make_shared<web::Medium>(*m_api->entriesOf(QStringLiteral("q")).at(1).medium);
        silent->isPlayable = false;
        m_api->entriesOf(QStringLiteral("q"))[1].medium = silent;
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        playlist::Editor editor(*m_api, *session.library.find(QStringLiteral("q")), QStringLiteral("me"));
        editor.load();
        QTRY_VERIFY(editor.document().isComplete());
        QSignalSpy changed(&session.index, &LibraryIndex::contentChanged);
        session.index.take(editor);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(session.unavailable(), QStringLiteral("q1"));
    }

    void theSameOpenListIsTakenOnce()
    {
        Session session(*m_api, path());
        session.load();
        QTRY_COMPARE(session.progress(), QStringLiteral("complete 3/3"));
        playlist::Editor editor(*m_api, *session.library.find(QStringLiteral("q")), QStringLiteral("me"));
        editor.load();
        QTRY_VERIFY(editor.document().isComplete());
        QCOMPARE(session.places(track(0)), QStringLiteral("q0,p0,shared0")); // whatever went before has been told
        QSignalSpy changed(&session.index, &LibraryIndex::contentChanged);
        for (int i = 0; i < 3; ++i)
            session.index.take(editor);
        QCOMPARE(session.places(track(0)), QStringLiteral("q0,p0,shared0"));
        QCOMPARE(changed.size(), 1);
        QVERIFY(editor.removeRows({0}));
        QTRY_VERIFY(!editor.hasUnsavedEdits());
        session.index.take(editor);
        QCOMPARE(session.places(track(0)), QStringLiteral("p0,shared0"));
    }

    void stopsWhereNothingCanBeKept()
    {
        const QString obstacle = m_folder->filePath(QStringLiteral("obstacle"));
        QFile file(obstacle);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Session session(*m_api, obstacle + QStringLiteral("/index.sqlite"));
        session.load();
        QTRY_COMPARE(session.index.progress().state, State::Stopped);
        QVERIFY(session.index.error() && !session.index.error()->userText.isEmpty());
        QCOMPARE(reads(), QStringList());
    }
};

SEGUE_TEST(TestLibraryIndex)
#include "tst_LibraryIndex.moc"
