// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Replacements.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

/// Which results of a search can stand in the place of a track, and which of them first.
class TestReplacements : public QObject
{
    Q_OBJECT

    static web::MediumPtr ptr(web::Medium medium) { return std::make_shared<const web::Medium>(std::move(medium)); }
    template <typename Change>
    static web::MediumPtr like(const web::Medium &gone, Change change)
    {
        web::Medium medium = gone;
        medium.uri = song(QString()).uri;
        medium.isPlayable = true;
        change(medium);
        return ptr(medium);
    }
    static web::Medium gone()
    {
        web::Medium medium = song(QStringLiteral("Song"), QStringLiteral("Band"), QStringLiteral("Album"));
        medium.isrc = web::Isrc::from(QStringLiteral("USRC17607839"));
        medium.isPlayable = false;
        return medium;
    }
    static bool accepts(const web::Medium &gone, const web::MediumPtr &found)
    {
        return replacements(gone, {found}).size() == 1;
    }

private Q_SLOTS:
    void recordingsAndSongs()
    {
        const web::Medium track = gone();
        const auto same = [](web::Medium &) {};
        QCOMPARE(replacements(track, {like(track, same)}).front().because, SameBecause::Recording);
        // The recording counts whatever it is called, and however long the service says it is.
        QVERIFY(accepts(track, like(track, [](web::Medium &medium) {
                            medium.title = QStringLiteral("Song - Remastered");
                            medium.length += std::chrono::seconds(30);
                        })));
        const auto otherCode = [&track](auto change) {
            return like(track, [&change](web::Medium &medium) {
                medium.isrc = web::Isrc::from(QStringLiteral("USRC17607840"));
                change(medium);
            });
        };
        QCOMPARE(replacements(track, {otherCode(same)}).front().because, SameBecause::Song);
        QVERIFY(accepts(track, otherCode([](web::Medium &medium) { medium.title = QStringLiteral("SONG!"); })));
        QVERIFY(accepts(track, otherCode([](web::Medium &medium) { medium.length += replacementTolerance; })));
        QVERIFY(accepts(track, otherCode([](web::Medium &medium) { medium.length -= replacementTolerance; })));
        QVERIFY(accepts(track, otherCode([](web::Medium &medium) { medium.isrc = {}; })));
        QVERIFY(!accepts(track, otherCode([](web::Medium &medium) {
                             medium.length += replacementTolerance + std::chrono::milliseconds(1);
                         })));
        QVERIFY(!accepts(track, otherCode([](web::Medium &medium) { medium.title = QStringLiteral("Song (Live)"); })));
        QVERIFY(
            !accepts(track, otherCode([](web::Medium &medium) { medium.artists.first().name = QStringLiteral("X"); })));
        QVERIFY(!accepts(track, otherCode([](web::Medium &medium) { medium.length = {}; })));
    }

    void withoutACode()
    {
        web::Medium track = gone();
        track.isrc = {};
        QCOMPARE(replacements(track, {like(track, [](web::Medium &) {})}).front().because, SameBecause::Song);
        QVERIFY(!accepts(track, like(track, [](web::Medium &medium) { medium.title = QStringLiteral("Other"); })));
        // Nothing to compare by.
        track.artists.clear();
        QVERIFY(!accepts(track, like(track, [](web::Medium &) {})));
    }

    void whatNeverStandsIn()
    {
        const web::Medium track = gone();
        QVERIFY(!accepts(track, nullptr));
        QVERIFY(!accepts(track, like(track, [](web::Medium &medium) { medium.isPlayable = false; })));
        QVERIFY(!accepts(track, like(track, [](web::Medium &medium) { medium.isLocal = true; })));
        QVERIFY(!accepts(track, like(track, [](web::Medium &medium) { medium.kind = web::MediumKind::Episode; })));
        QVERIFY(!accepts(track, like(track, [](web::Medium &medium) { medium.uri.clear(); })));
        // Itself, even if it is said to play by now.
        QVERIFY(!accepts(track, like(track, [&track](web::Medium &medium) { medium.uri = track.uri; })));
        const web::MediumPtr twice = like(track, [](web::Medium &) {});
        QCOMPARE(replacements(track, {twice, twice}).size(), std::size_t(1));
    }

    void theBestComesFirst()
    {
        const web::Medium track = gone();
        const auto far = [](web::Medium &medium) { medium.length += std::chrono::seconds(2); };
        const auto elsewhere = [](web::Medium &medium) { medium.album = QStringLiteral("Hits"); };
        const auto otherCode = [](web::Medium &medium) { medium.isrc = {}; };
        const web::MediumPtr best = like(track, [](web::Medium &medium) { medium.album = QStringLiteral("ALBUM"); });
        const web::MediumPtr farther = like(track, far);
        const web::MediumPtr clean = like(track, [](web::Medium &medium) { medium.isExplicit = true; });
        const web::MediumPtr hits = like(track, elsewhere);
        const web::MediumPtr hitsToo = like(track, elsewhere);
        const web::MediumPtr songHere = like(track, [&](web::Medium &medium) {
            otherCode(medium);
            far(medium);
        });
        const web::MediumPtr songElsewhere = like(track, [&](web::Medium &medium) {
            otherCode(medium);
            elsewhere(medium);
        });
        const auto ranked = replacements(track, {songElsewhere, hits, hitsToo, songHere, clean, farther, best});
        QList<web::MediumPtr> order;
        for (const Replacement &each : ranked)
            order.append(each.medium);
        QCOMPARE(order, (QList<web::MediumPtr>{best, farther, clean, hits, hitsToo, songHere, songElsewhere}));
        QVERIFY(ranked.front().sameAlbum);
        QVERIFY(!ranked.back().sameAlbum);
    }

    void noAlbumIsNoCommonAlbum()
    {
        web::Medium track = gone();
        track.album.clear();
        QVERIFY(!replacements(track, {like(track, [](web::Medium &) {})}).front().sameAlbum);
    }
};

SEGUE_TEST(TestReplacements)
#include "tst_Replacements.moc"
