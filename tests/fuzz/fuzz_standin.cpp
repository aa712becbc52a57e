// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of any client to the stand-in: what lies behind its HTTP server, which is Qt's. An input is one or more
// requests; see readRequest.
#include "app/demo/Accounts.h"
#include "app/demo/Api.h"
#include "app/demo/Control.h"
#include "app/demo/Covers.h"
#include "app/demo/World.h"
#include "tests/fuzz/Fuzz.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace segue::demo;
using namespace segue::fuzz;

namespace
{

constexpr qsizetype mostRequests = 12;

/// "PUT /v1/me/library?uris=…", and behind the end of the line the body.
Request readRequest(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArray line = end < 0 ? text : text.left(end);
    const qsizetype space = line.indexOf(' ');
    const QUrl url = QUrl::fromEncoded(line.mid(space + 1));
    Request request;
    request.method = line.left(std::max<qsizetype>(space, 0));
    request.path = url.path(QUrl::FullyDecoded);
    request.query = Form(url.query(QUrl::FullyEncoded).toLatin1());
    request.body = end < 0 ? QByteArray() : text.mid(end + 1);
    request.contentType = request.path == QLatin1String("/api/token")       ? "application/x-www-form-urlencoded"
                          : request.path.endsWith(QLatin1String("/images")) ? "image/jpeg"
                                                                            : "application/json";
    return request;
}

/// What the parts of the service answer, as Server puts them together but for faults and waiting.
class Service
{
public:
    explicit Service(Dialect dialect)
        : m_world(optionsFor(dialect)), m_accounts(m_world.options.clientId, m_world.settings, m_world.tokens),
          m_api(m_world), m_covers(m_world), m_control(m_world, m_faults, m_log)
    {
        m_world.base = QStringLiteral("http://127.0.0.1:1");
    }

    /// As at the start, so that an input does the same each time. Filling the library takes long, so only where needed.
    void begin()
    {
        if (std::exchange(m_touched, false)) {
            m_world.reset();
            m_faults = {};
            m_log = {};
        }
        m_world.tokens.revokeAll();
        m_authorization = "Bearer " + m_world.tokens.newAccess(everyScope(), 3600).toUtf8();
    }

    Answer answer(Request request)
    {
        request.authorization = m_authorization;
        m_touched = m_touched || request.method != "GET";
        if (request.path.startsWith(QLatin1String("/_control")))
            return m_control.answer(request);
        if (request.path.startsWith(QLatin1String("/v1/")))
            return m_api.answer(request);
        if (request.path == QLatin1String("/authorize"))
            return m_accounts.authorize(request);
        if (request.path == QLatin1String("/api/token"))
            return m_accounts.token(request);
        const auto file = m_covers.file(request.path);
        return file ? Answer{200, *file, "image/jpeg"} : Answer::text("Not found", 404);
    }

private:
    static QStringList everyScope()
    {
        return {QStringLiteral("playlist-read-private"),      QStringLiteral("playlist-read-collaborative"),
                QStringLiteral("playlist-modify-private"),    QStringLiteral("playlist-modify-public"),
                QStringLiteral("ugc-image-upload"),           QStringLiteral("user-library-read"),
                QStringLiteral("user-library-modify"),        QStringLiteral("user-follow-read"),
                QStringLiteral("user-follow-modify"),         QStringLiteral("user-top-read"),
                QStringLiteral("user-read-recently-played"),  QStringLiteral("user-read-playback-state"),
                QStringLiteral("user-modify-playback-state"), QStringLiteral("user-read-private")};
    }

    static StandInOptions optionsFor(Dialect dialect)
    {
        StandInOptions options;
        options.dialect = dialect;
        options.playlists = 6;
        options.items = 40;
        return options;
    }

    World m_world;
    Faults m_faults;
    RequestLog m_log;
    Accounts m_accounts;
    Api m_api;
    Covers m_covers;
    Control m_control;
    QByteArray m_authorization;
    bool m_touched = false;
};

void check(const Answer &answer)
{
    FUZZ_REQUIRE(answer.status >= 200 && answer.status < 600);
    if (answer.contentType.startsWith("application/json") && !answer.body.isEmpty())
        FUZZ_REQUIRE(!QJsonDocument::fromJson(answer.body).isNull());
    for (const auto &[name, value] : answer.headers)
        FUZZ_REQUIRE(!name.isEmpty() && !name.contains('\n') && !value.contains('\n') && !value.contains('\r'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    static Service older(Dialect::Tracks);
    static Service newer(Dialect::Items);
    Service &service = input.choose(2) == 0 ? older : newer;
    service.begin();
    QByteArray rest = input.rest();
    for (qsizetype i = 0; i < mostRequests && !rest.isEmpty(); ++i) {
        const qsizetype end = rest.indexOf("\n%%\n");
        check(service.answer(readRequest(end < 0 ? rest : rest.left(end))));
        rest = end < 0 ? QByteArray() : rest.mid(end + 4);
    }
    return 0;
}
