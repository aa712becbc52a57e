// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/playlist/SaveChoiceBar.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::SaveChoiceBar;

/// The question how a long order is saved, in the window.
class TestSaveChoice : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup() : WorkspaceFixture(30) {}
        [[nodiscard]] SaveChoiceBar &bar() const { return work->page().saveChoice(); }
        template <typename T>
        [[nodiscard]] T *part(const char *name) const
        {
            return bar().findChild<T *>(QLatin1String(name));
        }
        /// Every second row to the top.
        void mix() const
        {
            std::vector<int> odd;
            for (int i = 1; i < editor().document().size(); i += 2)
                odd.push_back(i);
            view().selectPositions(odd);
            action(CommandId::MoveToTop)->trigger();
        }
    };

private Q_SLOTS:
    void tellsWhatEachWayCosts()
    {
        SaveChoiceBar bar;
        bar.ask({.keepDates = 499, .calm = 944, .fast = 10});
        const auto cost = [&bar](const char *way) {
            return bar.findChild<QRadioButton *>(QLatin1String(way))->accessibleName();
        };
        QCOMPARE(cost("keepDates"), QStringLiteral("Keep dates: 499 requests, about 3 min"));
        QCOMPARE(cost("calm"), QStringLiteral("Calm: 944 requests, about 6 min"));
        QCOMPARE(cost("fast"), QStringLiteral("Fast: 10 requests, a few seconds"));
        QVERIFY(bar.findChild<QRadioButton *>(QStringLiteral("keepDates"))->isChecked());
        QVERIFY(!bar.findChild<QRadioButton *>(QStringLiteral("calm"))->isHidden());

        bar.ask({.keepDates = 20, .calm = 20, .fast = {}});
        QVERIFY(bar.findChild<QRadioButton *>(QStringLiteral("calm"))->isHidden());
        QVERIFY(!bar.findChild<QRadioButton *>(QStringLiteral("fast"))->isEnabled());
        QVERIFY(cost("fast").contains(QStringLiteral("local files")));
    }

    void aQuestionThatNobodySeesIsToldOf()
    {
        Setup s;
        QVERIFY(s.start());
        s.mix();
        s.work->showPlaylist(QStringLiteral("q")); // at once: the question comes when nobody looks at the list
        const auto message = [&s] { return s.work->messages().bar(QStringLiteral("choice-p")); };
        QTRY_VERIFY(message());
        QVERIFY(message()->text().contains(QStringLiteral("Night drive")));
        QVERIFY(press(message(), QStringLiteral("Show")));
        QVERIFY(s.bar().isVisible());
        QTRY_VERIFY(!message());
        // Left without an answer: told again, until there is one.
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(message());
        s.work->showPlaylist(QStringLiteral("p"));
        s.part<QPushButton>("saveOrder")->click();
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(s.saved());
        QVERIFY(!message());
    }

    void asksBeforeAnythingIsSent()
    {
        Setup s;
        QVERIFY(s.start());
        QVERIFY(s.bar().isHidden());
        s.mix();
        QTRY_VERIFY(s.bar().isVisible());
        QCOMPARE(s.api.writes(), QStringList());
        s.part<QRadioButton>("fast")->setChecked(true);
        s.part<QPushButton>("saveOrder")->click();
        QVERIFY(s.saved());
        QVERIFY(s.bar().isHidden());
        QCOMPARE(s.api.writes().size(), 1);
        QVERIFY(s.api.writes().constFirst().startsWith(QStringLiteral("replace p")));
        // Not remembered: the next time is another question.
        s.mix();
        QTRY_VERIFY(s.bar().isVisible());
        QVERIFY(s.part<QRadioButton>("keepDates")->isChecked());
        QVERIFY(!s.action(CommandId::AskHowToSave)->isEnabled());
    }

    void remembersUntilToldToAskAgain()
    {
        Setup s;
        QVERIFY(s.start());
        s.mix();
        QTRY_VERIFY(s.bar().isVisible());
        s.part<QCheckBox>("rememberWay")->setChecked(true);
        s.part<QPushButton>("saveOrder")->click();
        QVERIFY(s.saved());
        QCOMPARE(s.settings.value(ui::setting::saveWay), QStringLiteral("keep-dates"));
        const auto before = s.api.writes().size();
        s.mix();
        QVERIFY(s.saved());
        QVERIFY(s.api.writes().size() > before);
        QVERIFY(s.bar().isHidden());

        QAction *ask = s.action(CommandId::AskHowToSave);
        QVERIFY(ask->isEnabled() && !ask->isChecked());
        ask->trigger();
        QVERIFY(!ask->isEnabled() && ask->isChecked());
        QCOMPARE(s.settings.value(ui::setting::saveWay), QString());
        s.mix();
        QTRY_VERIFY(s.bar().isVisible());
    }

    void takingBackBringsTheOldOrder()
    {
        Setup s;
        QVERIFY(s.start());
        s.mix();
        QTRY_VERIFY(s.bar().isVisible());
        s.part<QPushButton>("discardOrder")->click();
        QCOMPARE(s.questions.size(), 1);
        QVERIFY(s.saved());
        QVERIFY(s.bar().isHidden());
        QCOMPARE(s.api.writes(), QStringList());
        QCOMPARE(s.editor().document().rowAt(1).uri(), QStringLiteral("spotify:track:t1"));
    }

    void theQuestionWaitsWithItsPlaylist()
    {
        Setup s;
        QVERIFY(s.start());
        s.mix();
        QTRY_VERIFY(s.bar().isVisible());
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(s.bar().isHidden());
        s.work->showPlaylist(QStringLiteral("p"));
        QVERIFY(s.bar().isVisible());
        s.action(CommandId::Undo)->trigger();
        QTRY_VERIFY(s.bar().isHidden());
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes(), QStringList());
    }
};

SEGUE_TEST(TestSaveChoice)
#include "tst_SaveChoice.moc"
