// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ReplacementFinder.h"

#include "app/web/Api.h"
#include "app/web/SearchQuery.h"

namespace segue::playlist
{

namespace
{

/// Whether the same would come of every other search, so that none is worth a request.
bool endsAll(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::SignedOut:
    case ErrorKind::MissingScope:
    case ErrorKind::NotAllowed:
    case ErrorKind::AppRefused:
    case ErrorKind::RateLimited:
    case ErrorKind::Local:
    case ErrorKind::Denied:
    case ErrorKind::Cancelled:
        return true;
    case ErrorKind::BadAnswer:
    case ErrorKind::BadRequest:
    case ErrorKind::NotFound:
    case ErrorKind::TooLarge:
    case ErrorKind::ServerFault:
    case ErrorKind::InvalidInput:
        return false;
    }
    return true;
}

bool canBeSearched(const web::MediumPtr &medium)
{
    return medium && medium->kind == web::MediumKind::Track && !medium->isLocal;
}

} // namespace

ReplacementFinder::ReplacementFinder(web::Api &api, QObject *parent) : QObject(parent), m_api(api) {}

ReplacementFinder::~ReplacementFinder()
{
    cancel();
}

void ReplacementFinder::start(const QList<web::MediumPtr> &gone)
{
    cancel();
    m_gone = gone;
    m_at = 0;
    m_running = true;
    schedule();
}

void ReplacementFinder::cancel()
{
    ++m_generation;
    m_running = false;
    std::exchange(m_call, {}).cancel();
}

void ReplacementFinder::schedule()
{
    QMetaObject::invokeMethod(
        this,
        [this, generation = m_generation] {
            if (generation == m_generation)
                next();
        },
        Qt::QueuedConnection);
}

void ReplacementFinder::next()
{
    if (m_at == m_gone.size()) {
        m_running = false;
        m_known.clear();
        Q_EMIT finished();
        return;
    }
    const web::MediumPtr &gone = m_gone.at(m_at);
    if (!canBeSearched(gone)) {
        report({});
        return;
    }
    const auto known = m_known.constFind(gone->uri);
    if (known != m_known.cend())
        report(*known);
    else
        ask(gone->isrc.isEmpty() ? By::Title : By::Recording);
}

void ReplacementFinder::ask(By by)
{
    const web::Medium &gone = *m_gone.at(m_at);
    const QString artist = gone.artists.isEmpty() ? QString() : gone.artists.first().name;
    const QString query =
        by == By::Recording ? web::searchQuery::byIsrc(gone.isrc) : web::searchQuery::byTitle(gone.title, artist);
    if (query.isEmpty()) {
        take(by, {});
        return;
    }
    m_call = m_api.searchTracks({.query = query}, web::Priority::Normal, this,
                                [this, by](const Result<web::TrackSearchPage> &result) {
                                    if (result)
                                        take(by, result->found);
                                    else
                                        fail(result.error());
                                });
}

void ReplacementFinder::take(By by, const QList<web::MediumPtr> &found)
{
    const web::Medium &gone = *m_gone.at(m_at);
    const std::vector<Replacement> usable = replacements(gone, found);
    if (usable.empty() && by == By::Recording) {
        ask(By::Title);
        return;
    }
    m_known.insert(gone.uri, usable);
    report(usable);
}

void ReplacementFinder::report(const std::vector<Replacement> &replacements)
{
    const unsigned generation = m_generation;
    Q_EMIT found(m_at, replacements);
    if (generation == m_generation)
        advance();
}

void ReplacementFinder::fail(const Error &error)
{
    if (endsAll(error.kind)) {
        cancel();
        Q_EMIT stopped(error);
        return;
    }
    const unsigned generation = m_generation;
    Q_EMIT failed(m_at, error);
    if (generation == m_generation)
        advance();
}

void ReplacementFinder::advance()
{
    ++m_at;
    const unsigned generation = m_generation;
    Q_EMIT progress(m_at, static_cast<int>(m_gone.size()));
    if (generation == m_generation)
        schedule();
}

} // namespace segue::playlist
