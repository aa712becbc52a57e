// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs put on the clipboard or drop: rows under Segue's own type, addresses, text.
#include "app/models/TrackListModel.h"
#include "app/models/TrackMime.h"
#include "tests/fuzz/WebPromises.h"

using namespace segue;
using namespace segue::fuzz;
using namespace segue::models;

namespace
{

void check(const DroppedMedia &dropped)
{
    FUZZ_REQUIRE(dropped.media.isEmpty() || dropped.links.isEmpty());
    FUZZ_REQUIRE(isWellFormed(dropped.problem));
    for (const web::MediumPtr &medium : dropped.media) {
        FUZZ_REQUIRE(medium && !medium->isLocal && !medium->uri.isEmpty());
        FUZZ_REQUIRE(medium->length.count() >= 0 && medium->length < std::chrono::hours(24 * 367));
        FUZZ_REQUIRE(medium->popularity >= -1 && medium->popularity <= 100);
        FUZZ_REQUIRE(medium->discNumber >= 0 && medium->trackNumber >= 0);
    }
}

/// What was dropped can be dragged on, to another Segue too.
void dragOn(const DroppedMedia &dropped)
{
    const QByteArray rows = makeMediaMime(dropped.media)->data(TrackListModel::rowsMimeType);
    QMimeData data;
    data.setData(TrackListModel::rowsMimeType, rows);
    const DroppedMedia again = mediaFrom(&data);
    FUZZ_REQUIRE(again.media.size() == dropped.media.size());
    FUZZ_REQUIRE(makeMediaMime(again.media)->data(TrackListModel::rowsMimeType) == rows);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const int type = input.choose(3);
    QMimeData mime;
    if (type == 0)
        mime.setData(TrackListModel::rowsMimeType, input.rest());
    else if (type == 1)
        mime.setData(QStringLiteral("text/uri-list"), input.rest());
    else
        mime.setData(QStringLiteral("text/plain"), input.rest());
    const DroppedMedia dropped = mediaFrom(&mime);
    check(dropped);
    dragOn(dropped);
    return 0;
}
