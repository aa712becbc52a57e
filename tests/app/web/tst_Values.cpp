// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Values.h"
#include "tests/support/TestMain.h"

using namespace segue::web;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mediumLinksToItsPage()
    {
        Medium track;
        track.uri = QStringLiteral("spotify:track:4iV5W9uYEdYUVa79Axb7Rh");
        QCOMPARE(track.link(), QUrl(QStringLiteral("https://open.spotify.com/track/4iV5W9uYEdYUVa79Axb7Rh")));
        track.uri = QStringLiteral("spotify:local:Artist:Album:Title:120");
        QVERIFY(track.link().isEmpty());
    }

    void playlistLinksToItsPage()
    {
        Playlist playlist;
        playlist.id = QStringLiteral("3cEYpjA9oz9GiPac4AsH4n");
        QCOMPARE(playlist.uri(), QStringLiteral("spotify:playlist:3cEYpjA9oz9GiPac4AsH4n"));
        QCOMPARE(playlist.link(), QUrl(QStringLiteral("https://open.spotify.com/playlist/3cEYpjA9oz9GiPac4AsH4n")));
    }
};

SEGUE_TEST(TestValues)
#include "tst_Values.moc"
