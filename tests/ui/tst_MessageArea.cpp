// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/MessageArea.h"
#include "ui/look/Icons.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace segue;
using ui::Message;
using ui::MessageArea;

class TestMessageArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::initResources(); }

    void takesNoRoomWhenThereIsNothingToSay()
    {
        QWidget window;
        MessageArea area(&window);
        window.show();
        QVERIFY(!area.isVisible());
        area.show(QStringLiteral("a"), {.text = QStringLiteral("Something.")});
        QVERIFY(area.isVisible());
        area.close(QStringLiteral("a"));
        QVERIFY(!area.isVisible());
        area.close(QStringLiteral("never there"));
    }

    void theSameIdReplaces()
    {
        MessageArea area;
        area.show(QStringLiteral("a"), {.text = QStringLiteral("First.")});
        area.show(QStringLiteral("a"), {.text = QStringLiteral("Second.")});
        area.show(QStringLiteral("b"), {.text = QStringLiteral("Other.")});
        QCOMPARE(area.count(), 2);
        QCOMPARE(area.bar(QStringLiteral("a"))->text(), QStringLiteral("Second."));
        area.closeAll();
        QCOMPARE(area.count(), 0);
    }

    void actionsRunOnceAndClose()
    {
        MessageArea area;
        int runs = 0;
        area.show(QStringLiteral("a"),
                  {.text = QStringLiteral("It failed."), .actions = {{QStringLiteral("Try again"), [&] { ++runs; }}}});
        auto *button = area.findChild<QPushButton *>(QStringLiteral("messageAction-a-1"));
        QVERIFY(button);
        QCOMPARE(button->accessibleName(), QStringLiteral("Try again"));
        button->click();
        QCOMPARE(runs, 1);
        QVERIFY(!area.bar(QStringLiteral("a")));
    }

    void anActionMayShowTheMessageAnew()
    {
        MessageArea area;
        area.show(QStringLiteral("a"),
                  {.text = QStringLiteral("It failed."), .actions = {{QStringLiteral("Try again"), [&] {
                                                                          area.show(QStringLiteral("a"),
                                                                                    {.text = QStringLiteral("Again.")});
                                                                      }}}});
        area.findChild<QPushButton *>(QStringLiteral("messageAction-a-1"))->click();
        QVERIFY(area.bar(QStringLiteral("a")));
        QCOMPARE(area.bar(QStringLiteral("a"))->text(), QStringLiteral("Again."));
    }

    void detailsAreBehindAButton()
    {
        MessageArea area;
        const Error error{.kind = ErrorKind::ServerFault,
                          .httpStatus = 502,
                          .userText = QStringLiteral("Spotify."),
                          .detail = QStringLiteral("Bad gateway")};
        area.show(QStringLiteral("a"), ui::messageOf(error));
        auto *detail = area.findChild<QLabel *>(QStringLiteral("messageDetail-a"));
        QVERIFY(detail && detail->isHidden());
        QCOMPARE(detail->text(), QStringLiteral("HTTP 502: Bad gateway"));
        area.findChild<QToolButton *>(QStringLiteral("messageDetails-a"))->click();
        QVERIFY(!detail->isHidden());
        area.findChild<QToolButton *>(QStringLiteral("messageClose-a"))->click();
        QCOMPARE(area.count(), 0);
    }

    void textIsNotMarkup()
    {
        MessageArea area;
        area.show(QStringLiteral("a"), {.text = QStringLiteral("<b>bold</b> & more")});
        QCOMPARE(area.findChild<QLabel *>(QStringLiteral("messageText-a"))->textFormat(), Qt::PlainText);
    }
};

SEGUE_TEST(TestMessageArea)
#include "tst_MessageArea.moc"
