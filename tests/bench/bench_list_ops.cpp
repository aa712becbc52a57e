// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts, shuffles and searches a long list of made-up rows, and tells what it took: one line of JSON for each
// operation, the median of --runs. bench_list_ops [--n ROWS] [--runs R]
#include "app/playlist/ops/Duplicates.h"
#include "app/playlist/ops/Merge.h"
#include "app/playlist/ops/Shuffle.h"
#include "app/playlist/ops/Sort.h"
#include "tests/bench/BenchOptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <numeric>

using namespace segue;
using namespace segue::playlist;

namespace
{

/// As in a long playlist: some artists often, most albums once or twice, a few null entries, a few tracks twice.
std::vector<Row> madeUpRows(int count)
{
    QRandomGenerator random(4711);
    const QDateTime start(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::utc());
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i) {
        Row row{.entry = {}, .loaded = true, .confirmed = true};
        row.entry.addedAt = start.addSecs(random.bounded(200'000'000));
        row.entry.addedBy = QStringLiteral("listener%1").arg(random.bounded(5));
        if (i % 100 != 99) {
            auto medium = std::make_shared<web::Medium>();
            const int song = i % 50 == 49 ? i / 2 : i;
            const int artist = std::min(random.bounded(count / 4 + 1), random.bounded(count / 4 + 1));
            medium->uri = QStringLiteral("spotify:track:%1").arg(song);
            medium->title =
                QStringLiteral("%1 of the Ördinary évening (Pt. %2)").arg(song * 7'919 % count).arg(song % 12);
            medium->artists = {{QStringLiteral("The Artists No. %1").arg(artist), {}}};
            medium->album = QStringLiteral("Album %1").arg(song / 2);
            medium->albumUri = QStringLiteral("spotify:album:%1").arg(song / 2);
            medium->length = std::chrono::milliseconds(120'000 + random.bounded(200'000));
            medium->isrc = web::Isrc::from(QStringLiteral("XXS01%1").arg(song, 7, 10, QLatin1Char('0')));
            medium->released = {static_cast<std::int16_t>(1960 + random.bounded(66)), 0, 0};
            medium->discNumber = 1;
            medium->trackNumber = static_cast<std::int16_t>(1 + song % 12);
            medium->popularity = static_cast<std::int16_t>(random.bounded(100));
            row.entry.medium = medium;
        }
        rows.push_back(row);
    }
    return rows;
}

void measure(const char *name, int runs, const std::function<std::size_t()> &work)
{
    std::vector<double> took;
    std::size_t size = 0;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer clock;
        clock.start();
        size = work();
        took.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(took.begin(), took.end());
    std::printf("{\"operation\":\"%s\",\"ms\":%.1f,\"slowest_ms\":%.1f,\"result\":%zu}\n", name, took[took.size() / 2],
                took.back(), size);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    bench::BenchOptions commandLine;
    commandLine.addNumber("n", "Rows.", 10'000).addNumber("runs", "Of each operation.", 9);
    commandLine.process(app);
    const int count = commandLine.number("n");
    const int times = commandLine.number("runs");

    const std::vector<Row> rows = madeUpRows(count);
    const RowLookup row = [&rows](RowId id) -> const Row & { return rows[id]; };
    RowList list(rows.size());
    std::iota(list.begin(), list.end(), RowId(0));

    const auto sortBy = [&](const char *name, std::vector<SortKey> keys, bool ignoreArticles = false) {
        const SortOptions order{
            .keys = std::move(keys), .locale = QLocale(QLocale::English), .ignoreArticles = ignoreArticles};
        measure(name, times, [&] { return sorted(list, row, order).size(); });
    };
    sortBy("sort by title", {{SortField::Title}});
    sortBy("sort by artist without articles, album, title",
           {{SortField::Artist}, {SortField::Album}, {SortField::Title}}, true);
    sortBy("sort by date added", {{SortField::DateAdded, Qt::DescendingOrder}});
    const auto shuffle = [&](const char *name, ShuffleKind kind) {
        measure(name, times, [&] { return shuffled(list, row, {.kind = kind, .seed = 1}).size(); });
    };
    shuffle("shuffle", ShuffleKind::Rows);
    shuffle("shuffle albums", ShuffleKind::Albums);
    shuffle("spread artists", ShuffleKind::SpreadArtists);
    measure("find duplicates", times, [&] { return positionsToRemove(duplicates(list, row, {})).size(); });
    const std::vector<MergeSource> sources{{list, row}, {list, row}};
    measure("merge two", times, [&] { return mergePlaylists(sources, {.order = MergeOrder::Spread}).rows.size(); });
    return 0;
}
