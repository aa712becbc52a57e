// SPDX-License-Identifier: GPL-3.0-or-later
// What a damaged disk, or somebody else's file, gives the store to read.
#include "app/store/EntriesCodec.h"
#include "app/store/Packing.h"
#include "app/store/RowCodec.h"
#include "app/store/WantedCodec.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>
#include <memory>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::store;

namespace
{

void readRows(const QByteArray &bytes)
{
    const auto rows = decodeRows(bytes);
    if (!rows)
        return;
    FUZZ_REQUIRE(rows->size() <= bytes.size());
    const QByteArray again = encodeRows(*rows);
    FUZZ_REQUIRE(decodeRows(again) == rows);
    FUZZ_REQUIRE(encodeRows(*decodeRows(again)) == again);
}

void readWanted(const QByteArray &bytes, qsizetype serverSize)
{
    const auto rows = decodeWanted(bytes, serverSize);
    if (!rows)
        return;
    for (const WantedRow &row : *rows)
        FUZZ_REQUIRE(row.serverIndex >= -1 && row.serverIndex < serverSize);
    // Equal rows give equal bytes, so equal bytes stand for equal rows.
    const QByteArray again = encodeWanted(*rows);
    const auto back = decodeWanted(again, serverSize);
    FUZZ_REQUIRE(back && back->size() == rows->size());
    FUZZ_REQUIRE(encodeWanted(*back) == again);
}

void readPositions(const QByteArray &bytes, qsizetype size)
{
    const auto positions = decodePositions(bytes, size);
    if (!positions)
        return;
    FUZZ_REQUIRE(std::is_sorted(positions->begin(), positions->end(), std::less_equal<>()));
    FUZZ_REQUIRE(positions->isEmpty() || (positions->first() >= 0 && positions->last() < size));
    FUZZ_REQUIRE(decodePositions(encodePositions(*positions), size) == positions);
}

void readEntries(const QByteArray &bytes)
{
    const auto entries = decodeEntries(bytes, {});
    if (!entries)
        return;
    FUZZ_REQUIRE(entries->size() <= bytes.size());
    const QByteArray again = encodeEntries(*entries);
    const auto back = decodeEntries(again, encodePictures(*entries));
    FUZZ_REQUIRE(back && back->size() == entries->size());
    FUZZ_REQUIRE(encodeEntries(*back) == again);
}

/// Three entries, of which the second has no item that could have pictures.
QList<web::PlaylistEntry> someEntries()
{
    QList<web::PlaylistEntry> entries(3);
    for (const qsizetype i : {0, 2}) {
        const auto track = std::make_shared<web::Medium>();
        track->uri = QStringLiteral("spotify:track:%1").arg(i, 22, 10, QLatin1Char('c'));
        entries[i].medium = track;
    }
    return entries;
}

void readPictures(const QByteArray &bytes)
{
    static const QByteArray plain = encodeEntries(someEntries());
    const auto entries = decodeEntries(plain, bytes);
    if (!entries)
        return;
    FUZZ_REQUIRE(encodeEntries(*entries) == plain);
    // Not the same pictures: addresses are tidied up, and may then be equal where they were not.
    FUZZ_REQUIRE(decodeEntries(plain, encodePictures(*entries)));
}

void unpack(const QByteArray &bytes)
{
    static_cast<void>(unpacked(bytes));
    if (!bytes.isEmpty())
        FUZZ_REQUIRE(unpacked(packed(bytes)) == bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qsizetype serverSize = 5;
    Input input(data, size);
    switch (input.choose(6)) {
    case 0:
        readRows(input.rest());
        break;
    case 1:
        readWanted(input.rest(), serverSize);
        break;
    case 2:
        readPositions(input.rest(), serverSize);
        break;
    case 3:
        unpack(input.rest());
        break;
    case 4:
        readEntries(input.rest());
        break;
    default:
        readPictures(input.rest());
    }
    return 0;
}
