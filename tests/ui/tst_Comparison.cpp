// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeApi.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/history/Comparer.h"

#include <QThread>
#include <QThreadPool>

using namespace segue;
using segue::test::FakeApi;
using ui::Comparer;
using ui::Comparison;

/// A version beside a list, and who has that worked out.
class TestComparison : public QObject
{
    Q_OBJECT

    static store::ListRows rows(const char *spaced)
    {
        store::ListRows list;
        for (const QString &id : QString::fromLatin1(spaced).split(u' ', Qt::SkipEmptyParts))
            list.append({.uri = QStringLiteral("spotify:track:") + id, .addedAt = {}, .addedBy = {}});
        return list;
    }

    struct Told {
        explicit Told(Comparer &comparer)
        {
            QObject::connect(&comparer, &Comparer::compared, &comparer,
                             [this](const std::shared_ptr<const Comparison> &comparison) {
                                 all.append(comparison);
                                 threads.insert(QThread::currentThread());
                             });
        }
        QList<std::shared_ptr<const Comparison>> all;
        QSet<QThread *> threads;
    };

private Q_SLOTS:
    void countsAndKnows()
    {
        auto untitled = std::make_shared<web::Medium>();
        untitled->uri = QStringLiteral("spotify:track:b");
        const web::MediumPtr titled = FakeApi::entry(QStringLiteral("spotify:track:a")).medium;
        const Comparison made = Comparison::of(rows("a gone b c"), rows("c a b new new2"), {nullptr, untitled, titled});
        QCOMPARE(made.change, (store::ListChange{.added = 2, .removed = 1, .moved = 1}));
        QCOMPARE(made.rows.size(), 6);
        QVERIFY(made.whole.changes);
        QCOMPARE(made.whole.added, 1);
        QCOMPARE(made.known.size(), 1);
        QCOMPARE(made.known.value(titled->uri), titled);
    }

    void tellsOnlyTheLast()
    {
        Comparer comparer;
        const Told told(comparer);
        comparer.start(rows("a b"), rows("a"), {}, 0);
        comparer.start(rows("a b c d"), rows("a"), {}, 7);
        QVERIFY(told.all.isEmpty()); // never inside the call
        QTRY_COMPARE(told.all.size(), 1);
        QCOMPARE(told.all.constFirst()->change.removed, 3);
        QCOMPARE(told.all.constFirst()->revision, 7);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
        QCoreApplication::processEvents();
        QCOMPARE(told.all.size(), 1);
        QCOMPARE(told.threads, QSet<QThread *>{QThread::currentThread()});
    }

    void tellsNothingOnceAbandoned()
    {
        Comparer comparer;
        const Told told(comparer);
        comparer.start(rows("a b"), rows("a"), {}, 0);
        comparer.abandon();
        {
            Comparer brief;
            brief.start(rows("a b"), rows("a"), {}, 0);
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
        QCoreApplication::processEvents();
        QVERIFY(told.all.isEmpty());
    }
};

SEGUE_TEST(TestComparison)
#include "tst_Comparison.moc"
