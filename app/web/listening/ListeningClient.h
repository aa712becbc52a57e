// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Caller.h"
#include "app/web/listening/Listening.h"

namespace segue::web
{

/// What is listened to, and where, over HTTP.
class ListeningClient final : public Listening
{
    Q_OBJECT

public:
    /// The caller must outlive this.
    explicit ListeningClient(Caller &caller, QObject *parent = nullptr);

    Call topTracks(TopRange range, int offset, QObject *context, Done<Page<MediumPtr>> done) override;
    Call topArtists(TopRange range, int offset, QObject *context, Done<Page<Artist>> done) override;
    Call recentlyPlayed(const QString &before, QObject *context, Done<Page<PlayedMedium>> done) override;
    Call devices(QObject *context, Done<QList<Device>> done) override;
    Call play(const PlayCall &what, QObject *context, Done<Nothing> done) override;
    Call addToQueue(const QString &uri, const QString &deviceId, QObject *context, Done<Nothing> done) override;

private:
    Caller &m_caller;
};

} // namespace segue::web
