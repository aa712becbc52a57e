// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Document.h"
#include "app/playlist/Recovery.h"
#include "app/playlist/sync/JournalBase.h"
#include "tests/support/TestMain.h"

#include <QTimeZone>

using namespace segue;
using namespace segue::playlist;

/// What an edit that was written down comes to, for each list that Spotify may have by the next start.
class TestRecovery : public QObject
{
    Q_OBJECT

    const QDateTime m_day{QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc()};

    static web::PlaylistEntry entry(const QString &name, const QDateTime &addedAt)
    {
        web::PlaylistEntry out;
        if (!name.isEmpty()) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = QStringLiteral("spotify:track:") + name;
            out.medium = medium;
        }
        out.addedAt = addedAt;
        out.addedBy = QStringLiteral("me");
        return out;
    }

    /// "a b2 c": one letter a track; a number is the day it was added on.
    QList<web::PlaylistEntry> entries(const QString &words) const
    {
        QList<web::PlaylistEntry> out;
        for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
            const QString name = word == QLatin1String("-") ? QString() : word.left(1);
            out.append(entry(name, m_day.addDays(word.mid(1).toInt())));
        }
        return out;
    }

    static std::unique_ptr<Document> opened(const QList<web::PlaylistEntry> &entries)
    {
        web::Playlist details;
        details.id = QStringLiteral("p");
        auto document = std::make_unique<Document>(details);
        document->reset(static_cast<int>(entries.size()));
        document->fill(0, entries);
        return document;
    }

    static QString names(const Document &document, const RowList &list)
    {
        QStringList out;
        for (const RowId id : list) {
            const QString uri = document.row(id).uri();
            out.append(uri.isEmpty() ? QStringLiteral("-") : uri.right(1));
        }
        return out.join(u' ');
    }

    /// The journal's entry for going from one list to the positions of another; upper-case letters are additions.
    store::JournalEntry written(const QString &before, const QStringList &wanted,
                                JournalForm form = JournalForm::Difference) const
    {
        const auto document = opened(entries(before));
        const RowList server = document->server();
        RowList list;
        for (const QString &word : wanted) {
            bool number = false;
            const int position = word.toInt(&number);
            list.push_back(number ? server.at(static_cast<std::size_t>(position))
                                  : document->makeRow(entry(word, QDateTime::currentDateTimeUtc())));
        }
        document->setWanted(list);
        return entryOf(*document, JournalBase(*document, {}), form);
    }

    QString recoveredFrom(const QString &now, const store::JournalEntry &entry) const
    {
        const auto document = opened(entries(now));
        return names(*document, recovered(*document, entry));
    }

private Q_SLOTS:
    void comesTo_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const char *before, const char *wanted, const char *now,
                            const char *outcome) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(wanted).split(u' ')
                                << QString::fromLatin1(now) << QString::fromLatin1(outcome);
        };
        row("nothing was sent", "a b c d", "3 0 1 2", "a b c d", "d a b c");
        row("all was sent", "a b c d", "3 0 1 2", "d a b c", "d a b c");
        row("half-way", "a b c d", "3 2 1 0", "d c a b", "d c b a");
        row("removal not sent", "a b c", "0 2", "a b c", "a c");
        row("removal sent", "a b c", "0 2", "a c", "a c");
        row("addition not sent", "a b", "0 x 1", "a b", "a x b");
        row("copies of one track keep their places", "a1 a2 a3", "2 0 1", "a1 a2 a3", "a a a");
        row("null rows are rows", "a - b -", "1 0 3 2", "a - b -", "- a - b");
        row("somebody added", "a b c", "2 1 0", "a f b c", "c b a f");
        row("somebody added at the top", "a b c", "2 1 0", "f a b c", "f c b a");
        row("somebody removed", "a b c", "2 1 0", "a c", "c a");
        row("somebody removed and added all", "a b", "1 0", "x y", "x y");
        row("emptied", "a b", "0 1 x", "", "x");
        row("one copy goes, the others were to be added again", "a1 b a2", "1 2", "b", "b a");
    }
    void comesTo()
    {
        QFETCH(QString, before);
        QFETCH(QStringList, wanted);
        QFETCH(QString, now);
        QFETCH(QString, outcome);
        QCOMPARE(recoveredFrom(now, written(before, wanted)), outcome);
    }

    void whatWasAddedIsNotAddedTwice()
    {
        const store::JournalEntry entry =
            written(QStringLiteral("a b"), {QStringLiteral("0"), QStringLiteral("x"), QStringLiteral("1")});
        const auto document = opened(entries(QStringLiteral("a b")));
        QList<web::PlaylistEntry> now = entries(QStringLiteral("a b"));
        now.insert(1, TestRecovery::entry(QStringLiteral("x"), QDateTime::currentDateTimeUtc().addSecs(2)));
        const auto after = opened(now);
        QCOMPARE(names(*after, recovered(*after, entry)), QStringLiteral("a x b"));
        QCOMPARE(recovered(*after, entry), after->server());
        // A copy that has stood there for a year is another one.
        const auto old = opened(entries(QStringLiteral("a b x")));
        QCOMPARE(names(*old, recovered(*old, entry)), QStringLiteral("a x b x"));
    }

    void copiesOfOneCallKeepTheirRow()
    {
        const store::JournalEntry entry =
            written(QStringLiteral("a1 a1 b"), {QStringLiteral("1"), QStringLiteral("2")});
        const auto sent = opened(entries(QStringLiteral("a1 b")));
        QCOMPARE(recovered(*sent, entry), sent->server());
        // Not yet removed: the first one goes.
        const auto unsent = opened(entries(QStringLiteral("a1 a1 b")));
        QCOMPARE(recovered(*unsent, entry), (RowList{unsent->server().at(1), unsent->server().at(2)}));
    }

    void eachCopyKeepsItsDate()
    {
        const store::JournalEntry entry =
            written(QStringLiteral("a1 a2 a3"), {QStringLiteral("2"), QStringLiteral("0"), QStringLiteral("1")});
        const auto document = opened(entries(QStringLiteral("a1 a2 a3")));
        const RowList list = recovered(*document, entry);
        QCOMPARE(document->row(list.at(0)).entry.addedAt, m_day.addDays(3));
        QCOMPARE(document->row(list.at(1)).entry.addedAt, m_day.addDays(1));
    }

    /// Of a copy that was being added the date is not known; the one that was to go had, by chance, the same second.
    void theCopyThatIsGoneIsTheOneThatWasToGo()
    {
        const auto before = opened(entries(QStringLiteral("a1 b a3")));
        before->markAdded({before->server().at(0)}, QStringLiteral("me"));
        before->setWanted({before->server().at(0), before->server().at(1)});
        const store::JournalEntry entry = entryOf(*before, JournalBase(*before, {}), JournalForm::Difference);
        QVERIFY(!entry.server.at(0).addedAt.isValid());

        const auto document = opened(entries(QStringLiteral("a3 b")));
        QCOMPARE(recovered(*document, entry), document->server());
    }

    void aReplacementIsCompleted_data()
    {
        QTest::addColumn<QString>("now");
        QTest::newRow("not begun") << QStringLiteral("a b c d");
        QTest::newRow("cut off") << QStringLiteral("d9 c9");
        QTest::newRow("emptied") << QString();
        QTest::newRow("done") << QStringLiteral("d9 c9 b9 a9");
    }
    void aReplacementIsCompleted()
    {
        QFETCH(QString, now);
        const store::JournalEntry entry =
            written(QStringLiteral("a b c d"),
                    {QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("0")},
                    JournalForm::Replacement);
        QCOMPARE(recoveredFrom(now, entry), QStringLiteral("d c b a"));
    }

    void aReplacementThatRemovesIsCompleted_data()
    {
        QTest::addColumn<QString>("now");
        QTest::newRow("not begun") << QStringLiteral("a b c d");
        QTest::newRow("cut off") << QStringLiteral("d9 c9");
        QTest::newRow("done") << QStringLiteral("d9 c9 a9");
    }
    void aReplacementThatRemovesIsCompleted()
    {
        QFETCH(QString, now);
        const store::JournalEntry entry =
            written(QStringLiteral("a b c d"), {QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("0")},
                    JournalForm::Replacement);
        QCOMPARE(recoveredFrom(now, entry), QStringLiteral("d c a"));
    }

    void tellsWhatThereWasToDo()
    {
        const UnfinishedWork work =
            workOf(written(QStringLiteral("a b c d e"), {QStringLiteral("4"), QStringLiteral("0"), QStringLiteral("x"),
                                                         QStringLiteral("2"), QStringLiteral("3")}));
        QCOMPARE(work.added, 1);
        QCOMPARE(work.removed, 1);
        QCOMPARE(work.moved, 1);
    }
};

SEGUE_TEST(TestRecovery)
#include "tst_Recovery.moc"
