// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Catalogue.h"

#include <numeric>

namespace segue::demo
{

bool Catalogue::knowsAlbum(int index)
{
    if (index >= FirstRemake) // those share the number of the first of their tracks
        return (index - (index >= FirstReissue ? FirstReissue : FirstRemake)) % TracksPerAlbum == 0;
    if (index >= FirstSingle)
        return index < FirstRelinkedSingle;
    return index < FirstRelinked / TracksPerAlbum;
}

QList<int> Catalogue::tracksOf(int album)
{
    const bool isSingle = album >= FirstSingle && album < FirstRemake;
    QList<int> tracks(isSingle ? 1 : TracksPerAlbum);
    std::iota(tracks.begin(), tracks.end(), album >= FirstSingle ? album : album * TracksPerAlbum);
    return tracks;
}

int Catalogue::popularityOf(IdKind kind, int index) const
{
    constexpr quint64 ForPopularity = 350;
    return int(number(ForPopularity + quint64(kind), quint64(index)) % 90);
}

void Catalogue::listShows()
{
    for (int i = 0; i < m_shows.size(); ++i)
        m_showList.append({id(IdKind::Show, i), m_shows[i], {}});
    for (int i = EpisodesOfAll - 1; i >= 0; --i)
        m_showList[episode(i).show].episodes.append(i);
}

} // namespace segue::demo
