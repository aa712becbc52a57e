// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/look/Icons.h"
#include "ui/welcome/WelcomePage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using segue::ui::WelcomePage;

/// The rules of the first page's fields, and what it tells its owner.
class TestWelcomePage : public QObject
{
    Q_OBJECT

private:
    template <typename T>
    static T *find(WelcomePage &page, const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }

private Q_SLOTS:
    void initTestCase() { segue::ui::initResources(); }

    void judgesClientIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fine");
        QTest::newRow("usual") << QStringLiteral("0123456789abcdef0123456789abcdef") << true;
        QTest::newRow("another form") << QStringLiteral("segue-demo") << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("words") << QStringLiteral("Client ID 0123") << false;
        QTest::newRow("address") << QStringLiteral("https://example.com") << false;
        QTest::newRow("secret along with it") << QStringLiteral("0123:4567") << false;
    }

    void judgesClientIds()
    {
        QFETCH(QString, text);
        QFETCH(bool, fine);
        QCOMPARE(WelcomePage::problemWith(text).isEmpty(), fine);
    }

    void signsInWithWhatWasEntered()
    {
        WelcomePage page;
        page.show();
        QSignalSpy signIn(&page, &WelcomePage::signInRequested);
        auto *field = find<QLineEdit>(page, "clientIdField");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(signIn.size(), 0);
        QVERIFY(!find<QLabel>(page, "clientIdHint")->text().isEmpty());
        QTest::keyClicks(field, QStringLiteral(" 0123456789abcdef0123456789abcdef "));
        QVERIFY(find<QLabel>(page, "clientIdHint")->text().isEmpty());
        find<QPushButton>(page, "signInButton")->click();
        QCOMPARE(signIn.size(), 1);
        QCOMPARE(signIn.at(0).at(0).toString(), QStringLiteral("0123456789abcdef0123456789abcdef"));
        QCOMPARE(signIn.at(0).at(1).toInt(), 0);
    }

    void wondersAboutShortIdsButTakesThem()
    {
        WelcomePage page;
        QSignalSpy signIn(&page, &WelcomePage::signInRequested);
        page.setClientId(QStringLiteral("0123456789abcdef"));
        QVERIFY(find<QLabel>(page, "clientIdHint")->text().contains(QStringLiteral("16")));
        find<QPushButton>(page, "signInButton")->click();
        QCOMPARE(signIn.size(), 1);
    }

    void theRedirectAddressFollowsThePort()
    {
        WelcomePage page;
        auto *redirect = find<QLineEdit>(page, "redirectUriField");
        QCOMPARE(redirect->text(), QStringLiteral("http://127.0.0.1/callback"));
        find<QCheckBox>(page, "fixedPortBox")->setChecked(true);
        find<QSpinBox>(page, "portField")->setValue(9123);
        QCOMPARE(redirect->text(), QStringLiteral("http://127.0.0.1:9123/callback"));
        QCOMPARE(page.redirectPort(), 9123);
        find<QPushButton>(page, "copyRedirectUri")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:9123/callback"));
        find<QCheckBox>(page, "fixedPortBox")->setChecked(false);
        QCOMPARE(page.redirectPort(), 0);
    }

    void waitsWithAWayOut()
    {
        WelcomePage page;
        page.show();
        page.setMode(WelcomePage::Mode::Waiting);
        page.setAuthorizeUrl(QUrl(QStringLiteral("https://accounts.example/authorize?a=1&b=x%20y")));
        QVERIFY(!find<QLineEdit>(page, "clientIdField")->isVisible());
        find<QPushButton>(page, "copyAuthorizeUrl")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("https://accounts.example/authorize?a=1&b=x%20y"));
        QSignalSpy cancelled(&page, &WelcomePage::cancelRequested);
        find<QPushButton>(page, "cancelSignIn")->click();
        QCOMPARE(cancelled.size(), 1);
    }

    void tellsProblemsInPlaceAndTakesThemBack()
    {
        WelcomePage page;
        page.show();
        page.setProblem(QStringLiteral("You said no."));
        QVERIFY(find<QLabel>(page, "signInProblem")->isVisible());
        page.setClientId(QStringLiteral("0123456789abcdef0123456789abcdef"));
        find<QPushButton>(page, "signInButton")->click();
        QVERIFY(!find<QLabel>(page, "signInProblem")->isVisible());
    }

    void offersTheDemo()
    {
        WelcomePage page;
        QSignalSpy demo(&page, &WelcomePage::demoRequested);
        find<QPushButton>(page, "demoButton")->click();
        QCOMPARE(demo.size(), 1);
    }
};

SEGUE_TEST(TestWelcomePage)
#include "tst_WelcomePage.moc"
