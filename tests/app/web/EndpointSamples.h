// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/web/Facts.h"

#include <QByteArray>

/// The service's objects, with more of their members than Segue reads, and what is to be read out of them. The first of
/// a kind has everything, with no value as it would be without the member; the second has little. Both parts of a pair
/// are written by hand: neither is made from the other, nor by the program.
namespace segue::web::test::samples
{

extern const QByteArray user, images, artist, secondArtist, album, secondAlbum, show, secondShow, playlist,
    secondPlaylist, category, secondCategory, device, secondDevice, snapshot;
extern const QByteArray song, secondSong; ///< tracks; the first one in the place of another release, "t0"
extern const QByteArray talk, secondTalk; ///< episodes

[[nodiscard]] Facts ofUser();
[[nodiscard]] Facts ofImages();
[[nodiscard]] Facts ofArtist();
[[nodiscard]] Facts ofSecondArtist();
[[nodiscard]] Facts ofAlbum();
[[nodiscard]] Facts ofSecondAlbum();
[[nodiscard]] Facts ofShow();
[[nodiscard]] Facts ofSecondShow();
[[nodiscard]] Facts ofPlaylist();
[[nodiscard]] Facts ofSecondPlaylist();
[[nodiscard]] Facts ofCategory();
[[nodiscard]] Facts ofSecondCategory();
[[nodiscard]] Facts ofDevice();
[[nodiscard]] Facts ofSecondDevice();
[[nodiscard]] Facts ofSong();       ///< named by the release that was asked for
[[nodiscard]] Facts ofPlayedSong(); ///< named by the release that is given
[[nodiscard]] Facts ofSecondSong();
[[nodiscard]] Facts ofTalk();
[[nodiscard]] Facts ofSecondTalk();
[[nodiscard]] Facts ofNothing(); ///< null in a list in which it has a place

} // namespace segue::web::test::samples
