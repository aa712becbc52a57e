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
    qint64 bytes = 256 * 1024 * 1024; ///< the store's file, less what is free in it
    /// A list that was only seen, and has grown since by nothing but added rows, is replaced within this time.
    std::chrono::minutes seenTogether{10};
};

struct StoreOptions {
    QString path; ///< one file a profile and account; its folder is made when it is not there
    HistoryLimits limits;
    std::chrono::milliseconds busyTimeout{5000};   ///< how long to wait for another process
    std::chrono::milliseconds closeTimeout{10000}; ///< how long closing waits for what was handed over
    qint64 fileBytes = 1024 * 1024 * 1024;         ///< the file never grows over it: then the disk counts as full
};

} // namespace segue::store
