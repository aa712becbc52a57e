// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/Library.h"
#include "tests/support/FakeApi.h"
#include "tests/support/HeldAnswers.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/account/OwnerWatch.h"

using namespace segue;
using namespace segue::test;

/// Who comes back from the browser, and what may be written until that is known.
class TestOwnerWatch : public QObject
{
    Q_OBJECT

    struct Profiles : FakeApi {
        web::Call me(QObject *context, Done<web::UserProfile> done) override
        {
            ++asked;
            const std::optional<Error> fault = faults.isEmpty() ? std::nullopt : std::optional(faults.takeFirst());
            return answers.answer<web::UserProfile>(context, std::move(done),
                                                    [this, fault]() -> Result<web::UserProfile> {
                                                        if (fault)
                                                            return Unexpected(*fault);
                                                        return user;
                                                    });
        }
        QList<Error> faults;
        HeldAnswers answers;
        int asked = 0;
    };

    struct Setup {
        explicit Setup(bool isRead = true)
        {
            api.user.id = QStringLiteral("a");
            if (!isRead)
                return;
            library.load();
            QSignalSpy loaded(&library, &models::Library::loaded);
            if (!loaded.wait())
                qFatal("the library was not read");
            api.asked = 0;
        }
        Profiles api;
        models::Library library{api};
        bool held = false;
        ui::OwnerWatch watch{api, library, [this](bool hold) { held = hold; }};
        QSignalSpy changed{&watch, &ui::OwnerWatch::ownerChanged};
    };

private Q_SLOTS:
    void theSameGoesOn()
    {
        Setup s;
        s.watch.look();
        QVERIFY(s.held);
        QTRY_VERIFY(s.watch.isKnown());
        QVERIFY(!s.held);
        QCOMPARE(s.changed.size(), 0);
    }

    void somebodyElseWritesNothing()
    {
        Setup s;
        s.api.user.id = QStringLiteral("b");
        s.watch.look();
        QTRY_COMPARE(s.changed.size(), 1);
        QVERIFY(s.held);
    }

    void asksAgainAfterAFailure_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("reachable again") << 0;
        QTest::newRow("the limit is over") << 1;
        QTest::newRow("the library was read") << 2;
    }
    void asksAgainAfterAFailure()
    {
        QFETCH(int, how);
        Setup s;
        s.api.user.id = QStringLiteral("b");
        s.api.faults = {FakeApi::error(how == 1 ? ErrorKind::RateLimited : ErrorKind::Network)};
        s.watch.look();
        QSignalSpy answered(&s.api.answers, &HeldAnswers::answered);
        QVERIFY(answered.wait());
        QVERIFY(s.held);
        QVERIFY(!s.watch.isKnown());
        QCOMPARE(s.changed.size(), 0);
        if (how == 0)
            Q_EMIT s.api.reachableChanged(true);
        else if (how == 1)
            Q_EMIT s.api.pausedUntil({});
        else
            Q_EMIT s.library.loaded();
        QTRY_COMPARE(s.changed.size(), 1);
        QVERIFY(s.held);
    }

    void aLibraryThatWasNotReadBelongsToWhoCameBack()
    {
        Setup s(false);
        s.api.answers.hold(true);
        s.library.load(); // asks with the token of before
        s.watch.look();
        QTRY_COMPARE(s.api.answers.heldCount(), 2);
        s.api.answers.release(); // "a"
        QTRY_COMPARE(s.library.user().id, QStringLiteral("a"));
        s.api.user.id = QStringLiteral("b");
        s.api.answers.hold(false);
        QTRY_COMPARE(s.changed.size(), 1);
        QVERIFY(s.held);
    }

    void aLibraryThatTurnsOutToBeAnothersGoes()
    {
        Setup s;
        s.api.user.id = QStringLiteral("b");
        s.library.load();
        QTRY_COMPARE(s.changed.size(), 1);
        QVERIFY(s.held);
    }
};

SEGUE_TEST(TestOwnerWatch)
#include "tst_OwnerWatch.moc"
