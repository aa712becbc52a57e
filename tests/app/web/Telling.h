// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/catalogue/Catalogue.h"
#include "app/web/listening/Listening.h"
#include "app/web/people/People.h"
#include "app/web/shelf/Shelf.h"

#include <QStringList>

namespace segue::web::test
{

// What a parser made of an answer, as lines "name = value" that are the same at each run; see Facts.h. Texts that are
// empty, numbers that were not told and flags as they usually are give no line.

[[nodiscard]] QStringList told(const Nothing &);
[[nodiscard]] QStringList told(bool contained);
[[nodiscard]] QStringList told(const QList<bool> &contained);
[[nodiscard]] QStringList told(const QString &snapshotId);
[[nodiscard]] QStringList told(const QList<Image> &images);
[[nodiscard]] QStringList told(const UserProfile &user);
[[nodiscard]] QStringList told(const Playlist &playlist);
[[nodiscard]] QStringList told(const PlaylistPage &page);
[[nodiscard]] QStringList told(const MediumPtr &medium);
[[nodiscard]] QStringList told(const QList<MediumPtr> &media);
[[nodiscard]] QStringList told(const EntryPage &page);
[[nodiscard]] QStringList told(const TrackSearchPage &page);
[[nodiscard]] QStringList told(const Album &album);
[[nodiscard]] QStringList told(const Artist &artist);
[[nodiscard]] QStringList told(const Show &show);
[[nodiscard]] QStringList told(const SearchResults &results);
[[nodiscard]] QStringList told(const SavedMedium &saved);
[[nodiscard]] QStringList told(const PlayedMedium &played);
[[nodiscard]] QStringList told(const QList<Device> &devices);
[[nodiscard]] QStringList told(const Category &category);
[[nodiscard]] QStringList told(const FeaturedPlaylists &featured);

/// These as lines of a whole that they are a part of.
[[nodiscard]] QStringList toldIn(const QString &prefix, const QStringList &lines);

/// "counted" is where the next page begins, "next" whether there is one.
template <typename T>
[[nodiscard]] QStringList told(const Page<T> &page)
{
    QStringList lines{QStringLiteral("total = %1").arg(page.total),
                      QStringLiteral("counted = %1").arg(page.nextOffset())};
    if (page.holes > 0)
        lines.append(QStringLiteral("holes = %1").arg(page.holes));
    if (page.more)
        lines.append(QStringLiteral("next = yes"));
    if (!page.after.isEmpty())
        lines.append(QStringLiteral("cursor = ") + page.after);
    for (const T &item : page.items)
        lines += toldIn(QStringLiteral("items[]"), told(item));
    return lines;
}

} // namespace segue::web::test
