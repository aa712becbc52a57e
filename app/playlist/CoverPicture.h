// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace segue::playlist {

/// A picture made ready for Spotify: a JPEG whose base64 text fits the limit of the cover endpoint.
struct CoverPicture {
    QByteArray jpeg;
    QImage preview;        ///< what Spotify will show of it: square, from the middle
    int width = 0;         ///< pixels of the JPEG
    int height = 0;
    bool unchanged = false; ///< the file itself: neither scaled nor re-encoded
    QString remark;        ///< what was done to it, for the user; empty when unchanged
};

/// Reads a picture file and makes it fit. Any thread; takes up to a second for large photographs, so not on the GUI
/// thread. Errors are ErrorKind::InvalidInput (no picture, cut off, too small, too large to be opened safely) or
/// Local (cannot be read).
[[nodiscard]] Result<CoverPicture> makeCoverPicture(const QString &path);
[[nodiscard]] Result<CoverPicture> makeCoverPicture(const QByteArray &fileContents);

} // namespace segue::playlist
