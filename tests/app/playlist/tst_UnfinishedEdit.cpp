// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/JournalBase.h"
#include "app/playlist/sync/UnfinishedEdit.h"
#include "app/store/Store.h"
#include "tests/app/playlist/DocumentSupport.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <optional>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

/// What an edit that the last life of the program left behind comes to, and when.
class TestUnfinishedEdit : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_file = 0;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<UnfinishedEdit> m_edit;
    QStringList m_told; ///< signals, in their order
    RowList m_after;

    /// "c a b" was wanted when Spotify had "a b c". It is in the store, too.
    void leaveBehind(const QString &what)
    {
        const auto document = opened(QStringLiteral("a b c"));
        document->setWanted({2, 0, 1});
        store::JournalEntry entry = entryOf(*document, JournalBase(*document, {}), JournalForm::Difference);
        entry.what = what;
        bool written = false;
        m_store->putUnfinished(entry, this,
                               [&written](const Result<Nothing> &result) { written = result.has_value(); });
        QTRY_VERIFY(written);
        m_edit->set(entry);
    }

    void open(std::unique_ptr<Document> document, const QString &what = QStringLiteral("Move 1 track"))
    {
        m_document = std::move(document);
        m_edit = std::make_unique<UnfinishedEdit>(*m_document);
        m_edit->setStore(m_store.get());
        connect(m_edit.get(), &UnfinishedEdit::recovered, this, [this](const RowList &after, const QString &text) {
            m_told.append(text);
            m_after = after;
        });
        connect(m_edit.get(), &UnfinishedEdit::settled, this, [this] { m_told.append(QStringLiteral("settled")); });
        leaveBehind(what);
    }

    void read(const QString &names)
    {
        const QList<web::PlaylistEntry> entries = entriesOf(names);
        m_document->reset(static_cast<int>(entries.size()));
        m_document->fill(0, entries);
    }

    int inStore()
    {
        std::optional<qsizetype> count;
        m_store->readUnfinished(
            this, [&count](const Result<store::Journal> &result) { count = result ? result->entries.size() : -1; });
        (void)QTest::qWaitFor([&count] { return count.has_value(); });
        return static_cast<int>(count.value_or(-1));
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<store::Store>(
            store::StoreOptions{.path = m_folder.filePath(QStringLiteral("%1.sqlite").arg(++m_file))});
        m_told.clear();
        m_after.clear();
    }
    void cleanup()
    {
        m_edit.reset();
        m_document.reset();
        m_store.reset();
    }

    void withoutOneThereIsNothingToDo()
    {
        m_document = opened(QStringLiteral("a b c"));
        m_edit = std::make_unique<UnfinishedEdit>(*m_document);
        QSignalSpy settled(m_edit.get(), &UnfinishedEdit::settled);
        m_edit->finish();
        m_edit->forget();
        QCOMPARE(settled.size(), 0);
    }

    void isToldAndThenSettled()
    {
        open(opened(QStringLiteral("a b c")));
        QVERIFY(m_edit->entry());
        m_edit->finish();
        QCOMPARE(m_told, (QStringList{QStringLiteral("Finish “Move 1 track”"), QStringLiteral("settled")}));
        QCOMPARE(m_after, (RowList{2, 0, 1}));
        QVERIFY(!m_edit->entry());
        // Until Spotify has it, it stays written down.
        QCOMPARE(inStore(), 1);
        m_edit->finish();
        QCOMPARE(m_told.size(), 2);
    }

    void oneWithoutANameHasATextAllTheSame()
    {
        open(opened(QStringLiteral("a b c")), {});
        m_edit->finish();
        QCOMPARE(m_told.constFirst(), QStringLiteral("Finish what was not saved"));
    }

    void waitsUntilTheListIsRead()
    {
        open(unread());
        m_edit->finish();
        QCOMPARE(m_told, QStringList());
        read(QStringLiteral("a b c"));
        QCOMPARE(m_told.size(), 2);
        QCOMPARE(m_after, (RowList{2, 0, 1}));
    }

    void isNotFinishedUnasked()
    {
        open(unread());
        read(QStringLiteral("a b c"));
        QCOMPARE(m_told, QStringList());
        QVERIFY(m_edit->entry());
        QCOMPARE(inStore(), 1);
    }

    /// That one takes its place in the store, so there would be no later.
    void isFinishedBeforeAnEditThatWasMadeWhileTheListWasRead()
    {
        open(unread());
        m_document->reset(3);
        m_document->setWanted({0, 2, 1});
        m_document->fill(0, entriesOf(QStringLiteral("a b c")));
        QCOMPARE(m_told.size(), 2);
    }

    void whatWasAllDoneLeavesNothingInTheStore()
    {
        open(opened(QStringLiteral("c a b")));
        m_edit->finish();
        QCOMPARE(m_told, QStringList{QStringLiteral("settled")});
        QCOMPARE(inStore(), 0);
    }

    void isForgottenInTheStoreToo()
    {
        open(opened(QStringLiteral("a b c")));
        m_edit->forget();
        QCOMPARE(m_told, QStringList{QStringLiteral("settled")});
        QVERIFY(!m_edit->entry());
        QCOMPARE(inStore(), 0);
    }

    void forgettingLeavesTheEntryOfAnotherEdit()
    {
        open(opened(QStringLiteral("a b c")));
        m_document->setWanted({1, 0, 2});
        m_edit->forget();
        QCOMPARE(m_told, QStringList{QStringLiteral("settled")});
        QCOMPARE(inStore(), 1);
    }

    void forgettingIsFinalWhileTheListIsRead()
    {
        open(unread());
        m_edit->finish();
        m_edit->forget();
        read(QStringLiteral("a b c"));
        QCOMPARE(m_told, QStringList{QStringLiteral("settled")});
        QCOMPARE(inStore(), 0);
    }

    void needsNoStore()
    {
        open(opened(QStringLiteral("c a b")));
        m_edit->setStore(nullptr);
        m_edit->finish();
        QCOMPARE(m_told, QStringList{QStringLiteral("settled")});
    }
};

SEGUE_TEST(TestUnfinishedEdit)
#include "tst_UnfinishedEdit.moc"
