// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/arrange/DuplicatesDialog.h"
#include "ui/arrange/DuplicatesModel.h"
#include "ui/look/EnglishPlurals.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace segue;
using namespace segue::test;
using playlist::RowList;
using playlist::SaveStatus;
using ui::CommandId;
using ui::DuplicatesDialog;
using ui::DuplicatesModel;

/// Removing and selecting what does not belong in a playlist.
class TestCleanUpActions : public QObject
{
    Q_OBJECT

    ui::EnglishPlurals m_plurals;

    /// a b a' c a" b': a' is the same track as a, a" the same recording, b' has the title of b.
    struct Copies : ListWindow {
        Copies() : ListWindow(QStringLiteral("a/x b/y a/x c/z single/x b/y").split(u' '))
        {
            for (const int row : {0, 2}) {
                change(row, [](web::Medium &medium) {
                    medium.uri = QStringLiteral("spotify:track:a");
                    medium.isrc = web::Isrc::from(QStringLiteral("GBAYE0601690"));
                });
            }
            change(4, [](web::Medium &medium) { medium.isrc = web::Isrc::from(QStringLiteral("GBAYE0601690")); });
            for (const int row : {1, 5})
                change(row, [](web::Medium &medium) { medium.length = std::chrono::minutes(3); });
        }
        [[nodiscard]] DuplicatesDialog *ask() const
        {
            commands.action(CommandId::RemoveDuplicates)->trigger();
            return window.findChild<DuplicatesDialog *>();
        }
    };
    template <typename T>
    static T *part(const QDialog *dialog, const char *name)
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    static QString count(const QDialog *dialog) { return part<QPushButton>(dialog, "accept")->text(); }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void removesDuplicatesInOneStep()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        QVERIFY(dialog);
        QCOMPARE(count(dialog), QStringLiteral("Remove 3 tracks"));
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.titles(), QStringLiteral("a b c"));
        QCOMPARE(w.editor().undoStack().count(), 1);
        w.action(CommandId::Undo)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b a c single b"));
    }

    void eachReasonCanBeLeftOut()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        part<QCheckBox>(dialog, "byTitle")->setChecked(false);
        QCOMPARE(count(dialog), QStringLiteral("Remove 2 tracks"));
        part<QCheckBox>(dialog, "byRecording")->setChecked(false);
        QCOMPARE(count(dialog), QStringLiteral("Remove 1 track"));
        part<QCheckBox>(dialog, "byTrack")->setChecked(false);
        QVERIFY(!part<QPushButton>(dialog, "accept")->isEnabled());
        QVERIFY(part<QLabel>(dialog, "noDuplicates")->isVisible());
        part<QCheckBox>(dialog, "byRecording")->setChecked(true);
        QCOMPARE(count(dialog), QStringLiteral("Remove 2 tracks"));
        dialog->reject();
        QCOMPARE(w.editor().undoStack().count(), 0);
    }

    void oneRuleForAll()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        auto *keep = part<QComboBox>(dialog, "keepRule");
        QCOMPARE(keep->count(), 5);
        keep->setCurrentIndex(1);
        QCOMPARE(count(dialog), QStringLiteral("Remove 3 tracks"));
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.titles(), QStringLiteral("c single b"));
    }

    void anotherChoiceForOneGroup()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        auto *view = part<QTreeView>(dialog, "duplicatesList");
        auto *model = qobject_cast<DuplicatesModel *>(view->model());
        QVERIFY(model);
        QCOMPARE(model->rowCount(), 2);
        const QModelIndex first = model->index(0, 0);
        QCOMPARE(model->rowCount(first), 3);
        QVERIFY(model->index(0, 0, first).data(DuplicatesModel::ChosenRole).toBool());
        QCOMPARE(first.siblingAtColumn(DuplicatesModel::Reason).data().toString(), QStringLiteral("same recording"));
        Q_EMIT view->activated(model->index(1, 0, first));
        QVERIFY(!model->index(0, 0, first).data(DuplicatesModel::ChosenRole).toBool());
        QVERIFY(model->index(1, 0, first).data(DuplicatesModel::ChosenRole).toBool());
        QCOMPARE(count(dialog), QStringLiteral("Remove 3 tracks"));
        // The second group is left alone.
        QVERIFY(model->setData(model->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(count(dialog), QStringLiteral("Remove 2 tracks"));
        part<QPushButton>(dialog, "accept")->click();
        QCOMPARE(w.titles(), QStringLiteral("b a c b"));
    }

    void choicesByHandOutliveAnotherRule()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        auto *view = part<QTreeView>(dialog, "duplicatesList");
        auto *model = qobject_cast<DuplicatesModel *>(view->model());
        auto *keep = part<QComboBox>(dialog, "keepRule");
        auto *reset = part<QPushButton>(dialog, "resetChoices");
        const auto stays = [model](int row, int group) {
            return model->index(row, 0, model->index(group, 0)).data(DuplicatesModel::ChosenRole).toBool();
        };
        QVERIFY(!reset->isEnabled());
        Q_EMIT view->activated(model->index(1, 0, model->index(0, 0)));
        QVERIFY(model->setData(model->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(reset->isEnabled());

        keep->setCurrentIndex(1);
        QVERIFY(stays(1, 0) && !stays(2, 0));
        QCOMPARE(model->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        // A group of other rows is another group; this one is back with its reason.
        part<QCheckBox>(dialog, "byRecording")->setChecked(false);
        QCOMPARE(model->rowCount(model->index(0, 0)), 2);
        QVERIFY(stays(1, 0) && !stays(0, 0)); // by the rule: the last one
        part<QCheckBox>(dialog, "byRecording")->setChecked(true);
        keep->setCurrentIndex(0);
        QVERIFY(stays(1, 0) && !stays(0, 0) && !stays(2, 0));
        QCOMPARE(count(dialog), QStringLiteral("Remove 2 tracks"));

        reset->click();
        QVERIFY(!reset->isEnabled());
        QVERIFY(stays(0, 0) && !stays(1, 0) && !stays(2, 0));
        QCOMPARE(count(dialog), QStringLiteral("Remove 3 tracks"));
        keep->setCurrentIndex(1);
        QVERIFY(stays(2, 0) && !stays(1, 0)); // nothing is left of them
    }

    void takingAChoiceBackLeavesTheRule()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        auto *view = part<QTreeView>(dialog, "duplicatesList");
        const auto *model = view->model();
        Q_EMIT view->activated(model->index(1, 0, model->index(0, 0)));
        Q_EMIT view->activated(model->index(0, 0, model->index(0, 0)));
        QVERIFY(!part<QPushButton>(dialog, "resetChoices")->isEnabled());
        part<QComboBox>(dialog, "keepRule")->setCurrentIndex(1);
        QVERIFY(model->index(2, 0, model->index(0, 0)).data(DuplicatesModel::ChosenRole).toBool());
    }

    void tellsWhatItCosts()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        // One of two equal tracks goes: the other one has to be added again.
        QTRY_VERIFY(part<QLabel>(dialog, "removalCost")->text().contains(QStringLiteral("1 row that stay")) ||
                    part<QLabel>(dialog, "removalCost")->text().contains(QStringLiteral("1 row")));
        part<QCheckBox>(dialog, "byTrack")->setChecked(false);
        part<QCheckBox>(dialog, "byRecording")->setChecked(false);
        QTRY_VERIFY(part<QLabel>(dialog, "removalCost")->text().isEmpty());
    }

    void everythingInTheDialogHasAName()
    {
        Copies w;
        QVERIFY(w.open());
        const DuplicatesDialog *dialog = w.ask();
        QVERIFY(!dialog->accessibleName().isEmpty());
        for (const QWidget *each : dialog->findChildren<QWidget *>()) {
            const bool acts = qobject_cast<const QAbstractButton *>(each) || qobject_cast<const QComboBox *>(each) ||
                              qobject_cast<const QTreeView *>(each);
            if (acts)
                QVERIFY2(!each->accessibleName().isEmpty() && !each->objectName().isEmpty(),
                         each->metaObject()->className());
        }
    }

    void theDialogGoesWithItsRows()
    {
        Copies w;
        QVERIFY(w.open());
        DuplicatesDialog *dialog = w.ask();
        w.editor().document().reset(2);
        QVERIFY(!dialog->isVisible());
    }

    void findsThemInLongLists()
    {
        QStringList tracks;
        for (int i = 0; i < 600; ++i)
            tracks.append(QStringLiteral("t%1/x").arg(i));
        ListWindow w(tracks);
        for (const int row : {10, 400, 599})
            w.change(row, [](web::Medium &medium) { medium.uri = QStringLiteral("spotify:track:same"); });
        QVERIFY(w.open());
        w.action(CommandId::SelectDuplicates)->trigger();
        QTRY_COMPARE(w.view().selectedPositions(), (std::vector<int>{400, 599}));
        w.action(CommandId::RemoveDuplicates)->trigger();
        const auto *dialog = w.dialog<DuplicatesDialog>();
        QVERIFY(dialog);
        QTRY_COMPARE(count(dialog), QStringLiteral("Remove 2 tracks"));
    }

    void removesWhatCannotBePlayed()
    {
        ListWindow w(QStringLiteral("a/x b/y c/z").split(u' '));
        w.change(1, [](web::Medium &medium) { medium.isPlayable = false; });
        QVERIFY(w.open());
        w.answer = false;
        w.action(CommandId::RemoveUnavailable)->trigger();
        QCOMPARE(w.questions.size(), 1);
        QCOMPARE(w.questions.constFirst().title, QStringLiteral("Remove 1 unavailable track?"));
        QCOMPARE(w.titles(), QStringLiteral("a b c"));
        w.answer = true;
        w.action(CommandId::RemoveUnavailable)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a c"));
        QCOMPARE(w.editor().undoStack().count(), 1);
        w.action(CommandId::RemoveUnavailable)->trigger();
        QCOMPARE(w.questions.size(), 2);
        QVERIFY(w.work->page().messages().bar(QStringLiteral("list")));
    }

    void asksWhatCanBePlayedWhereReadingDoesNotTell()
    {
        ListWindow w(QStringLiteral("a/x b/y c/z").split(u' '));
        w.change(1, [](web::Medium &medium) { medium.isPlayable = false; });
        w.api.entriesOf(QStringLiteral("p"))[2].medium = nullptr;
        w.api.playabilityTold = false;
        QVERIFY(w.open());
        w.action(CommandId::SelectUnavailable)->trigger();
        QTRY_COMPARE(w.view().selectedPositions(), (std::vector<int>{1, 2}));
        w.action(CommandId::RemoveUnavailable)->trigger();
        QTRY_COMPARE(w.titles(), QStringLiteral("a -"));
    }

    void entriesWithoutANameStayAndThatIsSaid()
    {
        ListWindow w(QStringLiteral("a/x b/y c/z").split(u' '));
        w.api.entriesOf(QStringLiteral("p"))[0].medium = nullptr;
        QVERIFY(w.open());
        w.action(CommandId::RemoveUnavailable)->trigger();
        QVERIFY(w.questions.isEmpty());
        QVERIFY(w.work->page().messages().bar(QStringLiteral("list")));
        w.action(CommandId::SelectUnavailable)->trigger();
        QCOMPARE(w.view().selectedPositions(), (std::vector<int>{0}));
        w.action(CommandId::ClearPlaylist)->trigger();
        QVERIFY(w.questions.constFirst().text.contains(QStringLiteral("1 of them cannot be removed")));
        QCOMPARE(w.titles(), QStringLiteral("-"));
    }

    void clearsAfterAQuestion()
    {
        ListWindow w(QStringLiteral("a/x b/y").split(u' '));
        QVERIFY(w.open());
        w.answer = false;
        w.action(CommandId::ClearPlaylist)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b"));
        w.answer = true;
        w.action(CommandId::ClearPlaylist)->trigger();
        QCOMPARE(w.editor().document().size(), 0);
        QVERIFY(w.questions.constFirst().destructive);
        QCOMPARE(w.editor().undoStack().undoText(), QStringLiteral("Clear the playlist"));
        QTRY_VERIFY(!w.action(CommandId::ClearPlaylist)->isEnabled());
        QVERIFY(w.action(CommandId::ClearPlaylist)->toolTip().contains(QStringLiteral("nothing in this playlist")));
        w.action(CommandId::Undo)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b"));
    }

    void selectsLocalFiles()
    {
        ListWindow w(QStringLiteral("a/x b/y c/z").split(u' '));
        w.change(2, [](web::Medium &medium) { medium.isLocal = true; });
        QVERIFY(w.open());
        w.action(CommandId::SelectLocal)->trigger();
        QCOMPARE(w.view().selectedPositions(), (std::vector<int>{2}));
    }

    void foreignPlaylistsAreOnlyLookedThrough()
    {
        ListWindow w(QStringLiteral("a/x b/y").split(u' '), false);
        QVERIFY(w.open());
        for (const CommandId id :
             {CommandId::RemoveDuplicates, CommandId::RemoveUnavailable, CommandId::ClearPlaylist}) {
            QTRY_VERIFY(!w.action(id)->isEnabled());
            QVERIFY(w.action(id)->toolTip().contains(QStringLiteral("Only the owner")));
        }
        QTRY_VERIFY(w.action(CommandId::SelectDuplicates)->isEnabled());
        QVERIFY(w.action(CommandId::SelectLocal)->isEnabled());
    }
};

SEGUE_TEST(TestCleanUpActions)
#include "tst_CleanUpActions.moc"
