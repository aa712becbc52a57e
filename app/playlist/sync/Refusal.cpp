// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/Refusal.h"

#include "app/playlist/Document.h"
#include "app/playlist/ListOps.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace segue::playlist
{

namespace
{

QString named(const Row &row)
{
    const web::MediumPtr &medium = row.entry.medium;
    if (!medium)
        return QStringLiteral("?");
    QStringList artists;
    for (const web::ArtistRef &artist : medium->artists)
        artists.append(artist.name);
    QString text = artists.join(QStringLiteral(", "));
    if (!medium->title.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(" - ")) + medium->title;
    const QString link = medium->link().isEmpty() ? medium->uri : medium->link().toString();
    return text.isEmpty() ? link : QString(text + QStringLiteral("  ") + link);
}

QHash<RowId, int> placesIn(const RowList &list)
{
    QHash<RowId, int> places;
    places.reserve(static_cast<qsizetype>(list.size()));
    for (std::size_t i = 0; i < list.size(); ++i)
        places.insert(list[i], static_cast<int>(i) + 1);
    return places;
}

} // namespace

QString textOf(const Refusal &refusal, const Document &document)
{
    const QHash<RowId, int> before = placesIn(refusal.atSpotify);
    const QHash<RowId, int> after = placesIn(refusal.wanted);
    RowId highest = 0;
    for (const RowList *list : {&refusal.atSpotify, &refusal.wanted}) {
        for (const RowId id : *list)
            highest = std::max(highest, id);
    }
    const std::vector<bool> moved = movedRows(refusal.atSpotify, refusal.wanted, static_cast<std::size_t>(highest) + 1);

    QStringList lines;
    for (const RowId id : refusal.atSpotify) {
        if (!after.contains(id))
            lines.append(QStringLiteral("− ") + named(document.row(id)));
    }
    for (const RowId id : refusal.wanted) {
        if (!before.contains(id))
            lines.append(QStringLiteral("+ ") + named(document.row(id)));
        else if (moved[id])
            lines.append(
                QStringLiteral("%1 → %2: %3")
                    .arg(QString::number(before.value(id)), QString::number(after.value(id)), named(document.row(id))));
    }
    return lines.join(u'\n');
}

} // namespace segue::playlist
