// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/GroupButton.h"
#include "ui/arrange/SortDialog.h"
#include "ui/arrange/SortFields.h"
#include "ui/look/EnglishPlurals.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QThreadPool>
#include <QTimeZone>

#include <algorithm>

using namespace segue;
using namespace segue::test;
using playlist::SaveStatus;
using playlist::SortField;
using playlist::SortKey;
using ui::CommandId;

/// The commands that put a playlist, or what is selected of it, in order.
class TestSortActions : public QObject
{
    Q_OBJECT

    ui::EnglishPlurals m_plurals;

    static QStringList many(int count)
    {
        QStringList tracks;
        for (int i = 0; i < count; ++i)
            tracks.append(QStringLiteral("%1/x").arg((i * 7919) % count, 5, 10, QLatin1Char('0')));
        return tracks;
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void sortsTheWholeListInOneStep()
    {
        ListWindow w(QStringLiteral("c/x a/z b/y").split(u' '));
        QVERIFY(w.open());
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b c"));
        QCOMPARE(w.editor().undoStack().count(), 1);
        QCOMPARE(w.undoText(), QStringLiteral("Sort 3 tracks by title"));
        QTRY_COMPARE(w.editor().saveStatus().state, SaveStatus::State::Saved);
        w.action(CommandId::SortByArtist)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("c b a"));
        w.action(CommandId::Undo)->trigger();
        w.action(CommandId::Undo)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("c a b"));
    }

    void sortsTheSelectionAmongItsPlaces()
    {
        ListWindow w(QStringLiteral("e/x d/x c/x b/x a/x").split(u' '));
        QVERIFY(w.open());
        w.view().selectPositions({0, 2, 4});
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a d c b e"));
        QCOMPARE(w.undoText(), QStringLiteral("Sort 3 tracks by title"));
        QCOMPARE(w.view().selectedPositions(), (std::vector<int>{0, 2, 4}));
        // One row alone has no order: the whole list is meant.
        w.view().selectPositions({1});
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b c d e"));
        QCOMPARE(w.undoText(), QStringLiteral("Sort 5 tracks by title"));
    }

    void theSameAgainTurnsItRound()
    {
        ListWindow w(QStringLiteral("c/x a/z b/y").split(u' '));
        QVERIFY(w.open());
        const QAction *title = w.action(CommandId::SortByTitle);
        QVERIFY(!title->text().contains(u'\t'));
        QCOMPARE(title->toolTip(), QStringLiteral("Sort by title, A to Z"));
        w.action(CommandId::SortByTitle)->trigger();
        QVERIFY(title->text().endsWith(QStringLiteral("\tA to Z")));
        QCOMPARE(title->toolTip(), QStringLiteral("Sort by title, Z to A"));
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("c b a"));
        QVERIFY(title->text().endsWith(QStringLiteral("\tZ to A")));
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b c"));

        // After another edit it begins anew.
        QVERIFY(w.editor().moveRows({0}, 3));
        QTRY_VERIFY(!title->text().contains(u'\t'));
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b c"));
        // For another selection too.
        w.view().selectPositions({1, 2});
        QTRY_VERIFY(!title->text().contains(u'\t'));
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a b c"));
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("a c b"));
    }

    void whatIsInOrderIsNotAnEdit()
    {
        ListWindow w(QStringLiteral("a/x b/x").split(u' '));
        QVERIFY(w.open());
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.editor().undoStack().count(), 0);
        QVERIFY(w.work->page().messages().bar(QStringLiteral("list")));
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("b a"));
    }

    void everyFieldHasItsCommand_data()
    {
        QTest::addColumn<int>("command");
        QTest::addColumn<QString>("expected");
        QTest::newRow("title") << int(CommandId::SortByTitle) << "a b c";
        QTest::newRow("artist") << int(CommandId::SortByArtist) << "c b a";
        QTest::newRow("album") << int(CommandId::SortByAlbum) << "b a c";
        QTest::newRow("added") << int(CommandId::SortByDateAdded) << "c a b";
        QTest::newRow("by") << int(CommandId::SortByAddedBy) << "a c b";
        QTest::newRow("length") << int(CommandId::SortByLength) << "b c a";
        QTest::newRow("release") << int(CommandId::SortByReleaseDate) << "c b a";
        QTest::newRow("popularity") << int(CommandId::SortByPopularity) << "a c b";
    }
    void everyFieldHasItsCommand()
    {
        QFETCH(int, command);
        QFETCH(QString, expected);
        ListWindow w(QStringLiteral("b/B c/A a/C").split(u' '));
        const auto set = [&w](int row, int album, int added, const char *by, int length, int year, int popularity) {
            w.change(row, [&](web::Medium &medium) {
                medium.album = QString::number(album);
                medium.albumUri = QStringLiteral("spotify:album:%1").arg(album);
                medium.length = std::chrono::seconds(length);
                medium.released = {.year = static_cast<std::int16_t>(year)};
                medium.popularity = static_cast<std::int16_t>(popularity);
            });
            web::PlaylistEntry &entry = w.api.entriesOf(QStringLiteral("p"))[row];
            entry.addedAt = QDateTime(QDate(2024, 1, added), QTime(0, 0), QTimeZone::utc());
            entry.addedBy = QLatin1String(by);
        };
        set(0, 1, 3, "zoe", 10, 1990, 90);
        set(1, 3, 1, "mia", 20, 1980, 50);
        set(2, 2, 2, "ann", 30, 2000, 10);
        QVERIFY(w.open());
        QAction *action = w.action(static_cast<CommandId>(command));
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(w.titles(), expected);
    }

    void reversesAndShuffles()
    {
        ListWindow w(many(40));
        for (int i = 0; i < 40; ++i) {
            w.change(i, [i](web::Medium &medium) {
                medium.album = QString::number(i / 2);
                medium.albumUri = QStringLiteral("spotify:album:%1").arg(i / 2);
            });
        }
        QVERIFY(w.open());
        const QStringList before = w.titles().split(u' ');
        w.action(CommandId::Reverse)->trigger();
        QStringList reversed = before;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(w.titles().split(u' '), reversed);
        QCOMPARE(w.undoText(), QStringLiteral("Reverse 40 tracks"));
        for (const CommandId id : {CommandId::Shuffle, CommandId::ShuffleAlbums, CommandId::SpreadArtists}) {
            const QString old = w.titles();
            w.action(id)->trigger();
            QVERIFY(w.titles() != old);
            QStringList rows = w.titles().split(u' ');
            QStringList all = before;
            rows.sort();
            all.sort();
            QCOMPARE(rows, all);
        }
        QCOMPARE(w.editor().undoStack().count(), 4);
        QCOMPARE(w.undoText(), QStringLiteral("Spread the artists of 40 tracks"));
        w.view().selectPositions({3, 9});
        w.action(CommandId::Reverse)->trigger();
        QCOMPARE(w.undoText(), QStringLiteral("Reverse 2 tracks"));
    }

    void aLongListIsSortedBesideTheWindow()
    {
        ListWindow w(many(1000));
        QVERIFY(w.open());
        w.action(CommandId::SortByTitle)->trigger();
        QCOMPARE(w.editor().undoStack().count(), 0);
        QTRY_COMPARE(w.undoText(), QStringLiteral("Sort 1,000 tracks by title"));
        const QStringList titles = w.titles().split(u' ');
        QVERIFY(std::is_sorted(titles.begin(), titles.end()));
    }

    void showingAnotherPlaylistDropsIt()
    {
        ListWindow w(many(1000));
        QVERIFY(w.open());
        const QString before = w.titles();
        w.action(CommandId::SortByTitle)->trigger();
        playlist::Editor *first = &w.editor();
        w.work->showPlaylist(QStringLiteral("q"));
        QTRY_VERIFY(w.editor().document().isComplete());
        QTRY_VERIFY(w.action(CommandId::SortByTitle)->isEnabled());
        // Through the same queue, behind what was dropped.
        w.action(CommandId::Reverse)->trigger();
        QCOMPARE(w.titles(), QStringLiteral("t2 t1 t0"));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(first->undoStack().count(), 0);
        w.work->showPlaylist(QStringLiteral("p"));
        QCOMPARE(w.titles(), before);
    }

    void saysWhyItCannot()
    {
        ListWindow w(QStringLiteral("b/x a/x").split(u' '), false);
        QVERIFY(w.open());
        for (const CommandId id : {CommandId::SortByTitle, CommandId::SortBySeveral, CommandId::Shuffle}) {
            QTRY_VERIFY(!w.action(id)->isEnabled());
            QVERIFY(w.action(id)->toolTip().contains(QStringLiteral("Only the owner")));
        }
        ui::GroupButton button(w.commands, ui::Command::Group::Sort, {});
        QVERIFY(!button.isEnabled());
        QVERIFY(button.toolTip().contains(QStringLiteral("Only the owner")));
        QCOMPARE(button.accessibleName(), QStringLiteral("Sort"));
        w.work->showPlaylist(QStringLiteral("q"));
        QTRY_VERIFY(w.action(CommandId::SortByTitle)->isEnabled());
        QVERIFY(button.isEnabled());
        QVERIFY(!w.action(CommandId::SortByPopularity)->isEnabled());
        QVERIFY(w.action(CommandId::SortByPopularity)->toolTip().contains(QStringLiteral("popular")));
    }

    void notBeforeEverythingIsRead()
    {
        ListWindow w(many(120));
        w.api.hold(true);
        w.show(w, QStringLiteral("p"));
        const auto releaseUntil = [&w](auto condition) {
            return QTest::qWaitFor([&] {
                if (!condition() && w.api.heldCount() > 0)
                    w.api.release();
                return condition();
            });
        };
        QVERIFY(releaseUntil([&w] { return w.view().tracks() != nullptr; }));
        const QAction *sort = w.action(CommandId::SortByTitle);
        QTRY_VERIFY(!sort->isEnabled());
        QVERIFY(sort->toolTip().contains(QStringLiteral("not been read")));
        QVERIFY(releaseUntil([&w] { return w.editor().document().isComplete(); }));
        QTRY_VERIFY(sort->isEnabled());
    }

    void severalKeysFromTheDialog()
    {
        ListWindow w(QStringLiteral("b/The Zed;a/Mia;c/The Zed;d/Ann").split(u';'));
        QVERIFY(w.open());
        w.action(CommandId::SortBySeveral)->trigger();
        auto *dialog = w.dialog<ui::SortDialog>();
        QVERIFY(dialog && !dialog->accessibleName().isEmpty());
        QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("sortScope"))->text(),
                 QStringLiteral("Sorts the whole playlist: 4 tracks."));
        const auto box = [dialog](const char *name) { return dialog->findChild<QComboBox *>(QLatin1String(name)); };
        for (const QComboBox *each : dialog->findChildren<QComboBox *>())
            QVERIFY(!each->accessibleName().isEmpty() && !each->objectName().isEmpty());
        QCOMPARE(box("sortField1")->currentText(), QStringLiteral("Artist"));
        // Nothing here has a popularity.
        QCOMPARE(box("sortField1")->findText(QStringLiteral("Popularity")), -1);
        QVERIFY(!box("sortField4")->isEnabled());
        box("sortField2")->setCurrentText(QStringLiteral("Title"));
        QCOMPARE(box("sortOrder2")->itemText(1), QStringLiteral("Z to A"));
        box("sortOrder2")->setCurrentIndex(1);
        dialog->findChild<QCheckBox *>(QStringLiteral("ignoreArticles"))->setChecked(true);
        QCOMPARE(dialog->keys(), (std::vector<SortKey>{{SortField::Artist, Qt::AscendingOrder},
                                                       {SortField::Title, Qt::DescendingOrder}}));
        dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
        QCOMPARE(w.titles(), QStringLiteral("d a c b"));
        QCOMPARE(w.undoText(), QStringLiteral("Sort 4 tracks by artist, title"));
        QCOMPARE(w.settings.value(ui::setting::sortKeys),
                 (QStringList{QStringLiteral("artist"), QStringLiteral("-title")}));
        QVERIFY(w.settings.value(ui::setting::ignoreArticles));

        // It comes back as it was left.
        w.view().selectPositions({0, 1});
        w.action(CommandId::SortBySeveral)->trigger();
        dialog = nullptr;
        for (ui::SortDialog *each : w.window.findChildren<ui::SortDialog *>()) {
            if (each->isVisible())
                dialog = each;
        }
        QVERIFY(dialog);
        QCOMPARE(ui::namesOf(dialog->keys()), (QStringList{QStringLiteral("artist"), QStringLiteral("-title")}));
        QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("sortScope"))->text(),
                 QStringLiteral("Sorts the 2 selected tracks."));
        dialog->reject();
    }

    void keysSurviveSettings()
    {
        const std::vector<SortKey> keys = {{SortField::ReleaseDate, Qt::DescendingOrder}, {SortField::Title}};
        QCOMPARE(ui::sortKeysNamed(ui::namesOf(keys)), keys);
        QVERIFY(ui::sortKeysNamed({QStringLiteral("nonsense"), QString()}).empty());
    }

    void theDialogTakesEachFieldOnce()
    {
        ui::SortDialog dialog({{SortField::Title}, {SortField::Title, Qt::DescendingOrder}, {SortField::Length}}, false,
                              true, {});
        QCOMPARE(dialog.keys(), (std::vector<SortKey>{{SortField::Title}, {SortField::Length}}));
        dialog.findChild<QComboBox *>(QStringLiteral("sortField2"))->setCurrentIndex(0);
        QCOMPARE(dialog.keys(), (std::vector<SortKey>{{SortField::Title}}));
        QVERIFY(!dialog.findChild<QComboBox *>(QStringLiteral("sortField3"))->isEnabled());
    }
};

SEGUE_TEST(TestSortActions)
#include "tst_SortActions.moc"
