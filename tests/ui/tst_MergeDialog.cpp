// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/combine/MergeDialog.h"
#include "ui/look/EnglishPlurals.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTreeView>

using namespace segue;
using playlist::MergeOrder;
using ui::MergeChoice;
using ui::MergeDialog;

/// What to merge, how and where to.
class TestMergeDialog : public QObject
{
    Q_OBJECT

    ui::EnglishPlurals m_plurals;

    struct Open {
        explicit Open(const QString &reason = {}, int items = 1204)
            : dialog(new MergeDialog({QStringLiteral("p"), QStringLiteral("Night & day"), {}, items, reason},
                                     {{QStringLiteral("a"), QStringLiteral("Café"), {}, 100, {}},
                                      {QStringLiteral("b"), QStringLiteral("Sunday"), {}, 8'500, {}},
                                      {QStringLiteral("c"), QStringLiteral("Closed"), QStringLiteral("Ann"), 40,
                                       QStringLiteral("Not for this app.")},
                                      {QStringLiteral("d"), QStringLiteral("Somewhere"), {}, -1, {}}}))
        {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            submitted = std::make_unique<QSignalSpy>(dialog.get(), &MergeDialog::submitted);
        }
        template <typename T>
        [[nodiscard]] T *part(const char *name) const
        {
            return dialog->findChild<T *>(QLatin1String(name));
        }
        [[nodiscard]] QAbstractItemModel *list() const { return part<QTreeView>("mergeList")->model(); }
        void choose(int row) const { list()->setData(list()->index(row, 0), Qt::Checked, Qt::CheckStateRole); }
        [[nodiscard]] bool isChosen(int row) const
        {
            return list()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
        }
        [[nodiscard]] QString sum() const { return part<QLabel>("mergeSum")->text(); }
        [[nodiscard]] bool canMerge() const { return part<QPushButton>("accept")->isEnabled(); }
        void click(int row, int column) const
        {
            const auto *view = part<QTreeView>("mergeList");
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                              view->visualRect(list()->index(row, column)).center());
        }

        std::unique_ptr<MergeDialog> dialog;
        std::unique_ptr<QSignalSpy> submitted;
    };

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void countsWhatIsChosen()
    {
        Open open;
        QVERIFY(!open.canMerge());
        QCOMPARE(open.sum(), QStringLiteral("“Night & day” has 1,204 tracks."));
        QVERIFY(!open.part<QLabel>("problem")->isVisible());
        QCOMPARE(open.list()->index(0, 2).data().toString(), QStringLiteral("100"));
        open.choose(0);
        QVERIFY(open.canMerge());
        QCOMPARE(open.sum(), QStringLiteral("2 playlists, 1,304 tracks together."));
        open.choose(3);
        QCOMPARE(open.sum(), QStringLiteral("3 playlists, at least 1,304 tracks together."));
        QCOMPARE(open.list()->index(3, 2).data().toString(), QStringLiteral("not known"));
    }

    void tellsEverythingThatWasChosen()
    {
        Open open;
        open.choose(1);
        open.choose(0);
        open.part<QComboBox>("mergeOrder")->setCurrentIndex(2);
        open.part<QCheckBox>("skipPresent")->setChecked(false);
        open.part<QPushButton>("accept")->click();
        QCOMPARE(open.submitted->size(), 1);
        const auto choice = open.submitted->at(0).at(0).value<MergeChoice>();
        QCOMPARE(choice.playlistIds, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(choice.order == MergeOrder::Spread);
        QVERIFY(!choice.skipPresent);
        QVERIFY(!choice.intoNew);
        QVERIFY(!open.dialog->isVisible());
    }

    void usuallyLeavesOutWhatIsThereAndPutsTheRestBehind()
    {
        const Open open;
        const MergeChoice choice = open.dialog->choice();
        QVERIFY(choice.skipPresent);
        QVERIFY(choice.order == MergeOrder::Concatenate);
        QVERIFY(!choice.intoNew);
    }

    void cancellingTellsNothing()
    {
        const Open open;
        open.choose(0);
        open.part<QPushButton>("cancel")->click();
        QCOMPARE(open.submitted->size(), 0);
    }

    void refusesWhatIsTooMuch()
    {
        Open open({}, 2'000);
        open.choose(1);
        // Without what is there twice it may be few enough; only reading tells.
        QVERIFY(open.canMerge());
        QVERIFY(open.part<QLabel>("problem")->text().contains(QStringLiteral("10,000")));
        open.part<QCheckBox>("skipPresent")->setChecked(false);
        QVERIFY(!open.canMerge());
        QVERIFY(open.dialog->problem().contains(QStringLiteral("10,000")));
        QVERIFY(open.part<QLabel>("problem")->isVisible());
        open.dialog->accept();
        QCOMPARE(open.submitted->size(), 0);
    }

    void whatCannotBeReadCannotBeChosen()
    {
        Open open;
        const QModelIndex closed = open.list()->index(2, 0);
        QVERIFY(!(closed.flags() & Qt::ItemIsEnabled));
        QCOMPARE(closed.data(Qt::ToolTipRole).toString(), QStringLiteral("Not for this app."));
        QCOMPARE(closed.data(Qt::AccessibleDescriptionRole).toString(), QStringLiteral("Not for this app."));
        QCOMPARE(open.list()->index(2, 2).data().toString(), QStringLiteral("not readable"));
        open.click(2, 1);
        QVERIFY(!open.isChosen(2));
    }

    void theWholeLineIsACheckBox()
    {
        Open open;
        open.click(0, 0);
        QVERIFY(open.isChosen(0));
        open.click(0, 2);
        QVERIFY(!open.isChosen(0));
        const auto *view = open.part<QTreeView>("mergeList");
        QStyleOptionViewItem option;
        option.initFrom(view);
        option.rect = view->visualRect(open.list()->index(1, 0));
        option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
        const QRect box = view->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, view);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, box.center());
        QVERIFY(open.isChosen(1));
    }

    void findsAndChoosesByKeys()
    {
        Open open;
        auto *filter = open.part<QLineEdit>("mergeFilter");
        QTest::keyClicks(filter, QStringLiteral("cafe"));
        QCOMPARE(open.list()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(open.dialog->isVisible());
        filter->clear();
        QCOMPARE(open.list()->rowCount(), 4);
        QVERIFY(open.isChosen(0));
        // What is chosen stays chosen while it is not seen.
        filter->setText(QStringLiteral("sunday"));
        QCOMPARE(open.dialog->choice().playlistIds, QStringList{QStringLiteral("a")});
        QTest::keyClick(filter, Qt::Key_Down);
        auto *view = open.part<QTreeView>("mergeList");
        QCOMPARE(view->currentIndex().row(), 0);
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(open.dialog->choice().playlistIds, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aPlaylistThatMayNotBeChangedGivesItsTracksOnly()
    {
        Open open(QStringLiteral("It belongs to Ann."));
        const auto *into = open.part<QRadioButton>("intoTarget");
        QVERIFY(!into->isEnabled());
        QCOMPARE(into->toolTip(), QStringLiteral("It belongs to Ann."));
        open.choose(0);
        QVERIFY(open.dialog->choice().intoNew);
        QVERIFY(open.canMerge());
    }

    void suggestsANameUntilOneIsTyped()
    {
        Open open;
        open.choose(0);
        QCOMPARE(open.dialog->choice().newName, QStringLiteral("Night & day + Café"));
        open.choose(1);
        QCOMPARE(open.dialog->choice().newName, QStringLiteral("Night & day + 2 more"));
        auto *name = open.part<QLineEdit>("newPlaylistName");
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Mine"));
        QVERIFY(open.dialog->choice().intoNew);
        open.choose(3);
        QCOMPARE(open.dialog->choice().newName, QStringLiteral("Mine"));
        name->clear();
        QTest::keyClick(name, Qt::Key_Space);
        QVERIFY(!open.canMerge());
    }

    void everythingHasANameAndAKeyOfItsOwn()
    {
        const Open open;
        QSet<QChar> keys;
        const auto claim = [&keys](const QString &text) {
            const qsizetype at = QString(text).replace(QLatin1String("&&"), QLatin1String("..")).indexOf(u'&');
            if (at < 0)
                return true;
            const QChar key = text.at(at + 1).toLower();
            const bool isFree = !keys.contains(key);
            keys.insert(key);
            return isFree;
        };
        for (const QWidget *each : open.dialog->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(each);
            const auto *label = qobject_cast<const QLabel *>(each);
            if (button && !button->text().isEmpty())
                QVERIFY2(claim(button->text()), qPrintable(button->text()));
            if (label && label->buddy())
                QVERIFY2(claim(label->text()), qPrintable(label->text()));
            const bool acts = (button && !button->text().isEmpty()) || qobject_cast<const QComboBox *>(each) ||
                              qobject_cast<const QTreeView *>(each) || qobject_cast<const QLineEdit *>(each);
            if (acts)
                QVERIFY2(!each->accessibleName().isEmpty() && !each->objectName().isEmpty(),
                         each->metaObject()->className());
        }
        QVERIFY(keys.size() >= 6);
    }
};

SEGUE_TEST(TestMergeDialog)
#include "tst_MergeDialog.moc"
