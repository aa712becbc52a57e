// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Page.h"
#include "app/web/Values.h"
#include "app/web/catalogue/Catalogue.h"
#include "tests/fuzz/Fuzz.h"

#include <QJsonArray>

/// What app/web promises of its values, whatever came over the wire.
namespace segue::fuzz
{

void checkImages(const QList<web::Image> &images);
void checkMedium(const web::Medium &medium);
void checkPlaylist(const web::Playlist &playlist);
void checkAlbum(const web::Album &album);
void checkError(const Error &error);

/// Every entry is there or counted as a hole, and who goes on from page to page comes to an end.
template <typename T>
void checkPage(const web::Page<T> &page, const QJsonArray &entries, int offset)
{
    FUZZ_REQUIRE(page.items.size() + page.holes == entries.size());
    FUZZ_REQUIRE(page.offset == offset);
    FUZZ_REQUIRE(page.total >= -1);
    FUZZ_REQUIRE(page.nextOffset() == offset + entries.size());
    FUZZ_REQUIRE(!page.more || !entries.isEmpty());
    FUZZ_REQUIRE(page.more || page.after.isEmpty());
}

} // namespace segue::fuzz
