// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeCatalogue.h"
#include "tests/support/FakePeople.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/AppContext.h"
#include "ui/account/Permissions.h"
#include "ui/look/ElidedLabel.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/sources/KeepButton.h"
#include "ui/sources/SourcePanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

namespace
{

const QString albumId = QStringLiteral("2noRn2Aes5aoNVsU6iWThc");
const QString artistUri = QStringLiteral("spotify:artist:ann");

} // namespace

/// What is the user's own, and other people's, beside the playlist.
class TestSourcePlaces : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup()
        {
            account.catalogue = &catalogue;
            account.shelf = &shelf;
            account.people = &people;
            shelf.albums = {catalogue.addAlbum(albumId, 3)};
            shelf.artists = {catalogue.addArtist(QStringLiteral("ann"), {albumId})};
            for (const web::MediumPtr &medium : std::as_const(catalogue.tracks[albumId]))
                shelf.tracks.append({.medium = medium, .savedAt = {}});
            shelf.pageSize = 2;
            web::Playlist list;
            list.id = QStringLiteral("f");
            list.name = QStringLiteral("Not mine");
            people.playlists[QStringLiteral("somebody")] = {list};
            people.shown = {list};
            people.all = {{.id = QStringLiteral("jazz"), .name = QStringLiteral("Jazz"), .icons = {}}};
            people.inCategories[QStringLiteral("jazz")] = {list};
            web::UserProfile somebody;
            somebody.id = QStringLiteral("somebody");
            somebody.displayName = QStringLiteral("Somebody");
            people.profiles[somebody.id] = somebody;
        }
        [[nodiscard]] bool startAtHome()
        {
            if (!start())
                return false;
            action(CommandId::SearchSpotify)->trigger();
            return true;
        }
        [[nodiscard]] ui::SourcePanel &panel() const { return *work->findChild<ui::SourcePanel *>(); }
        [[nodiscard]] int rows() const { return panel().model().rowCount(); }
        [[nodiscard]] QString title(int row) const { return panel().model().at(row).title; }
        [[nodiscard]] QStringList titles() const
        {
            QStringList out;
            for (int row = 0; row < rows(); ++row)
                out.append(title(row));
            return out;
        }
        void enter(const QString &name) const
        {
            QListView &list = panel().list();
            list.setFocus();
            list.setCurrentIndex(list.model()->index(static_cast<int>(titles().indexOf(name)), 0));
            QTest::keyClick(&list, Qt::Key_Return);
        }
        void choose(const QString &view) const
        {
            auto *views = panel().findChild<QComboBox *>(QStringLiteral("sourceViews"));
            views->setCurrentIndex(views->findText(view));
            Q_EMIT views->activated(views->currentIndex());
        }
        template <typename T>
        [[nodiscard]] T *part(const char *name) const
        {
            return panel().findChild<T *>(QLatin1String(name));
        }
        [[nodiscard]] QString state() const
        {
            return part<QLabel>("sourceState")->isVisible() ? part<QLabel>("sourceState")->text() : QString();
        }

        FakeCatalogue catalogue;
        FakeShelf shelf;
        FakePeople people;
    };

private Q_SLOTS:
    void withoutATextTheUsersOwnPlacesAreThere()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        QCOMPARE(s.titles(), (QStringList{QStringLiteral("Liked Songs"), QStringLiteral("Saved albums and shows"),
                                          QStringLiteral("Artists"), QStringLiteral("Browse")}));
        s.panel().search(QStringLiteral("something"));
        QVERIFY(!s.titles().contains(QStringLiteral("Liked Songs")));
        QVERIFY(s.part<QComboBox>("sourceViews")->isVisible());
        s.panel().search({});
        QCOMPARE(s.rows(), 4);
        QVERIFY(!s.part<QComboBox>("sourceViews")->isVisible());
    }

    void likedSongsAreAddedAllAtOnce()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.enter(QStringLiteral("Liked Songs"));
        auto *addAll = s.part<QToolButton>("sourceAddAll");
        QVERIFY(addAll->isVisible());
        QVERIFY(!addAll->isEnabled()); // there is nothing yet
        QTRY_VERIFY(s.rows() > 0);
        QVERIFY(addAll->isEnabled());
        addAll->click();
        QTRY_COMPARE(s.view().tracks()->rowCount(), 8);
        QCOMPARE(s.rows(), 3);
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.view().tracks()->rowCount(), 5);
        QVERIFY(s.saved());
    }

    void whatFailsWhileAllIsReadAddsNothing()
    {
        Setup s;
        s.shelf.pageSize = 1; // the list does not fill itself
        QVERIFY(s.startAtHome());
        s.panel().list().setFixedHeight(20);
        s.enter(QStringLiteral("Liked Songs"));
        QTRY_COMPARE(s.rows(), 1);
        s.shelf.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        s.part<QToolButton>("sourceAddAll")->click();
        QTRY_COMPARE(s.state(), QStringLiteral("Away."));
        QCOMPARE(s.view().tracks()->rowCount(), 5);
        QVERIFY(s.part<QToolButton>("sourceAddAll")->isEnabled());
    }

    void anAlbumIsSavedAndTakenBack()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.panel().search(QStringLiteral("https://open.spotify.com/album/") + albumId);
        QTRY_COMPARE(s.rows(), 1);
        s.enter(s.title(0));
        QTRY_COMPARE(s.rows(), 3);
        QVERIFY(s.part<ui::ElidedLabel>("sourceSubtitle")->isVisible());
        auto *heart = s.part<ui::KeepButton>("keepButton");
        QVERIFY(heart->isVisible());
        QTRY_COMPARE(heart->accessibleName(), QStringLiteral("Remove from what you have saved"));
        heart->click();
        QTRY_VERIFY(!s.shelf.has(QStringLiteral("spotify:album:") + albumId));
        QCOMPARE(heart->accessibleName(), QStringLiteral("Add to what you have saved"));
        heart->click();
        QTRY_VERIFY(s.shelf.has(QStringLiteral("spotify:album:") + albumId));
    }

    void aRefusedHeartGoesBackAndSaysWhy()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.enter(QStringLiteral("Artists"));
        QTRY_COMPARE(s.rows(), 1);
        s.enter(s.title(0));
        auto *heart = s.part<ui::KeepButton>("keepButton");
        QTRY_COMPARE(heart->accessibleName(), QStringLiteral("Stop following"));
        s.shelf.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        heart->click();
        QCOMPARE(heart->accessibleName(), QStringLiteral("Follow"));
        QVERIFY(!s.part<QToolButton>("sourceAddAll")->isVisible()); // an artist's albums are no tracks
        QTRY_COMPARE(heart->accessibleName(), QStringLiteral("Stop following"));
        QCOMPARE(s.work->messages().bar(QStringLiteral("source"))->text(), QStringLiteral("Away."));
        QCOMPARE(s.work->messages().bar(QStringLiteral("source"))->severity(), ui::Message::Severity::Error);
        QVERIFY(s.shelf.has(artistUri));
    }

    void aForeignOwnerHasAPage()
    {
        Setup s;
        QVERIFY(s.start(QStringLiteral("f")));
        auto *owner = s.work->page().header().findChild<QToolButton *>(QStringLiteral("ownerButton"));
        QVERIFY(owner->isVisible());
        QCOMPARE(owner->text(), QStringLiteral("Somebody"));
        owner->click();
        QTRY_COMPARE(s.titles(), QStringList{QStringLiteral("Not mine")});
        QVERIFY(s.panel().isVisible());
        QVERIFY(s.panel().list().hasFocus());
        QTRY_COMPARE(s.part<ui::KeepButton>("keepButton")->accessibleName(), QStringLiteral("Follow"));
        s.part<ui::KeepButton>("keepButton")->click();
        QTRY_VERIFY(s.shelf.has(QStringLiteral("spotify:user:somebody")));
        s.work->showPlaylist(QStringLiteral("p"));
        QVERIFY(!owner->isVisible());
    }

    void linksStandForWhatIsBehindThem()
    {
        Setup s;
        web::Medium track;
        track.uri = QStringLiteral("spotify:track:4uLU6hMCjMI75M1A2tKUQC");
        track.title = QStringLiteral("One track");
        s.api.catalogue.insert(track.uri, std::make_shared<web::Medium>(track));
        QVERIFY(s.startAtHome());
        s.panel().search(QStringLiteral("https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC?si=1 "
                                        "spotify:album:0000000000000000000000 spotify:user:somebody "
                                        "https://open.spotify.com/album/") +
                         albumId);
        QTRY_COMPARE(s.rows(), 3);
        QCOMPARE(s.title(0), QStringLiteral("One track"));
        QCOMPARE(s.title(1), QStringLiteral("Somebody"));
        QCOMPARE(s.panel().model().at(2).uri, QString(QStringLiteral("spotify:album:") + albumId));
        s.panel().search(QStringLiteral("spotify:album:0000000000000000000000"));
        QTRY_COMPARE(s.state(), QStringLiteral("Spotify finds nothing at these links."));
    }

    void whatIsNoLinkIsNamed()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.panel().search(QStringLiteral("https://open.spotify.com/track/tooshort https://open.spotify.com/album/") +
                         albumId);
        QTRY_COMPARE(s.rows(), 1);
        QVERIFY2(s.state().contains(QStringLiteral("https://open.spotify.com/track/tooshort")), qPrintable(s.state()));
        s.panel().search(QStringLiteral("https://spotify.link/abc"));
        QTRY_COMPARE(s.rows(), 0);
        QVERIFY2(s.state().contains(QStringLiteral("https://spotify.link/abc")), qPrintable(s.state()));
    }

    void aProfileThatIsNotGivenHidesNobody()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.people.answers.failNext({.error = {.kind = ErrorKind::NotAllowed, .userText = QStringLiteral("Closed.")}});
        s.panel().search(QStringLiteral("spotify:user:ghost https://open.spotify.com/album/") + albumId);
        QTRY_COMPARE(s.rows(), 2);
        QCOMPARE(s.title(0), QStringLiteral("ghost"));
        QCOMPARE(s.panel().model().at(0).uri, QStringLiteral("spotify:user:ghost"));
    }

    void thePageThatIsShownIsNotOpenedTwice()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        models::SourceItem user;
        user.kind = models::SourceItem::Kind::User;
        user.uri = QStringLiteral("spotify:user:somebody");
        user.title = QStringLiteral("Somebody");
        s.panel().goTo(user);
        s.panel().goTo(user);
        s.part<QToolButton>("sourceBack")->click();
        QVERIFY(s.part<QLineEdit>("searchField")->isVisible());
    }

    void linksToNothingAreLeftOutAndFailuresTold()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        // Nothing is told of the track, and the service does not take the first album for one.
        s.catalogue.answers.failNext({.error = {.kind = ErrorKind::BadRequest}});
        s.panel().search(QStringLiteral("spotify:album:0000000000000000000000 "
                                        "spotify:track:4uLU6hMCjMI75M1A2tKUQC spotify:album:") +
                         albumId);
        QTRY_COMPARE(s.rows(), 1);
        QCOMPARE(s.panel().model().at(0).uri, QString(QStringLiteral("spotify:album:") + albumId));
        QCOMPARE(s.state(), QString());
        s.catalogue.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        s.panel().search(QStringLiteral("spotify:album:") + albumId);
        QTRY_COMPARE(s.state(), QStringLiteral("Away."));
        s.part<QPushButton>("sourceHelp")->click();
        QTRY_COMPARE(s.rows(), 1);
    }

    void browseLeadsToCategoriesAndTheirPlaylists()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.enter(QStringLiteral("Browse"));
        QTRY_COMPARE(s.titles(), QStringList{QStringLiteral("Not mine")});
        s.choose(QStringLiteral("Categories"));
        QTRY_COMPARE(s.titles(), QStringList{QStringLiteral("Jazz")});
        s.enter(QStringLiteral("Jazz"));
        QTRY_COMPARE(s.titles(), QStringList{QStringLiteral("Not mine")});
        s.enter(QStringLiteral("Not mine"));
        QTRY_COMPARE(s.work->page().header().titleText(), QStringLiteral("Not mine"));
    }

    void whereBrowseIsClosedItSaysSoAndOffersSearch()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.people.answers.failNext({.error = {.kind = ErrorKind::NotAllowed, .userText = QStringLiteral("Closed.")}});
        s.enter(QStringLiteral("Browse"));
        QTRY_COMPARE(s.state(), QStringLiteral("Closed."));
        auto *help = s.part<QPushButton>("sourceHelp");
        QCOMPARE(help->text(), QStringLiteral("Search instead"));
        help->click();
        QVERIFY(s.panel().field().isVisible());
        QVERIFY(s.panel().field().hasFocus());
        QCOMPARE(s.titles().constFirst(), QStringLiteral("Liked Songs"));
    }

    void anAlbumInAListIsAddedWhole()
    {
        Setup s;
        QVERIFY(s.startAtHome());
        s.enter(QStringLiteral("Saved albums and shows"));
        QTRY_COMPARE(s.rows(), 1);
        Q_EMIT s.panel().list().customContextMenuRequested(
            s.panel().list().visualRect(s.panel().list().model()->index(0, 0)).center());
        s.part<QMenu>("sourceMenu")->findChild<QAction *>(QStringLiteral("sourceAddCollection"))->trigger();
        QTRY_COMPARE(s.view().tracks()->rowCount(), 8);
    }

    /// The whole way, with a service that refuses what was not granted.
    void aPermissionIsAskedForWhereItIsMissing()
    {
        UiFixture fixture;
        ui::Options options;
        options.demo = true;
        ui::AppContext context(options, fixture.settings);
        QString error;
        QVERIFY2(context.prepare(&error), qPrintable(error));
        context.start();
        QTRY_VERIFY_WITH_TIMEOUT(context.account(), 10'000);
        const ui::Account account = *context.account();
        account.library.load();
        QTRY_VERIFY(!account.library.user().id.isEmpty());
        ui::SourcePanel panel(account);
        panel.resize(300, 600);
        panel.show();
        for (int row = 0; row < panel.model().rowCount(); ++row) {
            if (panel.model().at(row).title == QStringLiteral("Artists")) {
                panel.goTo(panel.model().at(row));
                break;
            }
        }
        auto *state = panel.findChild<QLabel *>(QStringLiteral("sourceState"));
        QTRY_VERIFY(state->text().startsWith(ui::Permissions::reason(auth::Permission::Following)));
        auto *help = panel.findChild<QPushButton *>(QStringLiteral("sourceHelp"));
        QCOMPARE(help->text(), QStringLiteral("Open the browser"));
        help->click();
        QTRY_VERIFY(panel.model().rowCount() > 0);
        QVERIFY(!help->isVisible());
    }
};

SEGUE_TEST(TestSourcePlaces)
#include "tst_SourcePlaces.moc"
