// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/SpotifyLinks.h"
#include "tests/support/TestMain.h"

using namespace segue::web;

class TestSpotifyLinks : public QObject
{
    Q_OBJECT

    static QStringList uris(const QString &text)
    {
        QStringList out;
        for (const SpotifyLink &link : parseSpotifyLinks(text).links)
            out.append(link.uri());
        return out;
    }

private Q_SLOTS:
    void understandsEveryFormPeoplePaste_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("uri");
        const QString id = QStringLiteral("4iV5W9uYEdYUVa79Axb7Rh");
        const auto row = [](const char *name, const QString &text, const QString &uri) {
            QTest::newRow(name) << text << uri;
        };
        row("uri", QStringLiteral("spotify:track:") + id, QStringLiteral("spotify:track:") + id);
        row("page", QStringLiteral("https://open.spotify.com/track/") + id, QStringLiteral("spotify:track:") + id);
        row("si", QStringLiteral("https://open.spotify.com/track/") + id + QStringLiteral("?si=ab12&x=1"),
            QStringLiteral("spotify:track:") + id);
        row("intl", QStringLiteral("https://open.spotify.com/intl-de/album/") + id,
            QStringLiteral("spotify:album:") + id);
        row("embed", QStringLiteral("https://open.spotify.com/embed/episode/") + id + QStringLiteral("#a"),
            QStringLiteral("spotify:episode:") + id);
        row("no scheme", QStringLiteral("open.spotify.com/show/") + id + u'/', QStringLiteral("spotify:show:") + id);
        row("old playlist page", QStringLiteral("http://open.spotify.com/user/some.one/playlist/") + id,
            QStringLiteral("spotify:playlist:") + id);
        row("old playlist uri", QStringLiteral("spotify:user:some.one:playlist:") + id,
            QStringLiteral("spotify:playlist:") + id);
        row("bare id", QStringLiteral("  ") + id + u'\n', QStringLiteral("spotify:track:") + id);
        row("text around it",
            QStringLiteral("listen (https://open.spotify.com/artist/") + id + QStringLiteral("), good!"),
            QStringLiteral("spotify:artist:") + id);
        row("markdown", QStringLiteral("[song](https://open.spotify.com/track/") + id + QStringLiteral("?si=1)."),
            QStringLiteral("spotify:track:") + id);
        row("html", QStringLiteral("<a href=\"https://open.spotify.com/track/") + id + QStringLiteral("\">Song</a>"),
            QStringLiteral("spotify:track:") + id);
        row("context in the query",
            QStringLiteral("https://open.spotify.com/track/") + id +
                QStringLiteral("?context=spotify:playlist:aaaaaaaaaaaaaaaaaaaaaa"),
            QStringLiteral("spotify:track:") + id);
        row("old embed", QStringLiteral("https://open.spotify.com/embed?uri=spotify%3Atrack%3A") + id,
            QStringLiteral("spotify:track:") + id);
        row("upper case", QStringLiteral("HTTPS://OPEN.SPOTIFY.COM/Track/") + id,
            QStringLiteral("spotify:track:") + id);
        row("user uri", QStringLiteral("spotify:user:some.one"), QStringLiteral("spotify:user:some.one"));
        row("user", QStringLiteral("https://open.spotify.com/user/some.one"), QStringLiteral("spotify:user:some.one"));
        row("local", QStringLiteral("spotify:local:A+B:C:D%2C+E:127"),
            QStringLiteral("spotify:local:A+B:C:D%2C+E:127"));
    }

    void understandsEveryFormPeoplePaste()
    {
        QFETCH(QString, text);
        QFETCH(QString, uri);
        QCOMPARE(uris(text), QStringList{uri});
        QVERIFY(parseSpotifyLinks(text).notUnderstood.isEmpty());
    }

    void keepsOrderAndRepetitions()
    {
        const QString a = QStringLiteral("spotify:track:aaaaaaaaaaaaaaaaaaaaaa");
        const QString b = QStringLiteral("spotify:track:bbbbbbbbbbbbbbbbbbbbbb");
        QCOMPARE(uris(b + u' ' + a + u'\n' + b + u',' + a + QStringLiteral("\r\n")), (QStringList{b, a, b, a}));
    }

    void bareIdsStandAlone()
    {
        const QString id = QStringLiteral("4iV5W9uYEdYUVa79Axb7Rh");
        QCOMPARE(uris(id + QStringLiteral(", ") + id).size(), 2);
        QVERIFY(uris(QStringLiteral("internationalisations9 is a word like ") + id).isEmpty());
        QVERIFY(uris(id + u'x').isEmpty());
    }

    void prose()
    {
        const SpotifyLinks found =
            parseSpotifyLinks(QStringLiteral("Two I like: spotify:track:aaaaaaaaaaaaaaaaaaaaaa, and\n"
                                             "https://spotify.link/AbC and spotify:track:aaaaaaaaaaaaaaaaaaaaaaa too.\n"
                                             "Bye!"));
        QCOMPARE(found.links.size(), 1);
        QCOMPARE(found.notUnderstood, (QStringList{QStringLiteral("https://spotify.link/AbC"),
                                                   QStringLiteral("spotify:track:aaaaaaaaaaaaaaaaaaaaaaa")}));
    }

    void tenThousandAtOnce()
    {
        const QString line = QStringLiteral("https://open.spotify.com/intl-de/track/4iV5W9uYEdYUVa79Axb7Rh?si=1\n");
        QCOMPARE(uris(line.repeated(10'000)).size(), 10'000);
    }

    void namesWhatItDidNotUnderstand()
    {
        const SpotifyLinks found = parseSpotifyLinks(QStringLiteral(
            "spotify:track:short\nspotify:track:aaaaaaaaaaaaaaaaaaaaaa\nhttps://open.spotify.com/genre/rock"));
        QCOMPARE(found.links.size(), 1);
        QCOMPARE(found.notUnderstood, (QStringList{QStringLiteral("spotify:track:short"),
                                                   QStringLiteral("https://open.spotify.com/genre/rock")}));
        QCOMPARE(parseSpotifyLinks(QStringLiteral("hello\n\n world")).notUnderstood,
                 (QStringList{QStringLiteral("hello"), QStringLiteral("world")}));
        QVERIFY(parseSpotifyLinks(QString()).notUnderstood.isEmpty());
    }

    /// What follows it shows that it was to be something else.
    void theBeginningOfANameIsNoName()
    {
        for (const QString &word :
             {QStringLiteral("spotify:user:some.one:playlist:short"), QStringLiteral("spotify:user:spotify:collection"),
              QStringLiteral("https://open.spotify.com/user/some.one/playlist/short"),
              QStringLiteral("spotify:local:A:B:C:12x")}) {
            const SpotifyLinks found = parseSpotifyLinks(word);
            QVERIFY2(found.links.isEmpty(), qPrintable(word));
            QCOMPARE(found.notUnderstood, QStringList{word});
        }
        QCOMPARE(uris(QStringLiteral("by spotify:user:some.one: good, and open.spotify.com/user/any.body/playlists")),
                 (QStringList{QStringLiteral("spotify:user:some.one"), QStringLiteral("spotify:user:any.body")}));
    }

    /// The Kelvin sign folds to a k and the long s to an s, but no id has them.
    void idsAreAscii()
    {
        const QString id(21, u'a');
        QVERIFY(uris(QStringLiteral("spotify:track:") + id + QChar(0x212a)).isEmpty());
        QVERIFY(uris(QStringLiteral("https://open.spotify.com/track/") + id + QChar(0x17f)).isEmpty());
        const QString longS = QStringLiteral("spotify:epi%1ode:%2").arg(QChar(0x17f)).arg(id + u'a');
        QCOMPARE(uris(longS), QStringList{QStringLiteral("spotify:episode:") + id + u'a'});
    }

    void otherSitesAreNotSpotify()
    {
        QVERIFY(uris(QStringLiteral("https://open.spotify.com.evil.example/track/4iV5W9uYEdYUVa79Axb7Rh")).isEmpty());
        QVERIFY(uris(QStringLiteral("https://evil.example/open.spotify.com/track/4iV5W9uYEdYUVa79Axb7Rh")).isEmpty());
    }
};

SEGUE_TEST(TestSpotifyLinks)
#include "tst_SpotifyLinks.moc"
