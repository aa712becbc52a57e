// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/MemoryTokenStore.h"
#include "app/auth/Session.h"
#include "app/demo/StandIn.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/account/Permissions.h"
#include "ui/sources/KeepButton.h"

#include <QNetworkReply>
#include <QSignalSpy>

using namespace segue;
using namespace segue::test;
using auth::Session;
using ui::KeepButton;

namespace
{

const QString album = QStringLiteral("spotify:album:blue");
const QString otherAlbum = QStringLiteral("spotify:album:red");
const QString artist = QStringLiteral("spotify:artist:ann");
const QString otherArtist = QStringLiteral("spotify:artist:bob");

} // namespace

/// The heart of an album, a show, an artist or somebody.
class TestKeepButton : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        Setup()
        {
            account.shelf = &shelf;
            shelf.put(album);
        }
        void make() { button = std::make_unique<KeepButton>(account); }
        /// The user has not let Segue see yet whom they follow; the service agrees as soon as it is asked.
        [[nodiscard]] bool lackPermission()
        {
            if (!service.start())
                return false;
            auth::SignInConfig config;
            config.clientId = service.clientId();
            config.accountsUrl = service.accountsUrl();
            session = std::make_unique<Session>(config, tokens, network, [this](const QUrl &url) {
                QNetworkReply *reply = browser.get(QNetworkRequest(url));
                QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
                return true;
            });
            permissions = std::make_unique<ui::Permissions>(*session);
            account.permissions = permissions.get();
            session->signIn();
            return QTest::qWaitFor([this] { return session->state() == Session::State::SignedIn; });
        }
        [[nodiscard]] bool isFull() const
        {
            const QString text = button->accessibleName();
            return text == QStringLiteral("Remove from what you have saved") ||
                   text == QStringLiteral("Stop following");
        }
        /// Everything that was asked has been answered.
        [[nodiscard]] bool settled()
        {
            bool answered = false;
            shelf.contains({}, &context, [&answered](const Result<QList<bool>> &) { answered = true; });
            shelf.log.removeLast();
            return QTest::qWaitFor([&answered] { return answered; });
        }
        static HeldAnswers::Fault away()
        {
            return {.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}};
        }

        FakeShelf shelf;
        demo::StandIn service{demo::StandInOptions{.playlists = 1, .items = 1}};
        auth::MemoryTokenStore tokens;
        QNetworkAccessManager browser;
        QObject context;
        std::unique_ptr<Session> session;
        std::unique_ptr<ui::Permissions> permissions;
        std::unique_ptr<KeepButton> button;
    };

private Q_SLOTS:
    void nobodyFollowsThemselves()
    {
        Setup s;
        s.make(); // before it is known who the user is
        QVERIFY(s.loadLibrary());
        s.button->setUri(QStringLiteral("spotify:user:") + s.library.user().id);
        QVERIFY(s.button->isHidden());
        QCOMPARE(s.shelf.log, QStringList());
        s.button->setUri(QStringLiteral("spotify:user:somebody"));
        QVERIFY(!s.button->isHidden());
    }

    void whatIsNotKnownIsAskedForOnceMoreWhenPressed()
    {
        Setup s;
        s.make();
        s.shelf.answers.failNext(Setup::away());
        QSignalSpy failed(s.button.get(), &KeepButton::failed);
        s.button->setUri(album);
        QVERIFY(s.settled());
        QCOMPARE(failed.size(), 0); // nobody wanted anything yet
        s.shelf.answers.failNext(Setup::away());
        s.button->click();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!s.isFull());
        // It is kept already: that is shown, and nothing is saved.
        s.button->click();
        QTRY_VERIFY(s.isFull());
        QVERIFY(s.settled());
        QCOMPARE(s.shelf.log.filter(QStringLiteral("save ")), QStringList());
        QVERIFY(s.shelf.has(album));
    }

    void whatIsNotKnownAndNotKeptIsKeptWhenPressed()
    {
        Setup s;
        s.make();
        s.shelf.answers.failNext(Setup::away());
        s.button->setUri(otherAlbum);
        QVERIFY(s.settled());
        s.button->click();
        QTRY_VERIFY(s.shelf.has(otherAlbum));
        QVERIFY(s.isFull());
    }

    void anotherOneBeginsEmpty()
    {
        Setup s;
        s.make();
        s.button->setUri(album);
        QTRY_VERIFY(s.isFull());
        s.shelf.answers.hold(true);
        s.button->setUri(otherAlbum);
        QVERIFY(!s.isFull());
        s.shelf.answers.hold(false);
        QVERIFY(s.settled());
        QVERIFY(!s.isFull());
    }

    void aLateRefusalIsToldAndChangesNoOtherHeart()
    {
        Setup s;
        s.shelf.put(otherAlbum);
        s.make();
        s.button->setUri(album);
        QTRY_VERIFY(s.isFull());
        s.shelf.answers.hold(true);
        s.shelf.answers.failNext(Setup::away());
        QSignalSpy failed(s.button.get(), &KeepButton::failed);
        s.button->click(); // to be taken away
        s.shelf.take(otherAlbum);
        s.button->setUri(otherAlbum);
        s.shelf.answers.release();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!s.isFull());
        s.shelf.answers.hold(false);
        QVERIFY(s.settled());
        QVERIFY(!s.isFull());
        QVERIFY(s.shelf.has(album));
    }

    void withoutThePermissionNothingIsAskedBeforeItIsPressed()
    {
        Setup s;
        QVERIFY(s.lackPermission());
        s.make();
        QSignalSpy wanted(s.permissions.get(), &ui::Permissions::wanted);
        s.button->setUri(artist);
        QCOMPARE(s.shelf.log, QStringList());
        QCOMPARE(wanted.size(), 0);
        s.button->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(s.shelf.log, QStringList());
        s.permissions->grant(auth::Permission::Following);
        QTRY_VERIFY(s.shelf.has(artist));
        QVERIFY(s.isFull());
    }

    void grantedLaterItIsOnlyForWhatWasPressed()
    {
        Setup s;
        QVERIFY(s.lackPermission());
        s.make();
        s.button->setUri(artist);
        s.button->click();
        s.button->setUri(otherArtist);
        s.permissions->grant(auth::Permission::Following);
        QTRY_VERIFY(s.permissions->has(auth::Permission::Following));
        QVERIFY(s.settled());
        QCOMPARE(s.shelf.log, QStringList());
    }

    void aLateAnswerIsNotForWhatCameAfter()
    {
        Setup s;
        QVERIFY(s.lackPermission());
        s.make();
        s.shelf.answers.hold(true);
        s.button->setUri(album);
        s.button->setUri(artist);
        s.shelf.answers.hold(false);
        QVERIFY(s.settled());
        QVERIFY(!s.isFull());
    }
};

SEGUE_TEST(TestKeepButton)
#include "tst_KeepButton.moc"
