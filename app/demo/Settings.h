// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/StandIn.h"

#include <QStringList>

namespace segue::demo
{

/// What can be changed while the stand-in runs. The names in JSON (GET and PATCH /_control/options) are
/// those of the members.
struct Settings {
    QString dialect = QStringLiteral("items");
    int latency = 0;                                 ///< ms added to every answer but those of /_control
    int rateLimit = 0;                               ///< Web API requests in any 30 s; 0: none
    int coverRateLimit = 0;                          ///< cover uploads in any 30 s; 0: none
    QString rateLimitForm = QStringLiteral("plain"); ///< how a 429 looks: "plain" or "quota"
    int pageLimit = 0;        ///< most playlist items on a page; 0: as the dialect has it (100 or 50)
    int catalogueMaxAge = 0;  ///< s for which answers of the catalogue may be taken again without asking
    int coverLimit = 256'000; ///< most characters of base64 in an upload

    QString consent = QStringLiteral("allow"); ///< what /authorize does: "allow", "deny" or "ask" (a page)
    bool percentCodes = false;                 ///< codes contain %, + and /
    bool rotation = false;                     ///< a refresh hands out a new refresh token and ends the old one
    int expiresIn = 3600;                      ///< life of an access token in seconds
    int codeLife = 600;                        ///< life of a code in seconds
    QStringList redirects;                     ///< the app's registered ones; empty: any path on a loopback address
    bool dropScope = false;                    ///< the token answers leave "scope" out

    int snapshotLag = 0;           ///< ms until a GET shows the snapshot_id that a write returned
    int contentLag = 0;            ///< ms until a GET shows the items that a write made
    int coverLag = 0;              ///< ms until a GET shows an uploaded cover
    bool positionsIgnored = false; ///< the tracks dialect too removes every copy
    bool bigRangesIgnored = false; ///< reorder calls of more than 100 items do nothing
    bool publicIgnored = false;    ///< a change of "public" is accepted and forgotten
    bool bothNames = false;        ///< entries carry `item` and `track` at once
    bool repeatedItems = false;    ///< pages hold the key "items" twice; the last one counts
    bool nullImages = false;       ///< "images": null where there are none
    QStringList deadUris;          ///< adding one answers 404, replacing with one 502

    bool premium = true; ///< without it commands to the player are refused
    /// To play on: "name|type|flag…", the flags being idle (cannot be the active one unless chosen), restricted (takes
    /// no commands) and hidden (no id is told).
    QStringList devices{QStringLiteral("Desk computer|Computer"), QStringLiteral("Kitchen speaker|Speaker"),
                        QStringLiteral("Car|Automobile|idle|restricted")};
    bool editorialClosed = false; ///< what the service puts on show is closed to the older dialect too
    bool nullResults = false;     ///< search results have null among the playlists

    [[nodiscard]] bool isItems() const { return dialect == QLatin1String("items"); }
    static Settings from(const StandInOptions &options);

    [[nodiscard]] QJsonObject toJson() const;
    /// Takes over the members named in `changes`. On an unknown name or a wrong type nothing is changed and
    /// the reason is returned.
    QString apply(const QJsonObject &changes);
};

} // namespace segue::demo
