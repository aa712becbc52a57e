// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/CoverEncoder.h"

#include <QBuffer>
#include <QImageWriter>

#include <algorithm>
#include <cmath>

namespace segue::playlist
{

namespace
{

constexpr int bestQuality = 95; // above it a JPEG grows fast and looks the same
constexpr int goodQuality = 85; // no flaws to be seen
constexpr int fairQuality = 60; // flaws are seen by who looks for them

QByteArray encode(const QImage &picture, int quality)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    if (!writer.write(picture))
        jpeg.clear();
    return jpeg;
}

int shorterSide(QSize size)
{
    return std::min(size.width(), size.height());
}

/// One search: the picture at its present size, and what is known of that size.
class Search
{
public:
    Search(const QImage &picture, qint64 maxBytes) : m_original(picture), m_scaled(picture), m_maxBytes(maxBytes) {}

    [[nodiscard]] bool works() const { return m_bytes != 0; }

    bool fits(int quality)
    {
        QByteArray jpeg = encode(m_scaled, quality);
        m_bytes = jpeg.size();
        if (m_bytes == 0 || m_bytes > m_maxBytes)
            return false;
        m_best = EncodedCover{std::move(jpeg), m_scaled.size(), quality};
        return true;
    }

    /// The best quality in the range, whose lower end fits and whose upper end does not.
    EncodedCover best(int fitting, int tooMuch)
    {
        while (tooMuch - fitting > 1) {
            const int quality = (fitting + tooMuch) / 2;
            (fits(quality) ? fitting : tooMuch) = quality;
        }
        return std::move(m_best);
    }

    /// Makes the picture smaller by as much as the last encoding was too large, its shorter side no smaller than
    /// `floor`. False when it is that small already.
    bool shrink(int floor)
    {
        const double wanted = std::sqrt(double(m_maxBytes) / double(m_bytes)) * 0.98;
        const int side = shorterSide(m_scaled.size());
        const int next = std::max(floor, int(side * std::clamp(wanted, 0.4, 0.95)));
        if (next >= side)
            return false;
        const double scale = double(next) / shorterSide(m_original.size());
        const QSize size(std::max(1, qRound(m_original.width() * scale)),
                         std::max(1, qRound(m_original.height() * scale)));
        m_scaled = m_original.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation); // ratio kept by `scale`
        return true;
    }

private:
    QImage m_original;
    QImage m_scaled;
    qint64 m_maxBytes;
    qint64 m_bytes = -1; ///< of the last encoding; 0 when it failed
    EncodedCover m_best;
};

} // namespace

std::optional<EncodedCover> encodeToFit(const QImage &picture, qint64 maxBytes)
{
    Search search(picture, maxBytes);
    if (search.fits(bestQuality))
        return search.best(bestQuality, bestQuality);
    if (!search.works())
        return std::nullopt;

    do {
        if (search.fits(goodQuality))
            return search.best(goodQuality, bestQuality);
    } while (search.works() && search.shrink(preferredCoverSide));

    do {
        if (search.fits(fairQuality))
            return search.best(fairQuality, goodQuality);
    } while (search.works() && search.shrink(1));
    return std::nullopt;
}

} // namespace segue::playlist
