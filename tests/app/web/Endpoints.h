// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/catalogue/CatalogueClient.h"
#include "app/web/listening/ListeningClient.h"
#include "app/web/people/PeopleClient.h"
#include "app/web/shelf/ShelfClient.h"
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

/// Nothing when the call succeeded.
using Report = std::function<void(std::optional<Error>)>;

/// One call, and what the service may answer.
struct Endpoint {
    const char *name;
    std::function<void(Clients &, const Report &)> call;
    QByteArray good; ///< empty: whatever is answered does not matter
    /// Members without which the answer is none; everything else may be missing, null or of another type.
    QStringList frame;

    bool isWrite = false;
    bool hasSmallerPage = false; ///< asked for again with a smaller page in the "tracks" dialect
    bool lackedByItems = false;
    bool tracksOnly = false;                                 ///< another request or none in the "items" dialect
    bool itemsOnly = false;                                  ///< the same the other way round
    std::optional<ErrorKind> notFound = ErrorKind::NotFound; ///< how a 404 is told; empty: it is an answer, too
};

[[nodiscard]] const std::vector<Endpoint> &endpoints();

} // namespace segue::web::test
