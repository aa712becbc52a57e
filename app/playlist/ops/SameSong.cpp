// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/SameSong.h"

#include "app/playlist/ops/SameText.h"

namespace segue::playlist
{

QString songKey(const web::Medium &medium)
{
    if (medium.kind == web::MediumKind::Episode || medium.length.count() <= 0 || medium.artists.isEmpty())
        return {};
    const QString title = sameTextKey(medium.title);
    const QString artist = sameTextKey(medium.artists.first().name);
    return title.isEmpty() || artist.isEmpty() ? QString() : QString(title + u'\n' + artist);
}

} // namespace segue::playlist
