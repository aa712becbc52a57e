// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/across/AcrossDialog.h"
#include "ui/across/PlacesModel.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace segue;
using namespace segue::test;
using store::IndexAnswer;
using ui::AcrossDialog;
using ui::PlacesModel;

namespace
{

const QString uri = QStringLiteral("spotify:track:x");

} // namespace

/// The dialog of a question over the library, with an index that answers when the test says.
class TestAcrossDialog : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        Setup()
        {
            api.addPlaylist(QStringLiteral("a"), 1).name = QStringLiteral("Alpha");
            keepIndex();
        }
        [[nodiscard]] std::unique_ptr<AcrossDialog> open(bool isSmall)
        {
            auto dialog = std::make_unique<AcrossDialog>(
                account,
                ui::AcrossQuestion{
                    .name = QStringLiteral("dialog"),
                    .title = QStringLiteral("Title"),
                    .nothing = QStringLiteral("Nothing."),
                    .ask = [this, isSmall](store::TrackIndex &, QObject *,
                                           const Done<IndexAnswer> &done) { (isSmall ? small : big).append(done); },
                    .summary =
                        [](const PlacesModel &places) { return QStringLiteral("In %1.").arg(places.playlistCount()); },
                    .isSmall = isSmall},
                QList<web::MediumPtr>());
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->QDialog::show();
            return dialog;
        }
        static IndexAnswer answer()
        {
            return {.playlists = {QStringLiteral("a"), QStringLiteral("gone")},
                    .tracks = {{.uri = uri, .places = {{.playlist = 0, .position = 3}, {.playlist = 1}}}},
                    .total = 1};
        }

        QList<Done<IndexAnswer>> small; ///< what was asked, by small questions and by others
        QList<Done<IndexAnswer>> big;
    };
    static QString summary(const AcrossDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("acrossSummary"))->text();
    }
    static QPushButton &again(const AcrossDialog &dialog)
    {
        return *dialog.findChild<QPushButton *>(QStringLiteral("acrossAgain"));
    }

private Q_SLOTS:
    void whatHasGoneFromTheLibraryIsNotCounted()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        const auto dialog = s.open(true);
        QCOMPARE(summary(*dialog), QStringLiteral("Looking…"));
        s.small.takeFirst()(Setup::answer());
        QCOMPARE(summary(*dialog), QStringLiteral("In 1."));
    }

    void tracksThatAreNowhereAreNothing()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        const auto dialog = s.open(true);
        s.small.takeFirst()(IndexAnswer{.playlists = {}, .tracks = {{.uri = uri, .places = {}}}, .total = 1});
        QCOMPARE(summary(*dialog), QStringLiteral("Nothing."));
        QCOMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 1); // it is still said of which track
    }

    void aFailureIsToldAndItCanBeLookedAgain()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        const auto dialog = s.open(false);
        QVERIFY(!again(*dialog).isEnabled());
        s.big.takeFirst()(Unexpected(Error{.kind = ErrorKind::Local, .userText = QStringLiteral("Locked.")}));
        QCOMPARE(summary(*dialog), QStringLiteral("Locked."));
        again(*dialog).click();
        QCOMPARE(s.big.size(), 1);
        s.big.takeFirst()(Setup::answer());
        QCOMPARE(summary(*dialog), QStringLiteral("In 1."));
        QVERIFY(!again(*dialog).isEnabled()); // nothing else is to be found by now
        const auto *tree = dialog->findChild<QTreeView *>();
        QVERIFY(!tree->isExpanded(tree->model()->index(0, 0)));
    }

    void howFarItHasComeIsFollowed()
    {
        Setup s;
        const auto dialog = s.open(true);
        const auto progress = [&dialog] {
            return dialog->findChild<QLabel *>(QStringLiteral("acrossProgress"))->text();
        };
        QCOMPARE(progress(), QStringLiteral("Your playlists have not been looked through yet."));
        s.api.hold(true);
        s.library.load();
        for (int answer = 0; answer < 2; ++answer) { // who it is, and the playlists
            QTRY_COMPARE(s.api.heldCount(), 1);
            s.api.release();
        }
        QTRY_COMPARE(progress(), QStringLiteral("Looked through so far: 0 of the 1 playlist(s) that you can edit. The "
                                                "others follow in the background."));
        s.api.hold(false);
        QTRY_COMPARE(progress(), QStringLiteral("Looked through: all 1 playlist(s) that you can edit."));
    }

    void whileItIsLookingNothingElseIsAsked()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        const auto dialog = s.open(false);
        Q_EMIT s.libraryIndex->contentChanged();
        again(*dialog).click();
        QCOMPARE(s.big.size(), 1);
    }

    void onlyWhatIsSmallLooksAgainByItself()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        const auto dialog = s.open(false);
        const auto later = s.open(true); // whose timer is the later one
        s.big.takeFirst()(Setup::answer());
        s.small.takeFirst()(Setup::answer());
        Q_EMIT s.libraryIndex->contentChanged();
        QTRY_COMPARE(s.small.size(), 1);
        QCOMPARE(s.big.size(), 0);
        QVERIFY(again(*dialog).isEnabled());
        QVERIFY(!again(*later).isVisible());
    }

    void everyRowLeadsToItsTrack()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        const auto dialog = s.open(true);
        s.small.takeFirst()(Setup::answer());
        auto *tree = dialog->findChild<QTreeView *>();
        const QModelIndex track = tree->model()->index(0, 0);
        QVERIFY(tree->isExpanded(track));
        QCOMPARE(tree->currentIndex(), track);
        QSignalSpy chosen(dialog.get(), &AcrossDialog::placeChosen);
        for (const QModelIndex &index :
             {track, track.siblingAtColumn(1), tree->model()->index(0, 0, track), tree->model()->index(0, 1, track)}) {
            Q_EMIT tree->activated(index);
            QCOMPARE(chosen.size(), 1);
            const QVariantList arguments = chosen.takeFirst();
            QCOMPARE(arguments.at(0).toString(), QStringLiteral("a"));
            QCOMPARE(arguments.at(1).toString(), uri);
            QCOMPARE(arguments.at(2).value<std::vector<int>>(), std::vector<int>{3});
        }
    }
};

SEGUE_TEST(TestAcrossDialog)
#include "tst_AcrossDialog.moc"
