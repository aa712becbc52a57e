// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/LikeWords.h"

#include "app/models/LikedTracks.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue::ui::likeWords
{

using models::LikedTracks;
using models::LikeOutcome;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::ui::LikeWords)
};

enum class Kind { Tracks, Episodes, Both };

Kind kindOf(const QStringList &uris)
{
    if (std::none_of(uris.begin(), uris.end(), LikedTracks::isEpisode))
        return Kind::Tracks;
    return std::none_of(uris.begin(), uris.end(), LikedTracks::isTrack) ? Kind::Episodes : Kind::Both;
}

QString counted(const QStringList &uris)
{
    const int count = static_cast<int>(uris.size());
    switch (kindOf(uris)) {
    case Kind::Tracks:
        return Texts::tr("%Ln track(s)", nullptr, count);
    case Kind::Episodes:
        return Texts::tr("%Ln episode(s)", nullptr, count);
    case Kind::Both:
        break;
    }
    return Texts::tr("%Ln track(s) and episodes", nullptr, count);
}

QString place(const QStringList &uris)
{
    switch (kindOf(uris)) {
    case Kind::Tracks:
        return Texts::tr("Liked Songs", "a place");
    case Kind::Episodes:
        return Texts::tr("Your Episodes", "a place");
    case Kind::Both:
        break;
    }
    return Texts::tr("your library", "a place");
}

} // namespace

QString verb(const QStringList &uris, bool remove)
{
    switch (kindOf(uris)) {
    case Kind::Tracks:
        return remove ? Texts::tr("Remove from Li&ked Songs") : Texts::tr("Save to Li&ked Songs");
    case Kind::Episodes:
        return remove ? Texts::tr("&Remove from Your Episodes") : Texts::tr("&Save to Your Episodes");
    case Kind::Both:
        break;
    }
    return remove ? Texts::tr("&Remove from your library") : Texts::tr("&Save to your library");
}

QString done(const LikeOutcome &outcome)
{
    if (outcome.changed.isEmpty()) {
        if (outcome.error)
            return {};
        return outcome.liked ? Texts::tr("Saved already: nothing has changed.")
                             : Texts::tr("Not saved any more: nothing has changed.");
    }
    const QString count = counted(outcome.changed);
    const QString where = place(outcome.changed);
    return outcome.liked
               ? Texts::tr("%1 saved to %2.", "%1 is counted, %2 a place").arg(count, where)
               : Texts::tr("%1 removed from %2. What is saved again gets today’s date.", "%1 is counted, %2 a place")
                     .arg(count, where);
}

QString failed(const LikeOutcome &outcome)
{
    if (!outcome.error)
        return {};
    const QString count = counted(outcome.failed);
    const QString where = place(outcome.failed);
    QString text;
    if (outcome.error->leavesWriteInDoubt())
        text = outcome.liked ? Texts::tr("Perhaps not saved to %2: %1. %3", "%1 is counted, %2 a place, %3 sentences")
                             : Texts::tr("Perhaps not removed from %2: %1. %3", "%1 is counted, %2 a place");
    else
        text = outcome.liked ? Texts::tr("Not saved to %2: %1. %3", "%1 is counted, %2 a place, %3 sentences")
                             : Texts::tr("Not removed from %2: %1. %3", "%1 is counted, %2 a place, %3 sentences");
    return text.arg(count, where, outcome.error->userText);
}

} // namespace segue::ui::likeWords
