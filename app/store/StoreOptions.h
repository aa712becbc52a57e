// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace segue::store
{

/// How much of the history stays. The latest version of each playlist always does.
struct HistoryLimits {
    std::chrono::days age{365};
    int versionsOfPlaylist = 200;
    qint64 bytes = 256 * 1024 * 1024; ///< the store's file, less what is free in it and what is cached
    /// A list that was only seen, and has grown since by nothing but added rows, is replaced within this time.
    std::chrono::minutes seenTogether{10};
};

/// How long lists stay that are kept only so that playlists open quickly. What was told of items may be kept for a
/// limited time alone, and addresses of pictures expire within a day.
struct CacheLimits {
    std::chrono::hours age{24}; ///< 0: nothing is kept
    std::chrono::hours pictureAge{24};
    qint64 bytes = 64 * 1024 * 1024; ///< of all lists together, as they are in the file; the oldest go first
};

struct StoreOptions {
    QString path; ///< one file a profile and account; its folder is made when it is not there
    HistoryLimits limits;
    CacheLimits cache;
    std::chrono::milliseconds busyTimeout{5000};   ///< how long to wait for another process
    std::chrono::milliseconds closeTimeout{10000}; ///< how long closing waits for what was handed over
    qint64 fileBytes = 1024 * 1024 * 1024;         ///< the file never grows over it: then the disk counts as full
};

} // namespace segue::store
