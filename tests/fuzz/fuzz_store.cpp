// SPDX-License-Identifier: GPL-3.0-or-later
// What a damaged disk, or somebody else's file, gives the store to read.
#include "app/store/Packing.h"
#include "app/store/RowCodec.h"
#include "app/store/WantedCodec.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>

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
    switch (input.choose(4)) {
    case 0:
        readRows(input.rest());
        break;
    case 1:
        readWanted(input.rest(), serverSize);
        break;
    case 2:
        readPositions(input.rest(), serverSize);
        break;
    default:
        unpack(input.rest());
    }
    return 0;
}
