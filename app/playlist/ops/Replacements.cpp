// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Replacements.h"

#include "app/playlist/ops/SameSong.h"
#include "app/playlist/ops/SameText.h"

#include <algorithm>
#include <tuple>

namespace segue::playlist
{

namespace
{

std::chrono::milliseconds apart(const web::Medium &a, const web::Medium &b)
{
    return a.length > b.length ? a.length - b.length : b.length - a.length;
}

} // namespace

std::vector<Replacement> replacements(const web::Medium &gone, const QList<web::MediumPtr> &found)
{
    const QString song = songKey(gone);
    const QString album = sameTextKey(gone.album);
    std::vector<Replacement> out;
    for (const web::MediumPtr &medium : found) {
        if (!medium || medium->kind != web::MediumKind::Track || !medium->isPlayable || medium->isLocal ||
            medium->uri.isEmpty() || medium->uri == gone.uri)
            continue;
        const bool isRecording = !gone.isrc.isEmpty() && medium->isrc == gone.isrc;
        const bool isSong = !song.isEmpty() && songKey(*medium) == song && apart(gone, *medium) <= replacementTolerance;
        const bool isKnown = std::any_of(
            out.begin(), out.end(), [&medium](const Replacement &each) { return each.medium->uri == medium->uri; });
        if ((!isRecording && !isSong) || isKnown)
            continue;
        out.push_back({.medium = medium,
                       .because = isRecording ? SameBecause::Recording : SameBecause::Song,
                       .sameAlbum = !album.isEmpty() && sameTextKey(medium->album) == album});
    }
    const auto rank = [&gone](const Replacement &each) {
        return std::tuple(each.because, !each.sameAlbum, each.medium->isExplicit != gone.isExplicit,
                          apart(gone, *each.medium));
    };
    std::stable_sort(out.begin(), out.end(),
                     [&rank](const Replacement &a, const Replacement &b) { return rank(a) < rank(b); });
    return out;
}

} // namespace segue::playlist
