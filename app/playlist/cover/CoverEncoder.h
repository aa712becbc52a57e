// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>

namespace segue::playlist
{

struct EncodedCover {
    QByteArray jpeg;
    QSize size;      ///< of the picture in it
    int quality = 0; ///< 0 … 100, as QImageWriter takes it
};

/// The side below which a cover is not made smaller as long as a lower quality helps: Spotify shows covers at 640.
inline constexpr int preferredCoverSide = 640;

/// Encodes an opaque picture as a JPEG of at most `maxBytes`, and keeps as much of it as that allows: first its size
/// at a quality that shows no flaws, then the preferred side at a fair quality, and only then less. The same picture
/// gives the same bytes. Nothing when it cannot be encoded at all. Any thread; a dozen encodings at most.
[[nodiscard]] std::optional<EncodedCover> encodeToFit(const QImage &picture, qint64 maxBytes);

} // namespace segue::playlist
