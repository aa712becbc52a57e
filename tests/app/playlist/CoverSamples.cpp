// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/CoverSamples.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QtEndian>

#include <cmath>

namespace segue::test
{

QByteArray written(const QImage &image, const char *format, int quality, bool progressive)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(progressive);
    return writer.write(image) ? bytes : QByteArray();
}

QImage quarters(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    const int w = width / 2;
    const int h = height / 2;
    painter.fillRect(0, 0, w, h, Qt::red);
    painter.fillRect(w, 0, width - w, h, Qt::green);
    painter.fillRect(0, h, w, height - h, Qt::blue);
    painter.fillRect(w, h, width - w, height - h, Qt::yellow);
    return image;
}

QImage noise(int width, int height, int grain)
{
    QRandomGenerator random(7);
    QImage image((width + grain - 1) / grain, (height + grain - 1) / grain, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, random.generate());
    }
    return image.scaled(width, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QByteArray withSegment(QByteArray jpeg, char marker, const QByteArray &payload)
{
    QByteArray segment("\xFF");
    segment += marker;
    segment.resize(4);
    qToBigEndian(quint16(payload.size() + 2), segment.data() + 2);
    return jpeg.insert(2, segment + payload);
}

QByteArray withOrientation(const QByteArray &jpeg, char orientation)
{
    static const QByteArray before = QByteArray::fromHex("457869660000"     // "Exif"
                                                         "4d4d002a00000008" // big-endian TIFF
                                                         "0001"
                                                         "0112"
                                                         "0003"
                                                         "00000001"
                                                         "00");
    return withSegment(jpeg, char(0xE1), before + orientation + QByteArray(6, '\0'));
}

QByteArray paddedTo(QByteArray jpeg, qsizetype size)
{
    while (jpeg.size() < size) {
        const qsizetype left = size - jpeg.size();
        jpeg =
            withSegment(jpeg, char(0xFE), QByteArray(std::min<qsizetype>(left > 60004 ? 60000 : left - 4, 60000), 'x'));
    }
    return jpeg;
}

QByteArray hugePng(quint32 width, quint32 height)
{
    QByteArray png = written(QImage(100, 100, QImage::Format_RGB32), "png");
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    quint32 crc = 0xFFFFFFFF;
    for (char byte : png.mid(12, 17)) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

QByteArray claimedJpeg(quint16 width, quint16 height, bool progressive)
{
    QByteArray jpeg = written(quarters(100, 100), "jpeg", 80, progressive);
    const qsizetype frame = jpeg.indexOf(QByteArray(progressive ? "\xFF\xC2" : "\xFF\xC0"));
    qToBigEndian(height, jpeg.data() + frame + 5);
    qToBigEndian(width, jpeg.data() + frame + 7);
    return jpeg;
}

const QByteArray &cmykJpeg()
{
    static const QByteArray jpeg = QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdo"
        "Zz5NcXlwZHhcZWdj/8AAFAgAQABABEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAH/8QAFBABAAAAAAAAAAAAAAAAAAAA"
        "AP/aAA4EQwBNAFkASwAAPwCgJ+n6gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AP/Z");
    return jpeg;
}

qint64 base64Size(const QByteArray &jpeg)
{
    return jpeg.toBase64().size();
}

bool isNear(QRgb pixel, const QColor &wanted)
{
    return std::abs(qRed(pixel) - wanted.red()) < 16 && std::abs(qGreen(pixel) - wanted.green()) < 16 &&
           std::abs(qBlue(pixel) - wanted.blue()) < 16;
}

QRgb at(const QImage &image, double x, double y)
{
    return image.pixel(int(x * image.width()), int(y * image.height()));
}

QImage decoded(const playlist::CoverPicture &cover)
{
    return QImage::fromData(cover.jpeg, "jpeg");
}

QByteArray animatedGif()
{
    // Qt writes no GIF, so this is one by hand: codes of 3 bits, and a clear code often enough that they never grow.
    const auto frame = [](int colour) -> QByteArray {
        QByteArray data;
        quint32 bits = 0;
        int count = 0;
        const auto put = [&](quint32 code) {
            bits |= code << count;
            for (count += 3; count >= 8; count -= 8, bits >>= 8)
                data += char(bits & 0xFF);
        };
        for (int pixel = 0; pixel < 64 * 64; ++pixel) {
            if (pixel % 2 == 0)
                put(4);
            put(quint32(colour));
        }
        put(5);
        data += char(bits & 0xFF);
        QByteArray image = QByteArray::fromHex("21f904000a000000"
                                               "2c00000000400040000002");
        for (qsizetype at = 0; at < data.size(); at += 255) {
            const QByteArray block = data.mid(at, 255);
            image += char(block.size()) + block;
        }
        return image + '\0';
    };
    return QByteArray("GIF89a") +
           QByteArray::fromHex("40004000910000"
                               "ff0000"
                               "0000ff"
                               "000000"
                               "ffffff") +
           frame(0) + frame(1) + ';';
}

QByteArray endlessBmp()
{
    QByteArray bmp = written(quarters(100, 100), "bmp");
    constexpr qsizetype width = 18;
    constexpr qsizetype height = 22;
    constexpr qsizetype bits = 28;
    qToLittleEndian<quint32>(1U << 30, bmp.data() + width);
    qToLittleEndian<quint32>(1U << 30, bmp.data() + height);
    qToLittleEndian<quint16>(1U << 14, bmp.data() + bits);
    return bmp;
}

QByteArray scansBomb()
{
    QByteArray jpeg = written(quarters(100, 100), "jpeg");
    const qsizetype scan = jpeg.indexOf("\xFF\xDA");
    const QByteArray again = jpeg.mid(scan, jpeg.size() - scan - 2);
    return jpeg.insert(scan, again.repeated(200));
}

} // namespace segue::test
