// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "ui/look/EnglishPlurals.h"

#include <QCoreApplication>

class TestEnglishPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsEnglishDoes()
    {
        const auto text = [](const char *source, int n) {
            return QCoreApplication::translate("Any", source, nullptr, n);
        };
        QCOMPARE(text("Move %n track(s)", 3), QStringLiteral("Move 3 track(s)"));
        segue::ui::EnglishPlurals plurals;
        QVERIFY(QCoreApplication::installTranslator(&plurals));
        QCOMPARE(text("Move %n track(s)", 1), QStringLiteral("Move 1 track"));
        QCOMPARE(text("Move %n track(s)", 0), QStringLiteral("Move 0 tracks"));
        QCOMPARE(text("Move %n track(s)", 12), QStringLiteral("Move 12 tracks"));
        QCOMPARE(text("track(s)", -1), QStringLiteral("track(s)"));
        QCOMPARE(text("%n selected", 2), QStringLiteral("2 selected"));
        QCoreApplication::removeTranslator(&plurals);
    }
};

SEGUE_TEST(TestEnglishPlurals)
#include "tst_EnglishPlurals.moc"
