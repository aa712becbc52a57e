// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"
#include "app/web/Page.h"
#include "app/web/catalogue/Catalogue.h"

#include <QDateTime>
#include <QObject>

namespace segue::web
{

/// How far back "most listened to" looks.
enum class TopRange {
    Weeks,  ///< about four weeks
    Months, ///< about six months
    Years,  ///< about a year, or all there is
};

struct PlayedMedium {
    MediumPtr medium;
    QDateTime playedAt; ///< UTC
};

struct Device {
    QString id; ///< may be empty: such a device cannot be chosen
    QString name;
    QString type; ///< "Computer", "Smartphone", "Speaker", …
    bool isActive = false;
    bool isRestricted = false; ///< takes no commands
};

/// What to play: a context from one of its items on, or some items.
struct PlayCall {
    QString deviceId;   ///< empty: the active one
    QString contextUri; ///< a playlist or album; empty with `uris`
    int position = -1;  ///< in the context; −1: from its beginning
    QStringList uris;   ///< without a context
};

/// What the user listens to, and where. Needs scopes of its own (MissingScope without them), and Premium for commands:
/// their errors tell that, and that no device is there, apart (see userText). Calls behave as those of Api do, and
/// commands are sent once. GUI thread.
class Listening : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Call topTracks(TopRange range, int offset, QObject *context, Done<Page<MediumPtr>> done) = 0;
    virtual Call topArtists(TopRange range, int offset, QObject *context, Done<Page<Artist>> done) = 0;
    /// Latest first, by cursor: `before` is Page::after of the last page, empty for the first.
    virtual Call recentlyPlayed(const QString &before, QObject *context, Done<Page<PlayedMedium>> done) = 0;

    virtual Call devices(QObject *context, Done<QList<Device>> done) = 0;
    virtual Call play(const PlayCall &what, QObject *context, Done<Nothing> done) = 0;
    virtual Call addToQueue(const QString &uri, const QString &deviceId, QObject *context, Done<Nothing> done) = 0;
};

} // namespace segue::web
