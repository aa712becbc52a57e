// SPDX-License-Identifier: GPL-3.0-or-later
// Picture files that are to become covers.
#include "app/playlist/cover/CoverPicture.h"
#include "app/playlist/cover/PictureSource.h"
#include "app/web/Values.h"
#include "tests/fuzz/Fuzz.h"

using namespace segue;
using namespace segue::fuzz;
using namespace segue::playlist;

namespace
{

/// Larger ones take the decoders, which are not what is tried here, longer than the checks before them.
constexpr int decodedPixels = 128 * 128;

void checkCover(const QByteArray &file, const PictureSource &source)
{
    const auto cover = makeCoverPicture(file);
    if (!cover) {
        FUZZ_REQUIRE(cover.error().kind == ErrorKind::InvalidInput);
        FUZZ_REQUIRE(!cover.error().userText.isEmpty());
        return;
    }
    FUZZ_REQUIRE(cover->jpeg.toBase64().size() <= web::maxCoverBase64Bytes);
    FUZZ_REQUIRE(cover->preview.width() == cover->preview.height() && cover->preview.width() <= 640);
    FUZZ_REQUIRE(cover->width > 0 && cover->height > 0);
    FUZZ_REQUIRE(cover->unchanged == (cover->jpeg == file));
    FUZZ_REQUIRE(cover->unchanged || source.format == PictureFormat::Jpeg || !cover->remark.isEmpty());
    // What goes up is a picture by the same measure.
    const JpegFacts facts = jpegFacts(cover->jpeg);
    FUZZ_REQUIRE(facts.complete && facts.width == cover->width && facts.height == cover->height);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray file = Input(data, size).rest();
    const JpegFacts facts = jpegFacts(file);
    FUZZ_REQUIRE(facts.width >= 0 && facts.height >= 0 && facts.scans >= 0 && facts.coefficientBytes >= 0);
    static_cast<void>(gifHasWholeImage(file));
    static_cast<void>(bmpHasAllRows(file));

    const auto source = inspectPicture(file);
    if (!source) {
        FUZZ_REQUIRE(source.error().kind == ErrorKind::InvalidInput);
        FUZZ_REQUIRE(!source.error().userText.isEmpty());
        return 0;
    }
    FUZZ_REQUIRE(pictureFormat(file) == source->format);
    FUZZ_REQUIRE(source->size.width() >= minCoverSide && source->size.height() >= minCoverSide);
    FUZZ_REQUIRE(double(source->size.width()) * source->size.height() <= maxPictureMegapixels * 1e6);
    FUZZ_REQUIRE(source->format != PictureFormat::Jpeg || source->jpeg.complete);
    if (qint64(source->size.width()) * source->size.height() <= decodedPixels)
        checkCover(file, *source);
    return 0;
}
