// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/PictureSource.h"

#include "app/playlist/cover/CoverPicture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>
#include <QPixelFormat>

#include <algorithm>
#include <cmath>

namespace segue::playlist
{

namespace
{

constexpr qint64 maxCoefficientBytes = 256 * 1024 * 1024;
constexpr int maxScans = 100; // programs write about ten; thousands are an attempt to keep the decoder busy

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CoverPicture)
};

Unexpected refuse(const QString &userText, const QString &detail = {})
{
    return Unexpected(Error{ErrorKind::InvalidInput, 0, userText, detail, {}});
}

Unexpected refuseCutOff()
{
    return refuse(Texts::tr("This picture is cut off: the end of the file is missing."));
}

Unexpected refuseLargeFile()
{
    return refuse(Texts::tr("This file is larger than %1. Make the picture smaller in another program first.")
                      .arg(QLocale().formattedDataSize(maxPictureFileBytes, 0)));
}

/// A reader for just one format: no other plugin gets to see the file.
class Reader
{
public:
    Reader(const QByteArray &file, PictureFormat format) : m_file(file), m_buffer(&m_file)
    {
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setAutoDetectImageFormat(false);
        m_reader.setFormat(pictureFormatName(format));
        m_reader.setAutoTransform(true);
    }

    QImageReader *operator->() { return &m_reader; }

private:
    QByteArray m_file;
    QBuffer m_buffer;
    QImageReader m_reader;
};

/// How many pixels of that format are opened. A JPEG is scaled while it is decoded; the others are decoded whole, and
/// QImageReader fails, with a text for programmers, beyond its limit.
double pixelLimit(PictureFormat format, QImage::Format pixels)
{
    constexpr double most = maxPictureMegapixels * 1e6;
    if (format == PictureFormat::Jpeg || QImageReader::allocationLimit() <= 0)
        return most;
    const int bits = pixels == QImage::Format_Invalid ? 32 : QImage::toPixelFormat(pixels).bitsPerPixel();
    return std::min(most, QImageReader::allocationLimit() * 1024.0 * 1024 * 8 / std::max(bits, 32));
}

Result<Nothing> checkSize(const PictureSource &source, double limit)
{
    if (std::min(source.size.width(), source.size.height()) < minCoverSide) {
        return refuse(Texts::tr("This picture is too small for a cover: it has %1 pixels, and with less than %2 it "
                                "would be nothing but a blur.")
                          .arg(pixelsText(source.size), pixelsText({minCoverSide, minCoverSide})));
    }
    const double pixels = double(source.size.width()) * source.size.height();
    const bool heavy = source.jpeg.scans > 1 && source.jpeg.coefficientBytes > maxCoefficientBytes;
    if (pixels > limit || heavy || source.jpeg.scans > maxScans) {
        return refuse(Texts::tr("This picture is too large to be opened safely: it has %1 pixels, which is %2 "
                                "megapixels. Make it smaller in another program first.")
                          .arg(pixelsText(source.size), QLocale().toString(std::ceil(pixels / 1e5) / 10)));
    }
    return Nothing{};
}

/// Finds what decoders overlook. Those of PNG and WebP notice a missing end by themselves.
bool isWhole(PictureSource &source)
{
    switch (source.format) {
    case PictureFormat::Jpeg:
        source.jpeg = jpegFacts(source.file);
        return source.jpeg.complete;
    case PictureFormat::Gif:
        return gifHasWholeImage(source.file);
    case PictureFormat::Bmp:
        return bmpHasAllRows(source.file);
    case PictureFormat::Png:
    case PictureFormat::Webp:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<PictureSource> inspectPicture(const QByteArray &file)
{
    if (file.isEmpty())
        return refuse(Texts::tr("This file is empty. Choose a JPEG, PNG, WebP, GIF or BMP picture."));
    if (file.size() > maxPictureFileBytes)
        return refuseLargeFile();
    const std::optional<PictureFormat> format = pictureFormat(file);
    if (!format) {
        return refuse(Texts::tr("This file is not a picture that Segue can open. Choose a JPEG, PNG, WebP, GIF or BMP "
                                "picture."));
    }
    if (!QImageReader::supportedImageFormats().contains(QByteArray(pictureFormatName(*format)))) {
        return refuse(Texts::tr("%1 pictures cannot be opened on this computer, because a plugin of Qt is missing "
                                "(qt6-image-formats-plugins). Save the picture as JPEG or PNG.")
                          .arg(QString::fromLatin1(pictureFormatName(*format)).toUpper()));
    }

    PictureSource source;
    source.file = file;
    source.format = *format;
    if (!isWhole(source))
        return refuseCutOff();

    Reader reader(file, *format);
    const QSize stored = reader->size();
    if (!stored.isValid())
        return refuse(Texts::tr("This picture is damaged and cannot be opened."), reader->errorString());
    source.turned = reader->transformation() != QImageIOHandler::TransformationNone;
    source.onItsSide = reader->transformation().testFlag(QImageIOHandler::TransformationRotate90);
    source.size = source.onItsSide ? stored.transposed() : stored;
    if (const Result<Nothing> checked = checkSize(source, pixelLimit(*format, reader->imageFormat())); !checked)
        return Unexpected(checked.error());
    source.animated = reader->supportsAnimation() && reader->imageCount() > 1;
    return source;
}

Result<QByteArray> readPictureFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return refuse(Texts::tr("This is a folder. Choose a JPEG, PNG, WebP, GIF or BMP picture."));
    if (info.exists() && !info.isFile()) // a pipe or a device might never end
        return refuse(Texts::tr("This is not a file. Choose a JPEG, PNG, WebP, GIF or BMP picture."));
    if (info.size() > maxPictureFileBytes)
        return refuseLargeFile();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const QString text = info.exists() ? Texts::tr("This file cannot be read. Check that you may open it.")
                                           : Texts::tr("This file cannot be found.");
        return Unexpected(Error{ErrorKind::Local, 0, text, file.errorString(), {}});
    }
    QByteArray contents = file.read(maxPictureFileBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return Unexpected(
            Error{ErrorKind::Local, 0, Texts::tr("This file cannot be read to its end."), file.errorString(), {}});
    }
    return contents;
}

Result<QImage> decodePicture(const PictureSource &source, QSize size)
{
    Reader reader(source.file, source.format);
    if (source.format == PictureFormat::Jpeg && size != source.size)
        reader->setScaledSize(source.onItsSide ? size.transposed() : size);
    QImage image = reader->read();
    if (image.isNull()) {
        return refuse(Texts::tr("This picture is cut off or damaged and cannot be opened."), reader->errorString());
    }
    if (image.size() != size)
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return image;
}

QString pixelsText(QSize size)
{
    const QLocale locale;
    return Texts::tr("%1 × %2").arg(locale.toString(size.width()), locale.toString(size.height()));
}

} // namespace segue::playlist
