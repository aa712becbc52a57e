// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TitleLookup.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/across/PlacesModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace segue;
using namespace segue::test;
using ui::PlacesModel;

/// Answers about the whole library as rows: tracks, and under each where it stands.
class TestPlacesModel : public QObject
{
    Q_OBJECT

private:
    /// The library has "a" (Alpha) and "b" (Beta), in this order; no playlist "gone".
    struct Setup : UiFixture {
        Setup()
        {
            api.addPlaylist(QStringLiteral("a"), 1).name = QStringLiteral("Alpha");
            api.addPlaylist(QStringLiteral("b"), 1).name = QStringLiteral("Beta");
        }
        /// One track "spotify:track:x", in these playlists.
        void answer(const QStringList &playlists, const QList<store::IndexPlace> &places)
        {
            model.setAnswer(
                {.playlists = playlists, .tracks = {{.uri = QStringLiteral("spotify:track:x"), .places = places}}});
        }
        [[nodiscard]] QModelIndex track() const { return model.index(0, 0); }
        [[nodiscard]] QStringList names() const
        {
            QStringList out;
            for (int row = 0; row < model.rowCount(track()); ++row)
                out.append(model.index(row, 0, track()).data().toString());
            return out;
        }
        [[nodiscard]] QString where(int row) const
        {
            return model.index(row, PlacesModel::PlacesColumn, track()).data().toString();
        }
        static QList<store::IndexPlace> times(int count)
        {
            QList<store::IndexPlace> places;
            for (int i = 0; i < count; ++i)
                places.append({.playlist = 0, .position = i});
            return places;
        }

        models::TitleLookup titles{api};
        PlacesModel model{library, titles, 0};
        QAbstractItemModelTester tester{&model};
    };

private Q_SLOTS:
    void playlistsStandInTheOrderOfTheLibrary()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        s.answer({QStringLiteral("b"), QStringLiteral("a")},
                 {{.playlist = 0, .position = 4}, {.playlist = 1, .position = 2}});
        QCOMPARE(s.names(), (QStringList{QStringLiteral("Alpha"), QStringLiteral("Beta")}));
        QCOMPARE(s.where(0), QStringLiteral("row 3"));
        const PlacesModel::Target target = s.model.targetOf(s.track());
        QCOMPARE(target.playlistId, QStringLiteral("a")); // a track leads to its first
        QCOMPARE(target.positions, std::vector<int>{2});
        QCOMPARE(s.model.targetOf(s.model.index(1, 0, s.track())).playlistId, QStringLiteral("b"));
    }

    void whatHasGoneFromTheLibraryIsLeftOut()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        s.answer({QStringLiteral("gone"), QStringLiteral("b")},
                 {{.playlist = 0, .position = 0}, {.playlist = 1, .position = 0}});
        QCOMPARE(s.names(), QStringList{QStringLiteral("Beta")});
        QCOMPARE(s.model.playlistCount(), 1);
        s.answer({QStringLiteral("gone")}, {{.playlist = 0, .position = 0}});
        QCOMPARE(s.model.rowCount(s.track()), 0);
        QCOMPARE(s.track().siblingAtColumn(PlacesModel::PlacesColumn).data().toString(),
                 QStringLiteral("in none of them"));
        QVERIFY(s.model.targetOf(s.track()).playlistId.isEmpty());
    }

    void theFirstFiveRowsAreNamed()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        s.answer({QStringLiteral("a")}, Setup::times(5));
        QCOMPARE(s.where(0), QStringLiteral("5 times: rows 1, 2, 3, 4, 5"));
        s.answer({QStringLiteral("a")}, Setup::times(6));
        QCOMPARE(s.where(0), QStringLiteral("6 times: rows 1, 2, 3, 4, 5 and more"));
    }

    void aTrackWithoutATitleIsNamedByItsUri()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        s.answer({QStringLiteral("a")}, Setup::times(1));
        QCOMPARE(s.track().data().toString(), QStringLiteral("spotify:track:x"));
        QCOMPARE(s.model.uriWithoutTitle(s.track()), QStringLiteral("spotify:track:x"));
        QVERIFY(s.model.uriWithoutTitle(s.model.index(0, 0, s.track())).isEmpty());
        s.titles.know({FakeApi::entry(QStringLiteral("spotify:track:x")).medium});
        QCOMPARE(s.track().data().toString(), QStringLiteral("x, Artist of x"));
        QVERIFY(s.model.uriWithoutTitle(s.track()).isEmpty());
    }

    void titlesAreToldOfAllTracks()
    {
        Setup s;
        QVERIFY(s.loadLibrary());
        QSignalSpy changed(&s.model, &PlacesModel::dataChanged);
        s.model.tellTitles(); // of none
        QVERIFY(changed.isEmpty());
        s.model.setAnswer({.playlists = {}, .tracks = {{.uri = {}, .places = {}}, {.uri = {}, .places = {}}}});
        s.model.tellTitles();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    }
};

SEGUE_TEST(TestPlacesModel)
#include "tst_PlacesModel.moc"
