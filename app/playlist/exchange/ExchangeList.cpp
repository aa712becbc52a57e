// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/ExchangeList.h"

namespace segue::playlist
{

ExchangeRow exchangeRow(const web::PlaylistEntry &entry)
{
    ExchangeRow row;
    row.addedAt = entry.addedAt;
    row.addedBy = entry.addedBy;
    if (!entry.medium)
        return row;
    row.uri = entry.medium->uri;
    row.title = entry.medium->title;
    for (const web::ArtistRef &artist : entry.medium->artists) {
        if (!artist.name.isEmpty())
            row.artists.append(artist.name);
    }
    row.album = entry.medium->album;
    row.isrc = entry.medium->isrc.toString();
    row.length = entry.medium->length;
    return row;
}

} // namespace segue::playlist
