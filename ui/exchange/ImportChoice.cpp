// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ImportChoice.h"

#include "app/playlist/exchange/RowText.h"

namespace segue::ui
{

namespace
{

web::MediumPtr mediumOf(const playlist::ExchangeRow &row)
{
    auto medium = std::make_shared<web::Medium>();
    medium->uri = row.uri;
    medium->kind =
        row.uri.startsWith(QLatin1String("spotify:episode:")) ? web::MediumKind::Episode : web::MediumKind::Track;
    medium->title = row.title;
    for (const QString &artist : row.artists)
        medium->artists.append({.name = artist, .uri = {}});
    medium->album = row.album;
    medium->length = row.length;
    medium->isrc = web::Isrc::from(row.isrc);
    return medium;
}

QString nameOf(const playlist::ExchangeRow &row)
{
    const QString text = playlist::inOneLine(playlist::artistsAndTitle(row)).simplified();
    if (!text.isEmpty())
        return text;
    return row.isrc.isEmpty() ? row.uri : row.isrc;
}

} // namespace

ImportChoice importChoice(const playlist::ExchangeList &list)
{
    ImportChoice out;
    for (const playlist::ExchangeRow &row : list.rows) {
        if (row.uri.isEmpty())
            out.withoutLink.append(nameOf(row));
        else if (row.uri.startsWith(QLatin1String("spotify:local:")))
            out.localFiles.append(nameOf(row));
        else
            out.media.append(mediumOf(row));
    }
    return out;
}

} // namespace segue::ui
