// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/cover/CoverPicture.h"

#include <QByteArray>
#include <QColor>
#include <QImage>

/// Picture files made for the occasion, whole and broken, and a look at what came of them.
namespace segue::test
{

/// The file of a picture; empty where Qt cannot write the format.
[[nodiscard]] QByteArray written(const QImage &image, const char *format, int quality = -1, bool progressive = false);

/// Four flat quarters: red, green / blue, yellow. Shows turning, mirroring and cropping.
[[nodiscard]] QImage quarters(int width, int height);
/// Noise: the worst there is to compress. `grain` is the size of its dots.
[[nodiscard]] QImage noise(int width, int height, int grain = 1);

/// Puts a segment behind the start of a JPEG.
[[nodiscard]] QByteArray withSegment(QByteArray jpeg, char marker, const QByteArray &payload);
[[nodiscard]] QByteArray withOrientation(const QByteArray &jpeg, char orientation);
/// Pads a JPEG with comments to exactly that size.
[[nodiscard]] QByteArray paddedTo(QByteArray jpeg, qsizetype size);

/// A PNG that claims to have that size and holds the beginning of its rows.
[[nodiscard]] QByteArray hugePng(quint32 width, quint32 height);
/// A JPEG with another size in its header.
[[nodiscard]] QByteArray claimedJpeg(quint16 width, quint16 height, bool progressive = false);
/// A BMP that claims so many bytes that 64 bits do not hold their number.
[[nodiscard]] QByteArray endlessBmp();
/// One picture whose only scan comes two hundred times.
[[nodiscard]] QByteArray scansBomb();
/// 64 × 64, all of it red ink (magenta and yellow), with Adobe's inverted CMYK; made with libjpeg.
[[nodiscard]] const QByteArray &cmykJpeg();
/// Two pictures of 64 × 64, red and blue.
[[nodiscard]] QByteArray animatedGif();

[[nodiscard]] qint64 base64Size(const QByteArray &jpeg);
[[nodiscard]] bool isNear(QRgb pixel, const QColor &wanted);
/// The colour at a place given in parts of the whole.
[[nodiscard]] QRgb at(const QImage &image, double x, double y);
[[nodiscard]] QImage decoded(const playlist::CoverPicture &cover);

} // namespace segue::test

/// Declares `cover`, the picture made of `input`, or fails the test with the error's text.
#define GET(cover, input)                                                                                              \
    const segue::Result<segue::playlist::CoverPicture> result_##cover = segue::playlist::makeCoverPicture(input);      \
    QVERIFY2(result_##cover, result_##cover ? "" : qPrintable(result_##cover.error().userText));                       \
    const segue::playlist::CoverPicture &cover = *result_##cover
