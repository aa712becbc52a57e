// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/catalogue/CatalogueClient.h"
#include "app/web/listening/ListeningClient.h"
#include "app/web/people/PeopleClient.h"
#include "app/web/shelf/ShelfClient.h"
#include "tests/app/web/Facts.h"
#include "tests/app/web/WebTestSupport.h"

#include <functional>
#include <optional>
#include <vector>

namespace segue::web::test
{

/// Every family of calls against a scripted server.
struct Clients {
    explicit Clients(std::optional<Dialect> dialect);

    struct Quick : Client {
        explicit Quick(std::optional<Dialect> dialect);
    };
    Quick http;
    CatalogueClient catalogue;
    ShelfClient shelf;
    ListeningClient listening;
    PeopleClient people;
};

/// What a call answered, as told() tells it.
using Report = std::function<void(Result<QStringList>)>;

/// A call of a method with its arguments.
struct Calling {
    const char *method; ///< "Api::entries"
    std::function<void(Clients &, const Report &)> send;
};

/// One call, and what the service may answer. What is expected is written down by hand, from the pages of the service.
///
/// The rule for answers that are odd in one place, of every parser: without a member of the frame the answer is none
/// (BadAnswer). Without a member of `keys` the part that the member stands in is left out, and counted where lists have
/// holes. Without any other member just that is lacking which it tells. All else stands in each case.
struct Endpoint {
    Calling call;
    const char *detail = ""; ///< tells rows of the same method apart

    // Method, path and query (decoded; without "fields") in each dialect. Null: not in this row.
    const char *items = nullptr;
    const char *tracks = nullptr;

    QByteArray good;  ///< empty: whatever is answered does not matter
    int status = 200; ///< beside 200
    Facts facts;      ///< all that a good answer tells
    QString root;     ///< the member of the answer that the result of the call is made of
    QStringList frame{};
    QStringList keys{};

    bool hasSmallerPage = false; ///< asked for again with a smaller page in the "tracks" dialect
    bool lackedByItems = false;  ///< refused unsent there
    /// Requests until an app of the "tracks" dialect has its answer, when the dialect is not known. 0: refused unsent.
    int requestsUnknowing = 1;
    std::optional<ErrorKind> notFound = ErrorKind::NotFound; ///< how a 404 is told; empty: it is an answer, too

    [[nodiscard]] QByteArray name() const { return QByteArray(call.method) + detail; }
    [[nodiscard]] const char *route(Dialect dialect) const { return dialect == Dialect::Items ? items : tracks; }
    [[nodiscard]] bool isWrite() const { return !QByteArray(items ? items : tracks).startsWith("GET "); }
    [[nodiscard]] bool isJson() const { return !good.isEmpty(); }
};

[[nodiscard]] const std::vector<Endpoint> &endpoints();

} // namespace segue::web::test
