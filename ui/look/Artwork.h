// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

class QPainter;
class QPalette;

namespace segue::ui
{

/// Radius of the corners of artwork: small, as Spotify's rules for its artwork ask for.
inline constexpr int artworkRadius = 4;

/// Paints the picture whole and unaltered, in the middle of `rect`, with its proportions and rounded corners.
void drawArtwork(QPainter &painter, const QRect &rect, const QImage &image, int radius = artworkRadius);

/// Paints what stands in for a picture that is not there (yet): a quiet square with a line icon; without an icon
/// when the name is empty.
void drawArtworkPlaceholder(QPainter &painter, const QRect &rect, const QPalette &palette, const QString &iconName,
                            int radius = artworkRadius);

/// Device pixels that an artwork of `size` device-independent pixels takes.
[[nodiscard]] int artworkPixels(int size, qreal devicePixelRatio);

} // namespace segue::ui
