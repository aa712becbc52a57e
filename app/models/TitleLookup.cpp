// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TitleLookup.h"

#include "app/web/Api.h"

namespace segue::models
{

namespace
{

/// Others have to get through as well: the list that is being read, the edits.
constexpr int mostCalls = 3;

bool isEpisode(const QString &uri)
{
    return uri.startsWith(QLatin1String("spotify:episode:"));
}

bool canBeAsked(const QString &uri)
{
    return isEpisode(uri) || uri.startsWith(QLatin1String("spotify:track:"));
}

/// Whether the failure is about the item, so that the next one may do.
bool isAboutTheItem(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::BadAnswer:
    case ErrorKind::BadRequest:
    case ErrorKind::NotFound:
    case ErrorKind::InvalidInput:
        return true;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::SignedOut:
    case ErrorKind::MissingScope:
    case ErrorKind::NotAllowed:
    case ErrorKind::AppRefused:
    case ErrorKind::TooLarge:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
    case ErrorKind::Local:
    case ErrorKind::Denied:
    case ErrorKind::Cancelled:
        break;
    }
    return false;
}

} // namespace

TitleLookup::TitleLookup(web::Api &api, QObject *parent) : QObject(parent), m_api(api)
{
    connect(&m_api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            again();
    });
    connect(&m_api, &web::Api::pausedUntil, this, [this](const QDateTime &until) {
        if (!until.isValid())
            again();
    });
}

void TitleLookup::want(const QStringList &uris)
{
    m_wanted = uris;
    ask();
}

void TitleLookup::know(const QList<web::MediumPtr> &media)
{
    for (const web::MediumPtr &medium : media) {
        if (medium && !medium->title.isEmpty())
            m_answers.insert(medium->uri, medium);
    }
}

void TitleLookup::again()
{
    if (!m_error)
        return;
    m_error.reset();
    Q_EMIT changed();
    ask();
}

TitleLookup::State TitleLookup::state(const QString &uri) const
{
    if (!canBeAsked(uri))
        return State::Missing;
    const auto found = m_answers.constFind(uri);
    if (found == m_answers.cend())
        return State::Unasked;
    return *found ? State::Known : State::Missing;
}

QStringList TitleLookup::takeBatch()
{
    // A single one until it is known how many may be asked for at once.
    const int most = m_oneByOne ? 1 : m_api.mediaPerCall();
    QStringList batch;
    for (const QString &uri : std::as_const(m_wanted)) {
        if (state(uri) != State::Unasked || m_underWay.contains(uri))
            continue;
        const bool alone = m_single.contains(uri);
        if (!batch.isEmpty() && (alone || isEpisode(uri) != isEpisode(batch.constFirst())))
            continue;
        batch.append(uri);
        m_underWay.insert(uri);
        if (alone || batch.size() >= most)
            break;
    }
    return batch;
}

void TitleLookup::ask()
{
    while (!m_error && m_calls < mostCalls) {
        const QStringList uris = takeBatch();
        if (uris.isEmpty())
            return;
        ++m_calls;
        m_api.media(uris, web::Priority::Visible, this, [this, uris](const Result<QList<web::MediumPtr>> &result) {
            --m_calls;
            for (const QString &uri : uris)
                m_underWay.remove(uri);
            if (result)
                taken(uris, *result);
            else
                refused(uris, result.error());
            ask();
        });
    }
}

void TitleLookup::taken(const QStringList &uris, const QList<web::MediumPtr> &media)
{
    for (qsizetype i = 0; i < uris.size(); ++i) {
        const web::MediumPtr medium = media.value(i);
        m_answers.insert(uris.at(i), medium && !medium->title.isEmpty() ? medium : nullptr);
    }
    Q_EMIT changed();
}

void TitleLookup::refused(const QStringList &uris, const Error &error)
{
    const bool several = uris.size() > 1;
    if (several && error.kind == ErrorKind::NotAllowed) {
        m_oneByOne = true;
    } else if (several && isAboutTheItem(error)) {
        m_single.unite(QSet<QString>(uris.cbegin(), uris.cend())); // one of them spoils it for the others
    } else if (isAboutTheItem(error)) {
        taken(uris, {});
    } else {
        fail(error);
    }
}

void TitleLookup::fail(const Error &error)
{
    m_error = error;
    Q_EMIT changed();
}

} // namespace segue::models
