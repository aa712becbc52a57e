// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/CoverPicture.h"

#include "app/playlist/cover/CoverEncoder.h"
#include "app/playlist/cover/PictureSource.h"
#include "app/web/Values.h"

#include <QColorSpace>
#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace segue::playlist
{

namespace
{

constexpr qint64 maxJpegBytes = web::maxCoverBase64Bytes / 4 * 3;
// What Segue encodes itself stays a little below: the real service was seen to answer 413 somewhat under its limit.
constexpr qint64 encodedJpegBytes = 187'000;
constexpr double largestArea = 2048.0 * 2048.0; // Spotify shows 640 × 640; more would only cost quality and time
constexpr double longestSide = 8192;
constexpr int previewSide = preferredCoverSide;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CoverPicture)
};

int shorterSide(QSize size)
{
    return std::min(size.width(), size.height());
}

QSize scaledDown(QSize size, double factor)
{
    if (factor >= 1)
        return size;
    return {std::max(1, qRound(size.width() * factor)), std::max(1, qRound(size.height() * factor))};
}

/// The size to work on: the picture's own, or as much as is of use.
QSize workingSize(QSize size)
{
    const double area = double(size.width()) * size.height();
    return scaledDown(size,
                      std::min(std::sqrt(largestArea / area), longestSide / std::max(size.width(), size.height())));
}

QImage squareFromMiddle(const QImage &image)
{
    const int side = shorterSide(image.size());
    const QImage square = image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    if (side <= previewSide)
        return square;
    return square.scaled(previewSide, previewSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The colours everybody shows alike: sRGB, 8 bits, no palette.
QImage plainColours(QImage image)
{
    const QImage::Format format = image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // CMYK stays CMYK in the decoder since 6.8; its profile, too, is only understood from then on.
    if (image.colorSpace().isValid())
        return image.convertedToColorSpace(QColorSpace::SRgb, format);
    image.convertTo(format);
#else
    image.convertTo(format);
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace::SRgb);
#endif
    return image;
}

bool hasTransparency(const QImage &argb)
{
    for (int y = 0; y < argb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        if (std::any_of(line, line + argb.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

/// A background that the picture stands out from: a white logo would vanish on white.
QColor backgroundFor(const QImage &argb)
{
    constexpr double lightGrey = 200;
    const QImage sample = argb.scaled(argb.size().boundedTo({256, 256}));
    double light = 0;
    double weight = 0;
    for (int y = 0; y < sample.height(); ++y) {
        for (int x = 0; x < sample.width(); ++x) {
            const QRgb pixel = sample.pixel(x, y);
            light += double(qGray(pixel)) * qAlpha(pixel);
            weight += qAlpha(pixel);
        }
    }
    return weight > 0 && light / weight > lightGrey ? QColor(0x18, 0x18, 0x18) : QColor(Qt::white);
}

/// Lays a picture on a background where it is transparent, and says in `remark` that it did.
QImage flattened(const QImage &image, QStringList &remark)
{
    if (!image.hasAlphaChannel() || !hasTransparency(image))
        return image.convertToFormat(QImage::Format_RGB32);
    const QColor background = backgroundFor(image);
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(background);
    QPainter(&flat).drawImage(0, 0, image);
    remark += background == QColor(Qt::white) ? Texts::tr("Its transparent parts are white now.")
                                              : Texts::tr("Its transparent parts are dark now.");
    return flat;
}

bool goesUpAsItIs(const PictureSource &source)
{
    return source.format == PictureFormat::Jpeg && source.file.size() <= maxJpegBytes && !source.turned &&
           source.jpeg.huffman && source.jpeg.bitsPerSample == 8 &&
           (source.jpeg.components == 1 || source.jpeg.components == 3);
}

/// Decodes all the same: for the preview, and because only a decoded picture is known to be one.
Result<CoverPicture> asItIs(const PictureSource &source)
{
    const Result<QImage> image =
        decodePicture(source, scaledDown(source.size, double(previewSide) / shorterSide(source.size)));
    if (!image)
        return Unexpected(image.error());
    return CoverPicture{source.file, squareFromMiddle(*image), source.size.width(), source.size.height(), true, {}};
}

Result<CoverPicture> encodedAnew(const PictureSource &source)
{
    const Result<QImage> decoded = decodePicture(source, workingSize(source.size));
    if (!decoded)
        return Unexpected(decoded.error());

    QStringList remark;
    if (source.format != PictureFormat::Jpeg) {
        remark += Texts::tr("Converted from %1 to JPEG.")
                      .arg(QString::fromLatin1(pictureFormatName(source.format)).toUpper());
    }
    if (source.animated)
        remark += Texts::tr("Only the first picture of the animation is used.");
    if (source.turned)
        remark += Texts::tr("Turned upright.");
    if (source.jpeg.components == 4)
        remark += Texts::tr("Converted from print colours (CMYK).");

    std::optional<EncodedCover> cover = encodeToFit(flattened(plainColours(*decoded), remark), encodedJpegBytes);
    QImage sent;
    if (!cover || !sent.loadFromData(cover->jpeg, "jpeg")) {
        return Unexpected(
            Error{ErrorKind::Local, 0, Texts::tr("This picture could not be converted to a JPEG."), {}, {}});
    }
    if (cover->size != source.size)
        remark += Texts::tr("Scaled from %1 to %2 pixels.").arg(pixelsText(source.size), pixelsText(cover->size));
    else if (remark.isEmpty())
        remark += Texts::tr("Compressed to fit Spotify's limit for covers.");
    return CoverPicture{
        std::move(cover->jpeg), squareFromMiddle(sent), cover->size.width(), cover->size.height(), false,
        remark.join(u' ')};
}

} // namespace

Result<CoverPicture> makeCoverPicture(const QByteArray &fileContents)
{
    const Result<PictureSource> source = inspectPicture(fileContents);
    if (!source)
        return Unexpected(source.error());
    return goesUpAsItIs(*source) ? asItIs(*source) : encodedAnew(*source);
}

Result<CoverPicture> makeCoverPicture(const QString &path)
{
    const Result<QByteArray> contents = readPictureFile(path);
    if (!contents)
        return Unexpected(contents.error());
    return makeCoverPicture(*contents);
}

} // namespace segue::playlist
