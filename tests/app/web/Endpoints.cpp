// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/Endpoints.h"

#include "tests/app/web/EndpointRows.h"

namespace segue::web::test
{

Clients::Quick::Quick(std::optional<Dialect> dialect) : Client({}, dialect)
{
    options.scheduler.timeScale = 0.0005; // hundreds of reads are repeated
    options.transport.idleTimeout = std::chrono::seconds(2);
    restart();
}

Clients::Clients(std::optional<Dialect> dialect)
    : http(dialect), catalogue(*http.caller), shelf(*http.caller), listening(*http.caller), people(*http.caller)
{
    // Else the first creation of a playlist would ask who the user is.
    http.caller->setUser({.id = QStringLiteral("una"), .country = QStringLiteral("SE")});
}

const std::vector<Endpoint> &endpoints()
{
    static const std::vector<Endpoint> all = [] {
        std::vector<Endpoint> list;
        for (const auto &part : {rows::ofPlaylists(), rows::ofEdits(), rows::ofCatalogue(), rows::ofShelf(),
                                 rows::ofListening(), rows::ofPeople()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

} // namespace segue::web::test
