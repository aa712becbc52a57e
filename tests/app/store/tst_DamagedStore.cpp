// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Database.h"
#include "app/store/Statement.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QSignalSpy>

using namespace segue;
using namespace segue::store;

/// Files that are no store, or not whole any more: put aside, told, and begun anew with what can be saved.
class TestDamagedStore : public QObject
{
    Q_OBJECT

private:
    static const inline QString playlist = QStringLiteral("p");

    /// Overwrites the first page of a table.
    static void spoil(const QString &path, const QString &table)
    {
        qint64 page = 0;
        qint64 size = 0;
        {
            Database database({.path = path});
            database.open();
            page = Statement(database.connection(), QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = ?"))
                       .run({table})
                       .onlyNumber();
            size = Statement(database.connection(), QStringLiteral("PRAGMA page_size")).run().onlyNumber();
        }
        QVERIFY(page > 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((page - 1) * size));
        file.write(QByteArray(size, '\xaa'));
    }

private Q_SLOTS:
    void movesAsideWhatIsNoDatabase()
    {
        const test::StorePlace place;
        const QByteArray garbage("This is no database, and longer than the header of one. ................"
                                 "..................................................................");
        test::write(place.path(), garbage);
        Store store(place.options());
        QSignalSpy damaged(&store, &Store::damaged);
        QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 10)));
        QVERIFY(test::put(store, test::sampleEntry(playlist, 2, 10)));
        QCOMPARE(damaged.count(), 1);
        QCOMPARE(place.damagedCopies().size(), 1);
        const auto error = damaged.constFirst().constFirst().value<Error>();
        QCOMPARE(error.kind, ErrorKind::Local);
        QVERIFY2(error.userText.contains(place.damagedCopies().constFirst()), qPrintable(error.userText));
        QCOMPARE(test::contents(place.folder() + u'/' + place.damagedCopies().constFirst()), garbage);
        QCOMPARE(test::unfinished(store)->entries.size(), 1);
    }

    void movesAsideTheDatabaseOfAnotherProgram()
    {
        const test::StorePlace place;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(place.path());
            QVERIFY(other.open());
            Statement(other, QStringLiteral("CREATE TABLE journal (x)")).run();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        Store store(place.options());
        QSignalSpy damaged(&store, &Store::damaged);
        QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 10)));
        QCOMPARE(damaged.count(), 1);
        QCOMPARE(place.damagedCopies().size(), 1);
    }

    void movesAsideWhatIsCutOff()
    {
        const test::StorePlace place;
        {
            Store store(place.options());
            QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 2000)));
        }
        QFile file(place.path());
        QVERIFY(file.resize(5000));
        Store store(place.options());
        QSignalSpy damaged(&store, &Store::damaged);
        QVERIFY(test::unfinished(store));
        QVERIFY(test::put(store, test::sampleEntry(playlist, 2, 10)));
        QCOMPARE(damaged.count(), 1);
        QCOMPARE(place.damagedCopies().size(), 1);
    }

    /// Damage in one part does not cost the other: the history is lost, the unfinished edits are not.
    void savesUnfinishedEditsFromADamagedFile()
    {
        const test::StorePlace place;
        const JournalEntry entry = test::sampleEntry(playlist, 1, 300);
        const NewVersion version{.playlistId = playlist, .at = entry.savedAt, .rows = entry.server};
        {
            Store store(place.options());
            QVERIFY(test::put(store, entry));
            QVERIFY(test::added(store, version));
        }
        spoil(place.path(), QStringLiteral("version"));
        Store store(place.options());
        QSignalSpy damaged(&store, &Store::damaged);
        QVERIFY(test::sameEntry(test::unfinished(store)->entries.value(0), entry));
        QCOMPARE(damaged.count(), 0);
        const Result<AddedVersion> result = test::added(store, version);
        QVERIFY(result); // in the new file
        QCOMPARE(damaged.count(), 1);
        QVERIFY(test::sameEntry(test::unfinished(store)->entries.value(0), entry));
        QCOMPARE(test::versions(store, playlist)->size(), 1);
        QCOMPARE(damaged.count(), 1);
        QCOMPARE(place.damagedCopies().size(), 1);
    }

    void beginsAnewWhenTheJournalIsDamaged()
    {
        const test::StorePlace place;
        {
            Store store(place.options());
            QVERIFY(test::put(store, test::sampleEntry(playlist, 1, 300)));
        }
        spoil(place.path(), QStringLiteral("journal"));
        Store store(place.options());
        QSignalSpy damaged(&store, &Store::damaged);
        QVERIFY(test::put(store, test::sampleEntry(playlist, 2, 300)));
        QCOMPARE(damaged.count(), 1);
        QCOMPARE(test::unfinished(store)->entries.size(), 1);
    }
};

SEGUE_TEST(TestDamagedStore)
#include "tst_DamagedStore.moc"
