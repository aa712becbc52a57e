// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace segue::playlist
{

/// A picture made ready for Spotify: a JPEG whose base64 text fits the limit of the cover endpoint. It is never
/// cropped: Spotify itself shows the square in the middle.
struct CoverPicture {
    QByteArray jpeg;
    QImage preview; ///< what Spotify will show of it: square, from the middle, at most 640 × 640
    int width = 0;  ///< pixels of the JPEG
    int height = 0;
    bool unchanged = false; ///< the file itself: neither scaled nor re-encoded
    QString remark;         ///< what was done to it, for the user; empty when unchanged
};

inline constexpr qint64 maxPictureFileBytes = 50 * 1024 * 1024; ///< a larger file is refused before it is read
inline constexpr int maxPictureMegapixels = 100; ///< of a JPEG; other formats: what QImageReader may allocate
inline constexpr int minCoverSide = 64;          ///< less than the smallest size that a list of playlists shows

/// Reads a picture file (JPEG, PNG, WebP, GIF or BMP, told by its contents) and makes it fit.
///
/// A JPEG that fits is left as it is, byte for byte, but for those that not everybody shows alike: turned by an EXIF
/// orientation, in CMYK, arithmetic-coded. These and all others are turned upright, laid on a plain background where
/// they are transparent (dark under a light picture, else white), scaled and encoded; see encodeToFit.
///
/// Any thread, several at once; takes up to a second for large photographs, so not on the GUI thread. Holds less than
/// half a gigabyte whatever the file says of itself. Errors are ErrorKind::InvalidInput (no picture, cut off, too
/// small, too large to be opened safely) or Local (cannot be read).
[[nodiscard]] Result<CoverPicture> makeCoverPicture(const QString &path);
[[nodiscard]] Result<CoverPicture> makeCoverPicture(const QByteArray &fileContents);

} // namespace segue::playlist
