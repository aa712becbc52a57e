// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/cover/PictureFile.h"

#include <QImage>
#include <QSize>

/// Opens picture files that nobody vouches for: everything that can be told before decoding is checked before
/// decoding, and a decoder gets only files of its own format. Pure functions; any thread.
namespace segue::playlist
{

/// A picture that passed all checks that need no decoding.
struct PictureSource {
    QByteArray file;
    PictureFormat format = PictureFormat::Jpeg;
    JpegFacts jpeg;         ///< only of a JPEG
    QSize size;             ///< pixels as a person sees it: after the EXIF orientation
    bool turned = false;    ///< there is an EXIF orientation that changes something
    bool onItsSide = false; ///< … and it swaps width and height
    bool animated = false;
};

/// Fails with ErrorKind::InvalidInput: empty, no picture, cut off, damaged, too small, too large to be opened safely.
[[nodiscard]] Result<PictureSource> inspectPicture(const QByteArray &file);

/// Reads a file for inspectPicture. Fails with ErrorKind::InvalidInput for a folder, a device and a file that is too
/// large, without opening it, and with Local when it cannot be read.
[[nodiscard]] Result<QByteArray> readPictureFile(const QString &path);

/// Decodes the (first) picture, upright, at that size. A JPEG is scaled while it is decoded, so a small size costs
/// little memory. Fails with ErrorKind::InvalidInput when the file is damaged.
[[nodiscard]] Result<QImage> decodePicture(const PictureSource &source, QSize size);

/// "1,200 × 800", for messages.
[[nodiscard]] QString pixelsText(QSize size);

} // namespace segue::playlist
