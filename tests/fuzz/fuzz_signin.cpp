// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches the sign-in: answers of the token endpoint, requests to the redirect address, texts from a keychain.
#include "app/auth/CallbackPage.h"
#include "app/auth/CallbackRequest.h"
#include "app/auth/StoredTokenText.h"
#include "app/auth/TokenAnswer.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>
#include <array>

using namespace segue;
using namespace segue::auth;
using namespace segue::fuzz;

namespace
{

/// Fits into a header: no space, no line break, no other control character.
bool isToken(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

void readToken(Input &input)
{
    constexpr std::array statuses{200, 201, 302, 400, 401, 429, 500};
    const int status = statuses.at(static_cast<std::size_t>(input.choose(statuses.size())));
    const QByteArray body = input.rest();
    const auto answer = readTokenAnswer(status, body, std::chrono::seconds(7));
    if (!answer) {
        FUZZ_REQUIRE(!answer.error().userText.isEmpty());
        FUZZ_REQUIRE(answer.error().detail.size() <= 64);
        FUZZ_REQUIRE(isOneLine(answer.error().detail));
        FUZZ_REQUIRE(answer.error().kind != ErrorKind::SignedOut || body.contains("invalid_grant") ||
                     body.contains('\\'));
        return;
    }
    FUZZ_REQUIRE(status == 200);
    FUZZ_REQUIRE(!answer->accessToken.isEmpty() && isToken(answer->accessToken));
    FUZZ_REQUIRE(isToken(answer->refreshToken));
    FUZZ_REQUIRE(answer->lifetime.count() >= 0 && answer->lifetime <= std::chrono::hours(24));
    FUZZ_REQUIRE(!answer->scopes.contains(QString()));
}

bool isSame(const CallbackRequest &a, const CallbackRequest &b)
{
    return a.form == b.form && a.method == b.method && a.path == b.path && a.host == b.host && a.state == b.state &&
           a.code == b.code && a.error == b.error;
}

/// However a request comes in pieces, the listener judges it once: what is incomplete has no say yet, and what follows
/// a whole one changes nothing.
void readRequest(const QByteArray &received)
{
    using Form = CallbackRequest::Form;
    const CallbackRequest request = readCallbackRequest(received);
    if (request.form == Form::Incomplete) {
        FUZZ_REQUIRE(!request.state && !request.code && !request.error);
        FUZZ_REQUIRE(received.size() <= maxCallbackRequestBytes);
        return;
    }
    const QByteArray longer = received + "GET /callback?code=other&state=other HTTP/1.1\r\nHost: other\r\n\r\n";
    if (request.form == Form::Malformed) {
        FUZZ_REQUIRE(readCallbackRequest(longer).form == Form::Malformed);
        return;
    }
    FUZZ_REQUIRE(isSame(request, readCallbackRequest(longer)));
    FUZZ_REQUIRE(request.path.startsWith('/') && !request.path.contains('?'));
    FUZZ_REQUIRE(!request.host.contains('\n'));
    const qsizetype end = received.indexOf("\r\n\r\n");
    FUZZ_REQUIRE(readCallbackRequest(received.left(end + 3)).form == Form::Incomplete);
    FUZZ_REQUIRE(received.left(end).toLower().count("\nhost:") <= 1);
}

/// Words of others stand on the page as words.
void writePage(const QByteArray &reason)
{
    const QByteArray page = callbackAnswer(CallbackPage::Failed, QString::fromUtf8(reason));
    static const QByteArray plain = callbackAnswer(CallbackPage::Failed, QStringLiteral("x"));
    FUZZ_REQUIRE(page.count('<') == plain.count('<') && page.count('>') == plain.count('>'));
    const qsizetype headers = page.indexOf("\r\n\r\n");
    FUZZ_REQUIRE(headers > 0 && page.left(headers).count('\n') == plain.left(plain.indexOf("\r\n\r\n")).count('\n'));
}

void readKeychain(const QByteArray &text)
{
    const auto token = fromKeychainText(text);
    if (!token)
        return;
    FUZZ_REQUIRE(!token->refreshToken.isEmpty());
    FUZZ_REQUIRE(fromKeychainText(toKeychainText(*token)) == token);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    switch (input.choose(4)) {
    case 0:
        readToken(input);
        break;
    case 1:
        readRequest(input.rest());
        break;
    case 2:
        writePage(input.rest());
        break;
    default:
        readKeychain(input.rest());
    }
    return 0;
}
