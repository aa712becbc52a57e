// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/account/AccountMenu.h"

#include <QLabel>

using namespace segue;
using namespace segue::test;

/// What the menu tells of who is signed in.
class TestAccountMenu : public QObject
{
    Q_OBJECT

    struct Shown : UiFixture {
        [[nodiscard]] bool open()
        {
            menu.setAccount(account);
            return loadLibrary();
        }
        [[nodiscard]] QString text(const char *name) const
        {
            const auto *label = menu.findChild<QLabel *>(QLatin1String(name));
            return label->isHidden() ? QString() : label->text();
        }

        ui::AccountMenu menu;
    };

private Q_SLOTS:
    void tellsWhoItIs()
    {
        Shown s;
        s.api.user.displayName = QStringLiteral("Una <b>");
        s.api.user.country = QStringLiteral("SE");
        s.api.user.product = web::Product::Premium;
        QVERIFY(s.open());
        QCOMPARE(s.text("accountName"), QStringLiteral("Una <b>"));
        QCOMPARE(s.text("accountFacts"), QStringLiteral("Spotify Premium · Sweden"));
        QCOMPARE(s.text("accountLimits"), QString());
        s.menu.setAccount({});
        QVERIFY(!s.menu.findChild<QAction *>(QStringLiteral("accountPerson"))->isVisible());
    }

    void saysNothingOfWhatSpotifyDoesNotTell()
    {
        Shown s;
        QVERIFY(s.open());
        QCOMPARE(s.text("accountFacts"), QString());
    }

    void saysWhatTheClientIdDoesNotGet()
    {
        Shown s;
        QVERIFY(s.open());
        s.api.reduced = true; // found out later
        s.menu.popup({});
        QVERIFY(s.text("accountLimits").contains(QStringLiteral("development mode")));
        s.menu.close();
    }
};

SEGUE_TEST(TestAccountMenu)
#include "tst_AccountMenu.moc"
