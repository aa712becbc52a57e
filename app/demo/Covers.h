// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/World.h"

#include <QByteArray>
#include <QCache>
#include <QImage>

#include <optional>

namespace segue::demo
{

/// The image files. Covers are drawn when first asked for, by shape and colour alone (no text, so that no
/// fonts are needed), the same ones for the same seed, and kept as JPEG in a cache with a bound.
class Covers
{
public:
    explicit Covers(World &world) : m_world(world), m_cache(24 * 1024 * 1024) {}

    /// The JPEG at "/image/…" or "/mosaic/…"; nothing for an address that is none of ours.
    [[nodiscard]] std::optional<QByteArray> file(const QString &path);

private:
    [[nodiscard]] std::optional<QByteArray> made(const QString &path) const;
    [[nodiscard]] std::optional<QImage> mosaic(int side, const QString &ids) const;

    World &m_world;
    QCache<QString, QByteArray> m_cache;
};

/// Draws a square picture out of a number.
QImage drawCover(quint64 number, int side);

} // namespace segue::demo
