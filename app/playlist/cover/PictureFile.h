// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// What the bytes of a picture file tell without decoding it. Qt decodes a file that was cut off in the middle and
/// paints the rest grey or not at all, with nothing but a warning in the log; these checks find such a file.
/// Pure functions; any thread.
namespace segue::playlist
{

enum class PictureFormat { Jpeg, Png, Webp, Gif, Bmp };

/// By the first bytes of the file, never by its name. Nothing for everything else: SVG, TIFF, HEIC, text …
[[nodiscard]] std::optional<PictureFormat> pictureFormat(const QByteArray &file);

/// The name that QImageReader and people know the format by, in lower case ("jpeg").
[[nodiscard]] const char *pictureFormatName(PictureFormat format);

struct JpegFacts {
    bool complete = false; ///< every segment and every scan is there, up to the end marker
    int width = 0;         ///< pixels as stored, before any EXIF orientation
    int height = 0;
    int bitsPerSample = 0;
    int components = 0;  ///< 1 grey, 3 colour, 4 CMYK
    bool huffman = true; ///< false: arithmetic coding or lossless, which browsers do not show
    int scans = 0;
    qint64 coefficientBytes = 0; ///< what a decoder must hold at once when there is more than one scan
};

/// Walks the segments of a JPEG and skips over the data of its scans.
[[nodiscard]] JpegFacts jpegFacts(const QByteArray &file);

/// Whether the first image of a GIF is there to its end.
[[nodiscard]] bool gifHasWholeImage(const QByteArray &file);

/// Whether all rows of an uncompressed BMP are there. True for compressed ones, whose decoder notices by itself.
[[nodiscard]] bool bmpHasAllRows(const QByteArray &file);

} // namespace segue::playlist
