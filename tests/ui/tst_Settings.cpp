// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/Settings.h"

#include <QSettings>

using namespace segue::ui;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    static void clear()
    {
        for (const char *name : {"segue", "segue-one", "segue-two"})
            QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("segue"), QLatin1String(name)).clear();
    }

private Q_SLOTS:
    void init() { clear(); }
    void cleanupTestCase() { clear(); }

    void hasDefaults()
    {
        const Settings settings{Settings::Temporary()};
        QCOMPARE(settings.value(setting::colorScheme), QStringLiteral("system"));
        QCOMPARE(settings.value(setting::redirectPort), 0);
        QCOMPARE(settings.value(setting::columns), QStringList());
    }

    void remembersByProfile()
    {
        {
            Settings one(QStringLiteral("one"));
            one.set(setting::clientId, QStringLiteral("abc"));
            one.set(setting::columns, QStringList{QStringLiteral("title:300"), QStringLiteral("album:200:hidden")});
            one.set(setting::splitter, QByteArray("\x00\x01\xff", 3));
        }
        const Settings one(QStringLiteral("one"));
        const Settings two(QStringLiteral("two"));
        const Settings usual{QString()};
        QCOMPARE(one.value(setting::clientId), QStringLiteral("abc"));
        QCOMPARE(one.value(setting::columns).size(), 2);
        QCOMPARE(one.value(setting::splitter), QByteArray("\x00\x01\xff", 3));
        QCOMPARE(two.value(setting::clientId), QString());
        QCOMPARE(usual.value(setting::clientId), QString());
    }

    void theTemporaryOneTouchesNobodysFile()
    {
        {
            Settings settings{Settings::Temporary()};
            settings.set(setting::clientId, QStringLiteral("demo"));
            QCOMPARE(settings.value(setting::clientId), QStringLiteral("demo"));
        }
        QCOMPARE(Settings(QString()).value(setting::clientId), QString());
        QCOMPARE(Settings(Settings::Temporary()).value(setting::clientId), QString());
    }

    void dialectsAreKeptByClientId()
    {
        Settings settings{Settings::Temporary()};
        settings.setDialect(QStringLiteral("a/b"), QStringLiteral("items"));
        settings.setDialect(QStringLiteral("a"), QStringLiteral("tracks"));
        QCOMPARE(settings.dialect(QStringLiteral("a/b")), QStringLiteral("items"));
        QCOMPARE(settings.dialect(QStringLiteral("a")), QStringLiteral("tracks"));
        QCOMPARE(settings.dialect(QStringLiteral("c")), QString());
        settings.setDialect(QStringLiteral("a"), QString());
        QCOMPARE(settings.dialect(QStringLiteral("a")), QString());
    }

    void disconnectingForgetsTheAccountOnly()
    {
        Settings settings{Settings::Temporary()};
        settings.set(setting::lastPlaylist, QStringLiteral("p"));
        settings.set(setting::colorScheme, QStringLiteral("dark"));
        settings.setDialect(QStringLiteral("a"), QStringLiteral("items"));
        settings.forgetAccount();
        QCOMPARE(settings.value(setting::lastPlaylist), QString());
        QCOMPARE(settings.dialect(QStringLiteral("a")), QString());
        QCOMPARE(settings.value(setting::colorScheme), QStringLiteral("dark"));
    }

    void aLaterVersionsFileKeepsItsNumber()
    {
        {
            QSettings file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("segue"),
                           QStringLiteral("segue-one"));
            file.setValue(QStringLiteral("version"), 99);
            file.setValue(QStringLiteral("account/clientId"), QStringLiteral("abc"));
        }
        QCOMPARE(Settings(QStringLiteral("one")).value(setting::clientId), QStringLiteral("abc"));
        const QSettings file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("segue"),
                             QStringLiteral("segue-one"));
        QCOMPARE(file.value(QStringLiteral("version")).toInt(), 99);
    }

    void onlyAWriteMakesAFile()
    {
        const QString path = QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("segue"),
                                       QStringLiteral("segue-fresh"))
                                 .fileName();
        {
            const Settings settings(QStringLiteral("fresh"));
            QCOMPARE(settings.value(setting::clientId), QString());
        }
        QVERIFY(!QFile::exists(path));
        Settings(QStringLiteral("fresh")).set(setting::clientId, QStringLiteral("abc"));
        QVERIFY(QFile::exists(path));
        QCOMPARE(QSettings(path, QSettings::IniFormat).value(QStringLiteral("version")).toInt(), 1);
        QFile::remove(path);
    }

    void wrongTypesFallBack()
    {
        {
            QSettings file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("segue"),
                           QStringLiteral("segue-one"));
            file.setValue(QStringLiteral("account/redirectPort"), QStringLiteral("eight"));
        }
        QCOMPARE(Settings(QStringLiteral("one")).value(setting::redirectPort), 0);
    }
};

SEGUE_TEST(TestSettings)
#include "tst_Settings.moc"
