// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/CacheControl.h"
#include "app/web/Call.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>

namespace segue::web
{

/// Which of the service's rate limits a request counts against. Cover uploads have one of their own, so being
/// told to wait there must not stop everything else.
enum class Lane { Account, Cover };

/// What a request is about: decides how its refusals are told.
enum class Subject { Playlists, Catalogue, Saved, Following, Top, Recent, Devices, Playback, People };

/// An earlier answer to the same request, and the tag under which the service knows it.
struct KnownAnswer {
    QByteArray tag; ///< empty: there is none
    QByteArray body;
};

/// One HTTP request to the API, without token and host: Transport adds those.
struct ApiRequest {
    QByteArray method = "GET";
    QString path;    ///< below the API's base address, percent-encoded, without a leading slash
    QUrlQuery query; ///< never logged
    QByteArray body;
    QByteArray contentType;
    Priority priority = Priority::Normal;
    QString writeKey; ///< writes with the same key go one after another, in the order they were handed over
    Lane lane = Lane::Account;
    Subject subject = Subject::Playlists;
    bool mayBeKept = false;  ///< an earlier answer will do for as long as the service says; otherwise it is asked
    KnownAnswer known;       ///< sent along as "unless it is still this"; then it is the answer. For reads only
    bool answersJson = true; ///< whether a 2xx must carry JSON; otherwise its body is ignored
    std::chrono::milliseconds deadline{0};                   ///< for the whole exchange; 0: Transport's own
    std::function<void(qint64 sent, qint64 total)> progress; ///< of the body; may be empty

    [[nodiscard]] bool isWrite() const { return method != "GET"; }
};

/// A successful (2xx) answer.
struct ApiAnswer {
    int status = 200;
    QJsonDocument json; ///< null when the request does not ask for JSON
    QByteArray body;    ///< what `json` was made from
    Keeping keeping;
};

} // namespace segue::web
