// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/WebPromises.h"

#include "app/web/Transport.h"

namespace segue::fuzz
{

using namespace web;

namespace
{

/// No id leads the user to another site.
bool isAtSpotify(const QUrl &page)
{
    return page.isEmpty() || (page.scheme() == QLatin1String("https") &&
                              page.authority(QUrl::FullyEncoded) == QLatin1String("open.spotify.com"));
}

} // namespace

void checkImages(const QList<Image> &images)
{
    bool sizesKnown = true;
    bool descending = true;
    for (qsizetype i = 0; i < images.size(); ++i) {
        FUZZ_REQUIRE(Transport::isAcceptableAddress(images.at(i).url));
        FUZZ_REQUIRE(images.at(i).width >= 0 && images.at(i).height >= 0);
        sizesKnown = sizesKnown && images.at(i).width > 0;
        descending = descending && (i == 0 || images.at(i - 1).width >= images.at(i).width);
    }
    FUZZ_REQUIRE(descending || !sizesKnown);
}

void checkMedium(const Medium &medium)
{
    FUZZ_REQUIRE(!medium.uri.isEmpty());
    FUZZ_REQUIRE(medium.length.count() >= 0);
    FUZZ_REQUIRE(medium.popularity >= -1 && medium.popularity <= 100);
    FUZZ_REQUIRE(medium.discNumber >= 0 && medium.trackNumber >= 0);
    FUZZ_REQUIRE(medium.images.size() <= 2);
    for (const ArtistRef &artist : medium.artists)
        FUZZ_REQUIRE(!artist.name.isEmpty());
    FUZZ_REQUIRE(isAtSpotify(medium.link()));
    checkImages(medium.images);
    // Printed and read again they are the same.
    FUZZ_REQUIRE(Isrc::from(medium.isrc.toString()) == medium.isrc);
    FUZZ_REQUIRE(ReleaseDate::from(medium.released.toString(), {}) == medium.released);
}

void checkPlaylist(const Playlist &playlist)
{
    FUZZ_REQUIRE(!playlist.id.isEmpty());
    FUZZ_REQUIRE(playlist.ownerId.isEmpty() || !playlist.ownerName.isEmpty());
    FUZZ_REQUIRE(playlist.itemCount >= -1);
    FUZZ_REQUIRE(playlist.itemsReadable || playlist.itemCount == -1);
    FUZZ_REQUIRE(playlist.uri().startsWith(QLatin1String("spotify:playlist:")));
    FUZZ_REQUIRE(isAtSpotify(playlist.link()));
    checkImages(playlist.images);
}

void checkAlbum(const Album &album)
{
    FUZZ_REQUIRE(!album.uri.isEmpty());
    FUZZ_REQUIRE(album.trackCount >= -1);
    FUZZ_REQUIRE(ReleaseDate::from(album.released.toString(), {}) == album.released);
    checkImages(album.images);
}

void checkError(const Error &error)
{
    FUZZ_REQUIRE(!error.userText.isEmpty());
    FUZZ_REQUIRE(isWellFormed(error.userText));
    FUZZ_REQUIRE(isWellFormed(error.detail));
}

} // namespace segue::fuzz
