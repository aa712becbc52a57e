// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/AddedRows.h"
#include "tests/app/playlist/DocumentSupport.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;
using segue::test::FakeApi;

/// How rows that were added here get the date that only Spotify knows.
class TestAddedRows : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<AddedRows> m_added;

    /// `names` are at Spotify, those of `added` too, in front of the row `before`; only their rows are not read yet.
    void open(const QString &names, const QString &added, int before)
    {
        m_document = opened(names);
        RowList list = m_document->server();
        RowList fresh;
        for (const web::PlaylistEntry &entry : entriesOf(added))
            fresh.push_back(m_document->makeRow(entry));
        list.insert(list.begin() + before, fresh.begin(), fresh.end());
        m_document->setServer(list);
        m_document->setWanted(list);
        m_document->markAdded(fresh, QStringLiteral("me"));
        QStringList uris;
        for (const RowId id : list)
            uris.append(m_document->row(id).uri());
        m_api = std::make_unique<FakeApi>();
        m_api->addPlaylist(QStringLiteral("p"), uris);
        m_added = std::make_unique<AddedRows>(*m_api, *m_document);
    }

    [[nodiscard]] QList<web::PlaylistEntry> &atSpotify() { return m_api->entriesOf(QStringLiteral("p")); }

private Q_SLOTS:
    void cleanup()
    {
        m_added.reset();
        m_document.reset();
        m_api.reset();
    }

    void asksForNothingWhenAllDatesAreKnown()
    {
        open(QStringLiteral("a b c"), {}, 0);
        QVERIFY(!m_added->confirm());
        QCOMPARE(m_api->log, QStringList());
    }

    void readsFromTheFirstAddedRowOn()
    {
        open(QStringLiteral("a b c"), QStringLiteral("x y"), 2);
        QSignalSpy done(m_added.get(), &AddedRows::done);
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(m_api->log, QStringList{QStringLiteral("entries p 2 50 normal")});
        for (const int at : {2, 3}) {
            QVERIFY(m_document->rowAt(at).confirmed);
            QCOMPARE(m_document->rowAt(at).entry.addedAt, atSpotify().at(at).addedAt);
        }
        QVERIFY(!m_added->confirm());
    }

    void readsPageAfterPage()
    {
        QStringList names;
        for (int i = 0; i < 70; ++i)
            names.append(QStringLiteral("n%1").arg(i));
        open(QStringLiteral("a b"), names.join(u' '), 1);
        QSignalSpy done(m_added.get(), &AddedRows::done);
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(!m_added->confirm());
        QCOMPARE(m_api->log, (QStringList{QStringLiteral("entries p 1 50 normal"), //
                                          QStringLiteral("entries p 51 50 normal")}));
    }

    void anotherListIsAMismatch_data()
    {
        QTest::addColumn<QString>("list");
        QTest::newRow("longer") << QStringLiteral("a b x c d");
        QTest::newRow("shorter") << QStringLiteral("a b x");
        QTest::newRow("cut off before it") << QStringLiteral("a b");
        QTest::newRow("another order") << QStringLiteral("a b c x");
        QTest::newRow("another track") << QStringLiteral("a b y c");
    }
    void anotherListIsAMismatch()
    {
        QFETCH(QString, list);
        open(QStringLiteral("a b c"), QStringLiteral("x"), 2);
        atSpotify() = entriesOf(list);
        QSignalSpy done(m_added.get(), &AddedRows::done);
        QSignalSpy mismatch(m_added.get(), &AddedRows::mismatch);
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(mismatch.size(), 1);
        QCOMPARE(done.size(), 0);
        QVERIFY(!m_document->rowAt(2).confirmed);
        QVERIFY(!m_added->confirm()); // whoever reads the list again learns the dates, too
        m_added->expectMore();
        QVERIFY(m_added->confirm());
    }

    /// A service that shows its changes late may still tell the row that was there before, with its old date.
    void theFormerRowIsNotTheNewOne()
    {
        m_document = opened(QStringLiteral("a b c"));
        m_document->markAdded({1}, QStringLiteral("me"));
        m_api = std::make_unique<FakeApi>();
        m_api->addPlaylist(QStringLiteral("p"), urisOf(QStringLiteral("a b c")));
        atSpotify() = entriesOf(QStringLiteral("a b c"));
        m_added = std::make_unique<AddedRows>(*m_api, *m_document);
        QSignalSpy mismatch(m_added.get(), &AddedRows::mismatch);
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(mismatch.size(), 1);
        QVERIFY(!m_document->rowAt(1).confirmed);
    }

    void aReadingThatFailsIsNotTriedAgainBeforeMoreIsAdded()
    {
        open(QStringLiteral("a b c"), QStringLiteral("x"), 2);
        m_api->failNextRead(FakeApi::error(ErrorKind::Network));
        QSignalSpy done(m_added.get(), &AddedRows::done);
        QSignalSpy mismatch(m_added.get(), &AddedRows::mismatch);
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(mismatch.size(), 0);
        QVERIFY(!m_added->confirm());
        m_added->expectMore();
        QVERIFY(m_added->confirm());
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(m_document->rowAt(2).confirmed);
    }
};

SEGUE_TEST(TestAddedRows)
#include "tst_AddedRows.moc"
