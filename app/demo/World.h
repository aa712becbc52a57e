// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Catalogue.h"
#include "app/demo/Discography.h"
#include "app/demo/Library.h"
#include "app/demo/Player.h"
#include "app/demo/Saved.h"
#include "app/demo/SearchIndex.h"
#include "app/demo/Settings.h"
#include "app/demo/StandIn.h"
#include "app/demo/Tokens.h"

#include <QCache>

#include <optional>

namespace segue::demo
{

/// Everything the stand-in knows, in one place, on one thread. A reset replaces the library and the
/// settings; tokens stay, so that nobody is signed out by it.
struct World {
    explicit World(const StandInOptions &given)
        : options(given), settings(Settings::from(given)), catalogue(given.seed), library(catalogue)
    {
        buildLibrary(library, catalogue, options.playlists, options.items);
        buildSaved(saved, catalogue);
        player.setHistory(madeUpHistory(library, catalogue));
    }

    void reset()
    {
        settings = Settings::from(options);
        library = Library(catalogue);
        m_discography.reset();
        m_search.reset();
        buildLibrary(library, catalogue, options.playlists, options.items);
        saved = {};
        player = {};
        buildSaved(saved, catalogue);
        player.setHistory(madeUpHistory(library, catalogue));
    }

    /// Worked out when first asked for.
    const Discography &discography()
    {
        if (!m_discography)
            m_discography.emplace(catalogue, library);
        return *m_discography;
    }
    const SearchIndex &search()
    {
        if (!m_search)
            m_search.emplace(catalogue, discography());
        return *m_search;
    }

    [[nodiscard]] Lags lags() const { return {settings.contentLag, settings.snapshotLag, settings.coverLag}; }

    StandInOptions options;
    Settings settings;
    Catalogue catalogue;
    Library library;
    Saved saved;
    Player player;
    Tokens tokens;
    QString base; ///< http://127.0.0.1:P

    /// Artists and albums as JSON, by number and dialect: they come again on every page.
    QCache<int, QJsonObject> artistJson{1024};
    QCache<int, QJsonObject> albumJson{1024};

private:
    std::optional<Discography> m_discography;
    std::optional<SearchIndex> m_search;
};

} // namespace segue::demo
