// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/PlaylistListModel.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/library/PlaylistFilterModel.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>

using namespace segue;
using namespace segue::test;
using ui::PlaylistFilterModel;
using ui::SideBar;

class TestSideBar : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        Setup()
        {
            add(QStringLiteral("a"), QStringLiteral("Night drive"));
            add(QStringLiteral("b"), QStringLiteral("Élan vital"));
            add(QStringLiteral("c"), QStringLiteral("Sunday drive")).ownerId = QStringLiteral("somebody");
            ok = loadLibrary();
            bar.resize(260, 500);
            bar.show();
            ok = ok && QTest::qWaitForWindowExposed(&bar);
        }
        web::Playlist &add(const QString &id, const QString &name)
        {
            web::Playlist &playlist = api.addPlaylist(id, 2);
            playlist.name = name;
            return playlist;
        }
        [[nodiscard]] QStringList shown() const
        {
            QStringList out;
            for (int row = 0; row < bar.list().model()->rowCount(); ++row)
                out.append(bar.list().model()->index(row, 0).data().toString());
            return out;
        }

        SideBar bar{library, artwork};
        bool ok = false;
    };

private Q_SLOTS:
    void findsAndHidesEmptySections()
    {
        Setup s;
        QVERIFY(s.ok);
        QCOMPARE(s.shown().size(), 5);
        QAbstractItemModelTester tester(s.bar.list().model());
        s.bar.filter().setText(QStringLiteral("ELAN"));
        QCOMPARE(s.shown().size(), 2);
        QCOMPARE(s.shown().at(1), QStringLiteral("Élan vital"));
        s.bar.filter().setText(QStringLiteral("drive"));
        QCOMPARE(s.shown().size(), 4);
        s.bar.filter().setText(QStringLiteral("drive night"));
        QCOMPARE(s.shown().size(), 2);
        s.bar.filter().setText(QStringLiteral("nothing of the kind"));
        QCOMPARE(s.shown().size(), 0);
        QVERIFY(s.bar.findChild<QLabel *>(QStringLiteral("sideBarHint"))->isVisible());
        QTest::keyClick(&s.bar.filter(), Qt::Key_Escape);
        QCOMPARE(s.shown().size(), 5);
        QVERIFY(!s.bar.findChild<QLabel *>(QStringLiteral("sideBarHint"))->isVisible());
    }

    void choosingTellsOnce()
    {
        Setup s;
        QVERIFY(s.ok);
        QSignalSpy chosen(&s.bar, &SideBar::playlistChosen);
        const QModelIndex second = s.bar.list().model()->index(2, 0);
        QTest::mouseClick(s.bar.list().viewport(), Qt::LeftButton, {}, s.bar.list().visualRect(second).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("b"));
        QTest::mouseClick(s.bar.list().viewport(), Qt::LeftButton, {}, s.bar.list().visualRect(second).center());
        QCOMPARE(chosen.size(), 1);
        // A heading is nothing to choose.
        const QModelIndex heading = s.bar.list().model()->index(0, 0);
        QTest::mouseClick(s.bar.list().viewport(), Qt::LeftButton, {}, s.bar.list().visualRect(heading).center());
        QCOMPARE(chosen.size(), 1);
    }

    void arrowKeysChooseAfterAMoment()
    {
        Setup s;
        QVERIFY(s.ok);
        s.bar.setCurrent(QStringLiteral("a"));
        QSignalSpy chosen(&s.bar, &SideBar::playlistChosen);
        QTest::keyClick(&s.bar.list(), Qt::Key_Down);
        QTest::keyClick(&s.bar.list(), Qt::Key_Down);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("c"));
    }

    void enterInTheFieldTakesTheFirst()
    {
        Setup s;
        QVERIFY(s.ok);
        QSignalSpy chosen(&s.bar, &SideBar::playlistChosen);
        QTest::keyClicks(&s.bar.filter(), QStringLiteral("sunday"));
        QTest::keyClick(&s.bar.filter(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("c"));
    }

    void screenReadersFindPlaylists()
    {
        Setup s;
        QVERIFY(s.ok);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&s.bar.list());
        QVERIFY(list);
        bool found = false;
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface *cell = list->child(i);
            if (cell && cell->text(QAccessible::Name).contains(QStringLiteral("Night drive"))) {
                found = true;
                const QRect window(s.bar.mapToGlobal(QPoint(0, 0)), s.bar.size());
                QVERIFY(window.contains(cell->rect().center()));
            }
        }
        QVERIFY(found);
    }
};

SEGUE_TEST(TestSideBar)
#include "tst_SideBar.moc"
