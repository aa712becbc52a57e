// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/MemoryTokenStore.h"
#include "app/auth/Session.h"
#include "app/demo/StandIn.h"
#include "app/models/LikedTracks.h"
#include "tests/support/FakeListening.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/account/PermissionMessages.h"
#include "ui/account/Permissions.h"
#include "ui/playing/DeviceMenu.h"
#include "ui/playing/Player.h"
#include "ui/tracks/LikeMessages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QNetworkReply>
#include <QToolButton>
#include <QUrlQuery>

using namespace segue;
using namespace segue::test;
using auth::Permission;
using auth::Session;

/// Permissions asked for when they are needed, of a service that grants what it was asked for and nothing else.
class TestPermissions : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        Setup()
        {
            if (!service.start())
                qFatal("no stand-in");
            auth::SignInConfig config;
            config.clientId = service.clientId();
            config.accountsUrl = service.accountsUrl();
            session = std::make_unique<Session>(config, tokens, network, [this](const QUrl &url) {
                ++browsers;
                if (!hasBrowser)
                    return false;
                QNetworkReply *reply = browser.get(QNetworkRequest(url));
                connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
                return true;
            });
            permissions = std::make_unique<ui::Permissions>(*session);
            asking = std::make_unique<ui::PermissionMessages>(*permissions, messages);
            session->signIn();
            if (!QTest::qWaitFor([this] { return session->state() == Session::State::SignedIn; }))
                qFatal("not signed in");
            browsers = 0;
        }

        void setConsent(const char *consent)
        {
            (void)service.control("PATCH", QStringLiteral("/options"),
                                  {{QStringLiteral("consent"), QLatin1String(consent)}});
        }
        void need(Permission permission)
        {
            permissions->need(permission, &context, [this] { ++ran; });
        }
        [[nodiscard]] ui::MessageBar *bar() const { return messages.bar(QStringLiteral("permission")); }

        demo::StandIn service{demo::StandInOptions{.playlists = 1, .items = 1}};
        auth::MemoryTokenStore tokens;
        QNetworkAccessManager network;
        QNetworkAccessManager browser;
        int browsers = 0; ///< how often one was opened
        bool hasBrowser = true;
        ui::MessageArea messages;
        QObject context;
        int ran = 0;
        std::unique_ptr<Session> session;
        std::unique_ptr<ui::Permissions> permissions;
        std::unique_ptr<ui::PermissionMessages> asking;
    };

private Q_SLOTS:
    void asksFirstAndGoesOnWhenGranted()
    {
        Setup s;
        const QStringList before = s.session->grantedScopes();
        QVERIFY(!s.permissions->has(Permission::Playback));
        s.need(Permission::Playback);
        QCOMPARE(s.ran, 0);
        QCOMPARE(s.browsers, 0); // not before the user has read why
        QVERIFY(s.bar()->text().startsWith(ui::Permissions::reason(Permission::Playback)));
        QVERIFY(press(s.bar(), QStringLiteral("Open the browser")));
        QTRY_COMPARE(s.ran, 1);
        QVERIFY(!s.bar());
        QVERIFY(s.permissions->has(Permission::Playback));
        QVERIFY(!s.permissions->has(Permission::Following));
        for (const QString &scope : before)
            QVERIFY2(s.session->grantedScopes().contains(scope), qPrintable(scope));
        s.need(Permission::Playback);
        QCOMPARE(s.ran, 2);
        QCOMPARE(s.browsers, 1);
    }

    void oneAfterTheOtherKeepsBoth()
    {
        Setup s;
        s.permissions->grant(Permission::Playback);
        QTRY_VERIFY(s.permissions->has(Permission::Playback));
        s.permissions->grant(Permission::Following);
        QTRY_VERIFY(s.permissions->has(Permission::Following));
        QVERIFY(s.permissions->has(Permission::Playback));
    }

    void aRefusalIsToldAndCanBeTriedAgain()
    {
        Setup s;
        s.setConsent("deny");
        s.need(Permission::Listening);
        QVERIFY(press(s.bar(), QStringLiteral("Open the browser")));
        QTRY_VERIFY(s.bar() && s.bar()->severity() == ui::Message::Severity::Warning);
        QCOMPARE(s.ran, 0);
        QCOMPARE(s.session->state(), Session::State::SignedIn);
        s.setConsent("allow");
        QVERIFY(press(s.bar(), QStringLiteral("Try again")));
        QTRY_COMPARE(s.ran, 1);
        QVERIFY(!s.bar());
    }

    void canBeCancelledWhileTheBrowserIsOpen()
    {
        Setup s;
        s.setConsent("ask");
        s.need(Permission::Listening);
        QVERIFY(press(s.bar(), QStringLiteral("Open the browser")));
        QCOMPARE(s.session->state(), Session::State::SigningIn);
        // Closed, it would leave behind what nobody could cancel any more.
        QVERIFY(!s.bar()->findChild<QToolButton *>(QStringLiteral("messageClose-permission")));
        QVERIFY(press(s.bar(), QStringLiteral("Cancel")));
        QCOMPARE(s.session->state(), Session::State::SignedIn);
        QVERIFY(!s.bar());
        QCOMPARE(s.ran, 0);
    }

    void withoutABrowserTheAddressCanBeCopied()
    {
        Setup s;
        s.hasBrowser = false;
        s.need(Permission::Listening);
        QVERIFY(press(s.bar(), QStringLiteral("Open the browser")));
        QVERIFY(s.bar()->text().contains(QStringLiteral("No browser could be opened")));
        QVERIFY(press(s.bar(), QStringLiteral("Copy the address")));
        QCOMPARE(QUrl(QGuiApplication::clipboard()->text()), s.session->authorizeUrl());
        // As the user would with it.
        QNetworkReply *reply = s.browser.get(QNetworkRequest(s.session->authorizeUrl()));
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        QTRY_COMPARE(s.ran, 1);
        QVERIFY(!s.bar());
    }

    void anAnswerOfSomebodyElseIsTold()
    {
        Setup s;
        s.setConsent("ask");
        s.need(Permission::Listening);
        QVERIFY(press(s.bar(), QStringLiteral("Open the browser")));
        QUrl redirect(
            QUrlQuery(s.session->authorizeUrl()).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
        redirect.setQuery(QStringLiteral("code=c&state=wrong"));
        QNetworkReply *reply = s.browser.get(QNetworkRequest(redirect));
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        QTRY_VERIFY(s.bar() && s.bar()->text().contains(QStringLiteral("refused")));
        QCOMPARE(s.session->state(), Session::State::SigningIn);
        QVERIFY(press(s.bar(), QStringLiteral("Cancel")));
        QCOMPARE(s.session->state(), Session::State::SignedIn);
    }

    void anotherWishTakesThePlaceOfOneInTheBrowser()
    {
        Setup s;
        s.setConsent("ask");
        s.permissions->grant(Permission::Listening);
        s.setConsent("allow");
        s.need(Permission::Following);
        s.permissions->grant(Permission::Following);
        QTRY_COMPARE(s.ran, 1);
        QVERIFY(!s.permissions->has(Permission::Listening));
    }

    void nothingRunsForWhatIsGone()
    {
        Setup s;
        auto context = std::make_unique<QObject>();
        bool ran = false;
        s.permissions->need(Permission::Following, context.get(), [&ran] { ran = true; });
        context.reset();
        s.permissions->grant(Permission::Following);
        QTRY_VERIFY(s.permissions->has(Permission::Following));
        QVERIFY(!ran);
    }

    void lookingForDevicesAsksForNothing()
    {
        Setup s;
        FakeListening listening;
        QWidget window;
        ui::Player player(
            {.listening = listening, .permissions = s.permissions.get(), .messages = s.messages, .window = window});
        ui::DeviceMenu menu(QStringLiteral("Play"));
        player.fillWhenShown(menu);
        menu.popup({});
        QVERIFY(!s.bar());
        auto *offer = menu.findChild<QAction *>(QStringLiteral("deviceOffer"));
        QVERIFY(offer);
        QVERIFY(offer->isEnabled());
        menu.close();
        offer->trigger();
        QVERIFY(s.bar());
        QVERIFY(press(s.bar(), QStringLiteral("Open the browser")));
        QTRY_VERIFY(s.permissions->has(Permission::Playback));
        QCOMPARE(listening.log, QStringList());
    }

    void heartsComeBackWithThePermission()
    {
        Setup s;
        FakeShelf shelf;
        models::LikedTracks liked(shelf);
        const ui::LikeMessages telling(liked, s.permissions.get(), s.messages);
        const QString episode = QStringLiteral("spotify:episode:e");
        shelf.answers.failNext({.error = FakeApi::error(ErrorKind::MissingScope, 403), .carriedOut = false});
        liked.set({episode}, true);
        QTRY_VERIFY(s.messages.bar(QStringLiteral("liked")));
        shelf.answers.failNext({.error = FakeApi::error(ErrorKind::MissingScope, 403), .carriedOut = false});
        liked.want({QStringLiteral("spotify:episode:f")});
        QVERIFY(press(s.messages.bar(QStringLiteral("liked")), QStringLiteral("Open the browser")));
        QTRY_VERIFY(shelf.has(episode));
        QVERIFY(s.permissions->has(Permission::Episodes));
        QTRY_COMPARE(liked.state(QStringLiteral("spotify:episode:f")), models::LikedTracks::State::NotLiked);
    }

    void eachAsksForItsScopes_data()
    {
        QTest::addColumn<Permission>("permission");
        QTest::addColumn<QStringList>("scopes");
        QTest::newRow("following") << Permission::Following
                                   << QStringList{QStringLiteral("user-follow-read"),
                                                  QStringLiteral("user-follow-modify")};
        QTest::newRow("listening") << Permission::Listening
                                   << QStringList{QStringLiteral("user-top-read"),
                                                  QStringLiteral("user-read-recently-played")};
        QTest::newRow("episodes") << Permission::Episodes << QStringList{QStringLiteral("user-read-playback-position")};
        QTest::newRow("playback") << Permission::Playback
                                  << QStringList{QStringLiteral("user-read-playback-state"),
                                                 QStringLiteral("user-modify-playback-state")};
    }

    void eachAsksForItsScopes()
    {
        QFETCH(Permission, permission);
        QFETCH(QStringList, scopes);
        Setup s;
        const QStringList before = s.session->grantedScopes();
        QVERIFY(!s.permissions->has(permission));
        s.permissions->grant(permission);
        QTRY_VERIFY(s.permissions->has(permission));
        QCOMPARE(s.session->grantedScopes(), before + scopes);
    }

    void aPartOfItIsNotEnough()
    {
        Setup s;
        const QSignalSpy back(s.session.get(), &Session::stateChanged);
        s.session->signIn({QStringLiteral("user-follow-read")});
        QTRY_COMPARE(back.count(), 2);
        QVERIFY(s.session->grantedScopes().contains(QStringLiteral("user-follow-read")));
        QVERIFY(!s.permissions->has(Permission::Following));
    }

    void whereTheServiceDoesNotSayNothingIsAskedFor()
    {
        Setup s;
        auth::MemoryTokenStore tokens;
        const auth::SignInConfig &config = s.session->config();
        tokens.write(config.storageKey(), {.refreshToken = "r", .scopes = {}, .signedInAt = {}}, &s.context,
                     [](const Result<Nothing> &) {});
        Session silent(config, tokens, s.network, {});
        silent.start();
        QTRY_COMPARE(silent.state(), Session::State::SignedIn);
        ui::Permissions permissions(silent);
        QVERIFY(permissions.has(Permission::Following));
        permissions.need(Permission::Following, &s.context, [&s] { ++s.ran; });
        QCOMPARE(s.ran, 1);
    }

    void theLatestWishIsTheOneThatRuns()
    {
        Setup s;
        bool isFirst = false;
        s.permissions->need(Permission::Following, &s.context, [&isFirst] { isFirst = true; });
        s.need(Permission::Following);
        s.permissions->grant(Permission::Following);
        QTRY_COMPARE(s.ran, 1);
        QVERIFY(!isFirst);
    }

    void whatWaitedRunsOnceAndLast()
    {
        Setup s;
        const QSignalSpy granted(s.permissions.get(), &ui::Permissions::granted);
        QList<qsizetype> told;
        s.permissions->need(Permission::Following, &s.context, [&] { told.append(granted.count()); });
        s.permissions->grant(Permission::Following);
        QTRY_COMPARE(told, QList<qsizetype>{1}); // whoever hears of it is ahead
        s.permissions->grant(Permission::Following);
        QTRY_COMPARE(granted.count(), 2);
        QCOMPARE(told.size(), 1);
    }

    void anOrdinarySignInUnderWayIsLeftAlone()
    {
        Setup s;
        s.setConsent("ask");
        s.session->signIn();
        const QSignalSpy granting(s.permissions.get(), &ui::Permissions::granting);
        s.permissions->grant(Permission::Following);
        QCOMPARE(granting.count(), 0);
        s.permissions->cancel();
        QCOMPARE(s.session->state(), Session::State::SigningIn);
        QCOMPARE(s.browsers, 1);
    }

    void ofAnOrdinarySignInThatFailsNothingIsTold_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("after one that was cancelled") << true;
        QTest::newRow("after one that was refused") << false;
    }

    void ofAnOrdinarySignInThatFailsNothingIsTold()
    {
        QFETCH(bool, cancelled);
        Setup s;
        const QSignalSpy failed(s.session.get(), &Session::signInFailed);
        const QSignalSpy told(s.permissions.get(), &ui::Permissions::notGranted);
        s.setConsent(cancelled ? "ask" : "deny");
        s.permissions->grant(Permission::Following);
        if (cancelled)
            s.permissions->cancel();
        else
            QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(told.count(), cancelled ? 0 : 1);
        const auto before = failed.count();
        s.setConsent("deny");
        s.session->signIn();
        QTRY_COMPARE(failed.count(), before + 1);
        QCOMPARE(told.count(), cancelled ? 0 : 1);
    }

    void anOrdinarySignInGrantsNothingMore()
    {
        Setup s;
        s.need(Permission::Following);
        const QSignalSpy back(s.session.get(), &Session::stateChanged);
        s.session->signIn();
        QTRY_COMPARE(back.count(), 2);
        QCOMPARE(s.ran, 0);
        QVERIFY(!s.permissions->has(Permission::Following));
    }
};

SEGUE_TEST(TestPermissions)
#include "tst_Permissions.moc"
