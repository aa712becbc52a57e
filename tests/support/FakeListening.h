// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/listening/Listening.h"
#include "tests/support/HeldAnswers.h"

#include <QStringList>

namespace segue::test
{

/// A Listening without a network: what was heard, and devices that take any command, in memory; answered in pages,
/// through the event loop, with faults on order.
class FakeListening : public web::Listening
{
    Q_OBJECT

public:
    using Listening::Listening;

    QList<web::MediumPtr> tracks; ///< most listened to, in each range
    QList<web::Artist> artists;
    QList<web::PlayedMedium> played; ///< latest first
    QList<web::Device> there;        ///< devices

    int pageSize = 50;
    HeldAnswers answers;
    /// "topTracks 0", "topArtists 0", "recentlyPlayed CURSOR", "devices", "play DEVICE CONTEXT 3", "play DEVICE
    /// URI,URI", "queue DEVICE URI", in the order of the calls.
    QStringList log;

    web::Call topTracks(web::TopRange range, int offset, QObject *context,
                        Done<web::Page<web::MediumPtr>> done) override;
    web::Call topArtists(web::TopRange range, int offset, QObject *context, Done<web::Page<web::Artist>> done) override;
    web::Call recentlyPlayed(const QString &before, QObject *context, Done<web::Page<web::PlayedMedium>> done) override;
    web::Call devices(QObject *context, Done<QList<web::Device>> done) override;
    web::Call play(const web::PlayCall &what, QObject *context, Done<Nothing> done) override;
    web::Call addToQueue(const QString &uri, const QString &deviceId, QObject *context, Done<Nothing> done) override;
};

} // namespace segue::test
