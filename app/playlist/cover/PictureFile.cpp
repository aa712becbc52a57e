// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/PictureFile.h"

#include <QtEndian>

#include <algorithm>
#include <bitset>
#include <cstdlib>
#include <cstring>

namespace segue::playlist
{

namespace
{

/// Reads numbers from a file and stops at its end: once `failed`, everything read is 0.
class Cursor
{
public:
    explicit Cursor(const QByteArray &bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] qint64 position() const { return m_position; }

    int u8() { return static_cast<int>(number<quint8>()); }
    int u16be() { return qFromBigEndian(number<quint16>()); }
    int u16le() { return qFromLittleEndian(number<quint16>()); }
    quint32 u32le() { return qFromLittleEndian(number<quint32>()); }

    void seek(qint64 position)
    {
        m_position = position;
        m_failed = m_failed || position < 0 || position > m_bytes.size();
    }
    void skip(qint64 count) { seek(m_position + count); }

    /// Moves onto the next byte of that value; fails where there is none.
    void find(int value)
    {
        const char *from = m_bytes.constData() + m_position;
        const void *hit = m_failed ? nullptr : std::memchr(from, value, size_t(m_bytes.size() - m_position));
        if (hit)
            m_position += static_cast<const char *>(hit) - from;
        else
            m_failed = true;
    }

private:
    template <typename T>
    T number()
    {
        if (m_failed || m_position + qint64(sizeof(T)) > m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        T value;
        std::memcpy(&value, m_bytes.constData() + m_position, sizeof(T));
        m_position += qint64(sizeof(T));
        return value;
    }

    const QByteArray &m_bytes;
    qint64 m_position = 0;
    bool m_failed = false;
};

constexpr int startOfImage = 0xD8;
constexpr int endOfImage = 0xD9;
constexpr int startOfScan = 0xDA;

bool isRestart(int marker)
{
    return marker >= 0xD0 && marker <= 0xD7;
}

bool isStartOfFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// The next marker, with the cursor behind it. Stray bytes before a marker are skipped, as decoders do.
int nextMarker(Cursor &in)
{
    int marker = 0;
    do {
        in.find(0xFF);
        while ((marker = in.u8()) == 0xFF) {
        }
    } while (marker == 0 && !in.failed());
    return marker;
}

/// Behind a scan's header: goes to the marker that ends the scan. Within a scan 0xFF is followed by 0 or a restart.
void skipScanData(Cursor &in)
{
    for (;;) {
        in.find(0xFF);
        const qint64 marker = in.position();
        int byte = in.u8();
        while (byte == 0xFF)
            byte = in.u8();
        if (in.failed())
            return;
        if (byte != 0 && !isRestart(byte)) {
            in.seek(marker);
            return;
        }
    }
}

void readFrameHeader(Cursor &in, int marker, JpegFacts &facts, std::bitset<256> &unseen)
{
    facts.huffman = marker <= 0xC2;
    facts.bitsPerSample = in.u8();
    facts.height = in.u16be();
    facts.width = in.u16be();
    facts.components = in.u8();
    int widest = 1;
    int tallest = 1;
    int samples = 0;
    for (int i = 0; i < facts.components; ++i) {
        unseen.set(size_t(in.u8()));
        const int sampling = in.u8();
        in.skip(1);
        widest = std::max(widest, sampling >> 4);
        tallest = std::max(tallest, sampling & 0xF);
        samples += (sampling >> 4) * (sampling & 0xF);
    }
    facts.coefficientBytes = qint64(facts.width) * facts.height * 2 * samples / (widest * tallest);
}

} // namespace

std::optional<PictureFormat> pictureFormat(const QByteArray &file)
{
    if (file.startsWith("\xFF\xD8\xFF"))
        return PictureFormat::Jpeg;
    if (file.startsWith("\x89PNG\r\n\x1A\n"))
        return PictureFormat::Png;
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP")
        return PictureFormat::Webp;
    if (file.startsWith("GIF87a") || file.startsWith("GIF89a"))
        return PictureFormat::Gif;
    if (file.startsWith("BM") && file.size() > 26)
        return PictureFormat::Bmp;
    return std::nullopt;
}

const char *pictureFormatName(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return "jpeg";
    case PictureFormat::Png:
        return "png";
    case PictureFormat::Webp:
        return "webp";
    case PictureFormat::Gif:
        return "gif";
    case PictureFormat::Bmp:
        return "bmp";
    }
    Q_UNREACHABLE();
}

JpegFacts jpegFacts(const QByteArray &file)
{
    JpegFacts facts;
    Cursor in(file);
    std::bitset<256> unseen; // components of the frame that no scan has brought yet
    while (!in.failed()) {
        const int marker = nextMarker(in);
        if (marker == endOfImage) {
            facts.complete = !in.failed() && facts.width > 0 && facts.height > 0 && unseen.none();
            return facts;
        }
        if (marker == startOfImage || isRestart(marker) || marker == 0x01)
            continue;
        const qint64 segment = in.position();
        const int length = in.u16be();
        if (length < 2)
            return facts;
        if (isStartOfFrame(marker)) {
            readFrameHeader(in, marker, facts, unseen);
        } else if (marker == startOfScan) {
            ++facts.scans;
            for (int left = in.u8(); left > 0; --left) {
                unseen.reset(size_t(in.u8()));
                in.skip(1);
            }
        }
        in.seek(segment + length);
        if (marker == startOfScan)
            skipScanData(in);
    }
    return facts;
}

bool gifHasWholeImage(const QByteArray &file)
{
    Cursor in(file);
    const auto skipColours = [&in](int flags) {
        if (flags & 0x80)
            in.skip(qint64(3) << ((flags & 7) + 1));
    };
    const auto skipBlocks = [&in] {
        while (const int length = in.u8())
            in.skip(length);
    };
    in.seek(10);
    const int screen = in.u8();
    in.skip(2);
    skipColours(screen);
    while (!in.failed()) {
        const int kind = in.u8();
        if (kind == 0x2C) { // an image
            in.skip(8);
            skipColours(in.u8());
            in.skip(1);
            skipBlocks();
            return !in.failed();
        }
        if (kind != 0x21) // not an extension either: the end, or rubbish
            return false;
        in.skip(1);
        skipBlocks();
    }
    return false;
}

bool bmpHasAllRows(const QByteArray &file)
{
    Cursor in(file);
    in.seek(10);
    const qint64 pixels = in.u32le();
    const bool old = in.u32le() == 12; // the header of OS/2 1.x
    const qint64 width = old ? in.u16le() : std::abs(qint64(qint32(in.u32le())));
    const qint64 height = old ? in.u16le() : std::abs(qint64(qint32(in.u32le())));
    in.skip(2);
    const qint64 bits = in.u16le();
    const quint32 compression = old ? 0 : in.u32le();
    if (in.failed())
        return false;
    if (compression != 0 && compression != 3)
        return true;
    const qint64 row = (width * bits + 31) / 32 * 4;
    // Divided: the product of what a header may claim is larger than any number here.
    return pixels <= file.size() && (height == 0 || row <= (file.size() - pixels) / height);
}

} // namespace segue::playlist
