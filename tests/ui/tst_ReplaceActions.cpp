// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/arrange/ReplaceDialog.h"
#include "ui/arrange/ReplaceModel.h"
#include "ui/look/EnglishPlurals.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::ReplaceDialog;
using ui::ReplaceModel;

/// Looking for what can stand in the place of unavailable tracks, choosing from it, and putting it there.
class TestReplaceActions : public QObject
{
    Q_OBJECT

    ui::EnglishPlurals m_plurals;

    /// a b c d e, of which b, d and e cannot be played. Of b there are two other releases, of d one, of e none.
    struct Gaps : ListWindow {
        explicit Gaps(bool ours = true) : ListWindow(QStringLiteral("a/x b/y c/z d/x e/y").split(u' '), ours)
        {
            for (const int row : {1, 3, 4})
                change(row, [](web::Medium &medium) { medium.isPlayable = false; });
            change(1, [](web::Medium &medium) { medium.isrc = web::Isrc::from(QStringLiteral("GBAYE0601690")); });
            api.searchResults.insert(QStringLiteral("isrc:GBAYE0601690"),
                                     {other(1, "b1", "Best of"), other(1, "b2", "Single")});
            api.searchResults.insert(queryFor("d", "x"), {other(3, "d1", "Album")});
        }
        static QString queryFor(const char *title, const char *artist)
        {
            return QStringLiteral("track:\"%1\" artist:\"%2\"").arg(QLatin1String(title), QLatin1String(artist));
        }
        web::MediumPtr other(int row, const char *id, const char *album)
        {
            auto medium = std::make_shared<web::Medium>(*api.entriesOf(QStringLiteral("p")).at(row).medium);
            medium->uri = QStringLiteral("spotify:track:") + QLatin1String(id);
            medium->album = QLatin1String(album);
            medium->isPlayable = true;
            return medium;
        }
        [[nodiscard]] ReplaceDialog *ask() const
        {
            commands.action(CommandId::ReplaceUnavailable)->trigger();
            return window.findChild<ReplaceDialog *>();
        }
        [[nodiscard]] QString ids() const
        {
            QStringList out;
            for (int i = 0; i < editor().document().size(); ++i)
                out.append(editor().document().rowAt(i).uri().section(u':', -1));
            return out.join(u' ');
        }
    };
    template <typename T>
    static T *part(const QDialog *dialog, const char *name)
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    static QString count(const QDialog *dialog) { return part<QPushButton>(dialog, "accept")->text(); }
    static QString status(const QDialog *dialog) { return part<QLabel>(dialog, "searchStatus")->text(); }
    static QTreeView *list(const QDialog *dialog) { return part<QTreeView>(dialog, "replaceList"); }
    static QString text(const QDialog *dialog, int line, int column, int below = -1)
    {
        const QAbstractItemModel *model = list(dialog)->model();
        const QModelIndex at = model->index(line, below < 0 ? column : 0);
        return (below < 0 ? at : model->index(below, column, at)).data().toString();
    }
    static bool searched(const QDialog *dialog)
    {
        return QTest::qWaitFor([dialog] { return !part<QProgressBar>(dialog, "searchProgress")->isVisible(); });
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void replacesInPlaceInOneStep()
    {
        Gaps w;
        QVERIFY(w.open());
        ReplaceDialog *dialog = w.ask();
        QVERIFY(dialog && searched(dialog));
        QCOMPARE(status(dialog), QStringLiteral("Replacements were found for 2 of 3."));
        QCOMPARE(count(dialog), QStringLiteral("Replace 2 tracks"));
        QVERIFY(part<QLabel>(dialog, "intro")->text().contains(QStringLiteral("becomes today")));
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.ids(), QStringLiteral("0 b1 2 d1 4"));
        QCOMPARE(w.editor().undoStack().count(), 1);
        QCOMPARE(w.undoText(), QStringLiteral("Replace 2 unavailable tracks"));
        QCOMPARE(w.view().selectedPositions(), (std::vector<int>{1, 3}));
        QVERIFY(w.saved());
        QCOMPARE(w.api.urisOf(QStringLiteral("p")).join(u' ').remove(QStringLiteral("spotify:track:")),
                 QStringLiteral("0 b1 2 d1 4"));
        w.action(CommandId::Undo)->trigger();
        QCOMPARE(w.ids(), QStringLiteral("0 1 2 3 4"));
        QVERIFY(w.saved());
        QCOMPARE(w.api.urisOf(QStringLiteral("p")).join(u' ').remove(QStringLiteral("spotify:track:")),
                 QStringLiteral("0 1 2 3 4"));
    }

    void oneLineForEachUnavailableRow()
    {
        Gaps w;
        QVERIFY(w.open());
        const ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        const QAbstractItemModel *model = list(dialog)->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(text(dialog, 0, ReplaceModel::Title), QStringLiteral("b"));
        QCOMPARE(text(dialog, 0, ReplaceModel::Match), QStringLiteral("2 found"));
        QCOMPARE(text(dialog, 0, ReplaceModel::Album, 1), QStringLiteral("Single"));
        QCOMPARE(text(dialog, 0, ReplaceModel::Length, 1), QStringLiteral("3:00"));
        QCOMPARE(text(dialog, 0, ReplaceModel::Artist, 1), QStringLiteral("y"));
        QCOMPARE(text(dialog, 0, ReplaceModel::Match, 1), QStringLiteral("same recording"));
        QCOMPARE(text(dialog, 1, ReplaceModel::Match, 0), QStringLiteral("same title, same album"));
        QCOMPARE(text(dialog, 2, ReplaceModel::Match), QStringLiteral("nothing found"));
        // What has no replacement has no check box.
        QVERIFY(model->index(0, 0).flags() & Qt::ItemIsUserCheckable);
        QVERIFY(!(model->index(2, 0).flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!model->index(2, 0).data(Qt::CheckStateRole).isValid());
        for (int line = 0; line < 2; ++line)
            QVERIFY(list(dialog)->isExpanded(model->index(line, 0)));
    }

    void anotherOneIsChosenWithTheKeyboard()
    {
        Gaps w;
        QVERIFY(w.open());
        ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTreeView *view = list(dialog);
        QVERIFY(view->hasFocus());
        const QModelIndex line = view->model()->index(0, 0);
        QCOMPARE(view->currentIndex(), line);
        const auto isChosen = [&](int below) {
            return view->model()->index(below, 0, line).data(ReplaceModel::ChosenRole).toBool();
        };
        QVERIFY(isChosen(0) && !isChosen(1));
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(!isChosen(0) && isChosen(1));
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Return); // chooses, and does not end the dialog
        QVERIFY(isChosen(0) && !isChosen(1));
        QVERIFY(dialog->isVisible());
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(count(dialog), QStringLiteral("Replace 1 track"));
        QVERIFY(!isChosen(0) && !isChosen(1));
        // Who picks one wants it.
        view->setCurrentIndex(view->model()->index(1, 0, line));
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(count(dialog), QStringLiteral("Replace 2 tracks"));
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(w.ids(), QStringLiteral("0 b2 2 d1 4"));
    }

    void aClickChooses()
    {
        Gaps w;
        QVERIFY(w.open());
        ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        QTreeView *view = list(dialog);
        const QModelIndex second = view->model()->index(1, 0, view->model()->index(0, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(second).center());
        QVERIFY(second.data(ReplaceModel::ChosenRole).toBool());
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.ids(), QStringLiteral("0 b2 2 d1 4"));
    }

    void progressAndAnEarlyEnd()
    {
        Gaps w;
        QVERIFY(w.open());
        w.api.hold(true);
        ReplaceDialog *dialog = w.ask();
        QTRY_COMPARE(w.api.heldCount(), 1);
        const auto *bar = part<QProgressBar>(dialog, "searchProgress");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->maximum(), 3);
        QCOMPARE(status(dialog), QStringLiteral("Searching: 0 of 3"));
        QVERIFY(!part<QPushButton>(dialog, "accept")->isEnabled());
        w.api.release();
        QTRY_COMPARE(bar->value(), 1);
        QCOMPARE(text(dialog, 1, ReplaceModel::Match), QStringLiteral("not searched for yet"));
        QCOMPARE(count(dialog), QStringLiteral("Replace 1 track"));
        // What is there by now can be taken; the rest is not searched for any more.
        QTRY_COMPARE(w.api.heldCount(), 1);
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.ids(), QStringLiteral("0 b1 2 3 4"));
        w.api.hold(false);
        QVERIFY(w.saved());
        QCOMPARE(w.api.log.filter(QStringLiteral("search")).size(), 2);
    }

    void cancelChangesNothing()
    {
        Gaps w;
        QVERIFY(w.open());
        w.api.hold(true);
        ReplaceDialog *dialog = w.ask();
        QTRY_COMPARE(w.api.heldCount(), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        w.api.hold(false);
        QTest::qWait(0);
        QCOMPARE(w.api.log.filter(QStringLiteral("search")).size(), 1);
        QCOMPARE(w.editor().undoStack().count(), 0);
    }

    void whatEndsTheSearchIsSaidAndCanBeTriedAgain()
    {
        Gaps w;
        QVERIFY(w.open());
        w.api.hold(true);
        ReplaceDialog *dialog = w.ask();
        QTRY_COMPARE(w.api.heldCount(), 1);
        w.api.failNextSearch(FakeApi::error(ErrorKind::Network)); // the one for d
        w.api.hold(false);
        QVERIFY(searched(dialog));
        const auto *error = part<QLabel>(dialog, "searchError");
        auto *again = part<QPushButton>(dialog, "searchAgain");
        QVERIFY(error->isVisible() && again->isVisible());
        QCOMPARE(error->text(), QStringLiteral("Fault on order."));
        QCOMPARE(count(dialog), QStringLiteral("Replace 1 track"));
        QCOMPARE(text(dialog, 1, ReplaceModel::Match), QStringLiteral("not searched for yet"));
        again->click();
        QVERIFY(!error->isVisible() && !again->isVisible());
        QCOMPARE(part<QProgressBar>(dialog, "searchProgress")->maximum(), 2);
        QVERIFY(searched(dialog));
        QCOMPARE(count(dialog), QStringLiteral("Replace 2 tracks"));
        QCOMPARE(w.api.log.filter(QStringLiteral("isrc:")).size(), 1); // b was not searched for again
        QVERIFY(!error->isVisible());
    }

    void whatFailsForOneTrackIsSaidThere()
    {
        Gaps w;
        QVERIFY(w.open());
        w.api.failNextSearch(FakeApi::error(ErrorKind::ServerFault));
        const ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        QCOMPARE(text(dialog, 0, ReplaceModel::Match), QStringLiteral("the search failed"));
        QCOMPARE(list(dialog)->model()->index(0, ReplaceModel::Match).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("Fault on order."));
        QCOMPARE(count(dialog), QStringLiteral("Replace 1 track"));
        QVERIFY(part<QLabel>(dialog, "searchError")->isVisible());
        part<QPushButton>(dialog, "searchAgain")->click();
        QVERIFY(searched(dialog));
        QCOMPARE(count(dialog), QStringLiteral("Replace 2 tracks"));
    }

    void whatIsThereAlreadyIsNotCheckedAtFirst()
    {
        Gaps w;
        w.change(0, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:track:d1"); });
        QVERIFY(w.open());
        const ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        QCOMPARE(count(dialog), QStringLiteral("Replace 1 track"));
        QVERIFY(text(dialog, 1, ReplaceModel::Match, 0).endsWith(QStringLiteral("in this playlist already")));
        QVERIFY(list(dialog)->model()->setData(list(dialog)->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(count(dialog), QStringLiteral("Replace 2 tracks"));
    }

    void tellsWhatElseLosesItsDate()
    {
        Gaps w;
        // A second row with the track of b, which is to stay.
        w.change(4, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:track:1"); });
        w.api.searchResults.remove(Gaps::queryFor("e", "y"));
        QVERIFY(w.open());
        ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        const auto *cost = part<QLabel>(dialog, "removalCost");
        // Both are the same track, so both get the same replacement.
        QCOMPARE(count(dialog), QStringLiteral("Replace 3 tracks"));
        QTRY_VERIFY(!cost->isVisible());
        list(dialog)->model()->setData(list(dialog)->model()->index(2, 0), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_VERIFY(cost->isVisible());
        QVERIFY2(cost->text().contains(QStringLiteral("1 row that stay")), qPrintable(cost->text()));
    }

    void whereReadingDoesNotTellWhatPlaysItIsAskedFirst()
    {
        Gaps w;
        w.api.playabilityTold = false;
        QVERIFY(w.open());
        w.action(CommandId::ReplaceUnavailable)->trigger();
        QVERIFY(!w.dialog<ReplaceDialog>());
        const ui::MessageBar *asking = w.work->page().messages().bar(QStringLiteral("list"));
        QVERIFY(asking);
        QTRY_VERIFY(w.dialog<ReplaceDialog>());
        QVERIFY(!w.work->page().messages().bar(QStringLiteral("list")));
        QVERIFY(searched(w.dialog<ReplaceDialog>()));
        QCOMPARE(count(w.dialog<ReplaceDialog>()), QStringLiteral("Replace 2 tracks"));
        QCOMPARE(w.api.log.filter(QStringLiteral("market")).size(), 1);
        part<QPushButton>(w.dialog<ReplaceDialog>(), "accept")->click();
        QCOMPARE(w.ids(), QStringLiteral("0 b1 2 d1 4"));
    }

    void whereItCannotBeAskedThatIsSaid()
    {
        Gaps w;
        w.api.playabilityTold = false;
        QVERIFY(w.open());
        w.api.failNextRead(FakeApi::error(ErrorKind::RateLimited));
        w.action(CommandId::ReplaceUnavailable)->trigger();
        const auto said = [&w] {
            const ui::MessageBar *bar = w.work->page().messages().bar(QStringLiteral("list"));
            const auto labels = bar ? bar->findChildren<QLabel *>() : QList<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text().contains(QStringLiteral("Fault on order."));
            });
        };
        QTRY_VERIFY(said());
        QVERIFY(!w.dialog<ReplaceDialog>());
        // Another playlist is shown before the answer is there: it is not about that one.
        Gaps left;
        left.api.playabilityTold = false;
        QVERIFY(left.open());
        left.api.hold(true);
        left.action(CommandId::ReplaceUnavailable)->trigger();
        left.work->showPlaylist(QStringLiteral("q"));
        left.api.hold(false);
        QTRY_COMPARE(left.editor().document().size(), 3);
        QVERIFY(left.waitForList());
        QVERIFY(!left.dialog<ReplaceDialog>());
    }

    void nothingToReplace()
    {
        ListWindow w(QStringLiteral("a/x b/y").split(u' '));
        QVERIFY(w.open());
        w.action(CommandId::ReplaceUnavailable)->trigger();
        QVERIFY(!w.dialog<ReplaceDialog>());
        QVERIFY(w.work->page().messages().bar(QStringLiteral("list")));
        ListWindow gone(QStringLiteral("a/x b/y").split(u' '));
        gone.api.entriesOf(QStringLiteral("p"))[0].medium = nullptr;
        QVERIFY(gone.open());
        gone.action(CommandId::ReplaceUnavailable)->trigger();
        QVERIFY(!gone.dialog<ReplaceDialog>());
        QVERIFY(gone.work->page().messages().bar(QStringLiteral("list")));
    }

    void onlyInPlaylistsThatCanBeEdited()
    {
        Gaps w(false);
        QVERIFY(w.open());
        QTRY_VERIFY(!w.action(CommandId::ReplaceUnavailable)->isEnabled());
        QVERIFY(w.action(CommandId::ReplaceUnavailable)->toolTip().contains(QStringLiteral("Only the owner")));
    }

    void theDialogGoesWithItsRowsAndWithTheAccount()
    {
        Gaps w;
        QVERIFY(w.open());
        QPointer<ReplaceDialog> dialog = w.ask();
        w.editor().document().reset(2);
        QVERIFY(!dialog->isVisible());
        Gaps closed;
        QVERIFY(closed.open());
        closed.api.hold(true);
        dialog = closed.ask();
        QVERIFY(dialog);
        delete closed.work;
        QVERIFY(!dialog);
        closed.api.hold(false);
        QTest::qWait(0);
    }

    void rowsThatAreGoneByThenAreLeftOut()
    {
        Gaps w;
        QVERIFY(w.open());
        ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        QVERIFY(w.editor().removeRows({0, 1}));
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.ids(), QStringLiteral("2 d1 4"));
        QCOMPARE(w.undoText(), QStringLiteral("Replace 1 unavailable track"));
    }

    void everythingInTheDialogHasAName()
    {
        Gaps w;
        QVERIFY(w.open());
        const ReplaceDialog *dialog = w.ask();
        QVERIFY(searched(dialog));
        QVERIFY(!dialog->accessibleName().isEmpty());
        for (const QWidget *each : dialog->findChildren<QWidget *>()) {
            const bool acts = qobject_cast<const QAbstractButton *>(each) || qobject_cast<const QTreeView *>(each) ||
                              qobject_cast<const QProgressBar *>(each);
            if (acts)
                QVERIFY2(!each->accessibleName().isEmpty() && !each->objectName().isEmpty(),
                         each->metaObject()->className());
        }
        const QAbstractItemModel *model = list(dialog)->model();
        const QModelIndex line = model->index(0, 0);
        QCOMPARE(line.data(Qt::AccessibleTextRole).toString(), QStringLiteral("b, row 2, cannot be played"));
        QCOMPARE(model->index(0, 0, line).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("b, chosen in its place"));
        QCOMPARE(model->index(1, 0, line).data(Qt::AccessibleTextRole).toString(), QStringLiteral("b, not chosen"));
    }
};

SEGUE_TEST(TestReplaceActions)
#include "tst_ReplaceActions.moc"
