// SPDX-License-Identifier: GPL-3.0-or-later
// How Spotify refuses: error answers of all kinds, and Retry-After; and how long what it gives may be kept.
#include "app/web/ApiError.h"
#include "app/web/Backoff.h"
#include "app/web/CacheControl.h"
#include "app/web/RetryAfter.h"
#include "tests/fuzz/WebPromises.h"

#include <QTimeZone>

#include <array>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::web;

namespace
{

void refuse(Input &input)
{
    constexpr std::array statuses{200, 204, 301, 400, 401, 403, 404, 405, 409, 410, 413, 429, 500, 502, 503, 599};
    constexpr std::array<const char *, 3> types{"application/json", "text/plain", "text/html; charset=utf-8"};
    ApiRequest request;
    request.lane = input.choose(2) == 0 ? Lane::Account : Lane::Cover;
    request.subject = static_cast<Subject>(input.choose(static_cast<int>(Subject::People) + 1));
    request.method = input.choose(2) == 0 ? "GET" : "PUT";
    RawAnswer answer;
    answer.status = statuses.at(static_cast<std::size_t>(input.choose(statuses.size())));
    answer.contentType = types.at(static_cast<std::size_t>(input.choose(types.size())));
    answer.body = input.rest();

    const QString message = serverMessage(answer);
    FUZZ_REQUIRE(message.size() <= 200);
    FUZZ_REQUIRE(isOneLine(message));
    const Error error = errorFrom(answer, request);
    checkError(error);
    FUZZ_REQUIRE(error.httpStatus == answer.status || error.kind == ErrorKind::BadAnswer);
    FUZZ_REQUIRE(error.kind != ErrorKind::RateLimited || answer.status == 429);
    // What a route refuses with words of its own, or for its limits, is no sign of there being no route.
    FUZZ_REQUIRE(!mayMeanUnknownRoute(error) || (answer.status >= 403 && answer.status <= 410));
}

void wait(const QByteArray &header)
{
    const QDateTime now(QDate(2026, 2, 11), QTime(12, 0), QTimeZone::utc());
    const auto pause = parseRetryAfter(header, now);
    if (!pause)
        return;
    FUZZ_REQUIRE(pause->count() >= 0 && *pause <= longestPause);
    FUZZ_REQUIRE(parseRetryAfter(QByteArray::number(qlonglong(pause->count())), now) == pause);
    const Error error = rateLimitError(*pause, now.addSecs(pause->count()), {});
    checkError(error);
    FUZZ_REQUIRE(error.retryAfter == pause);
}

void keep(const QByteArray &headers)
{
    const QList<QByteArray> lines = headers.split('\n');
    const auto lifetime = lifetimeOf({.tag = lines.value(2), .cacheControl = lines.value(0), .age = lines.value(1)});
    FUZZ_REQUIRE(!lifetime || (lifetime->count() >= 0 && *lifetime <= std::chrono::hours(24)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    switch (input.choose(4)) {
    case 0:
        wait(input.rest());
        break;
    case 1:
        refuse(input);
        break;
    default:
        keep(input.rest());
    }
    return 0;
}
