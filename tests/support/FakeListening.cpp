// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeListening.h"

#include "tests/support/FakePage.h"

namespace segue::test
{

using namespace segue::web;

Call FakeListening::topTracks(TopRange, int offset, QObject *context, Done<Page<MediumPtr>> done)
{
    log.append(QStringLiteral("topTracks %1").arg(offset));
    return answers.answer<Page<MediumPtr>>(context, std::move(done),
                                           [this, offset] { return pageOf(tracks, offset, pageSize); });
}

Call FakeListening::topArtists(TopRange, int offset, QObject *context, Done<Page<Artist>> done)
{
    log.append(QStringLiteral("topArtists %1").arg(offset));
    return answers.answer<Page<Artist>>(context, std::move(done),
                                        [this, offset] { return pageOf(artists, offset, pageSize); });
}

Call FakeListening::recentlyPlayed(const QString &before, QObject *context, Done<Page<PlayedMedium>> done)
{
    log.append(QStringLiteral("recentlyPlayed ") + before);
    return answers.answer<Page<PlayedMedium>>(context, std::move(done), [this, before] {
        const int begin = before.toInt();
        Page<PlayedMedium> page = pageOf(played, begin, pageSize);
        page.offset = 0;
        if (page.more)
            page.after = QString::number(begin + page.items.size());
        return page;
    });
}

Call FakeListening::devices(QObject *context, Done<QList<Device>> done)
{
    log.append(QStringLiteral("devices"));
    return answers.answer<QList<Device>>(context, std::move(done), [this] { return there; });
}

Call FakeListening::play(const PlayCall &what, QObject *context, Done<Nothing> done)
{
    const QString wanted = what.contextUri.isEmpty() ? what.uris.join(u',')
                                                     : QStringLiteral("%1 %2").arg(what.contextUri).arg(what.position);
    log.append(QStringLiteral("play %1 %2").arg(what.deviceId, wanted));
    return answers.answer<Nothing>(context, std::move(done), [] { return Nothing{}; });
}

Call FakeListening::addToQueue(const QString &uri, const QString &deviceId, QObject *context, Done<Nothing> done)
{
    log.append(QStringLiteral("queue %1 %2").arg(deviceId, uri));
    return answers.answer<Nothing>(context, std::move(done), [] { return Nothing{}; });
}

} // namespace segue::test
