// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/LikedTracks.h"

#include "app/web/shelf/Shelf.h"

#include <algorithm>

namespace segue::models
{

LikedTracks::LikedTracks(web::Shelf &shelf, QObject *parent) : QObject(parent), m_shelf(shelf) {}

LikedTracks::State LikedTracks::state(const QString &uri) const
{
    const auto known = m_liked.constFind(uri);
    if (known == m_liked.cend())
        return State::Unknown;
    return *known ? State::Liked : State::NotLiked;
}

bool LikedTracks::canBeLiked(const QString &uri)
{
    return uri.startsWith(QLatin1String("spotify:track:"));
}

QStringList LikedTracks::unknownOf(const QStringList &uris) const
{
    QStringList unknown;
    QSet<QString> seen;
    for (const QString &uri : uris) {
        if (canBeLiked(uri) && !m_liked.contains(uri) && !seen.contains(uri)) {
            seen.insert(uri);
            unknown.append(uri);
        }
    }
    return unknown;
}

void LikedTracks::want(const QStringList &uris)
{
    m_wanted = uris;
    ask();
}

void LikedTracks::ask()
{
    if (m_question.isActive() || !m_mayAsk)
        return;
    const QStringList batch = unknownOf(m_wanted).mid(0, m_shelf.urisPerCall());
    if (batch.isEmpty())
        return;
    m_question = m_shelf.contains(batch, this, [this, batch](const Result<QList<bool>> &liked) {
        m_question = {};
        if (!liked) {
            m_wanted.clear();
            m_mayAsk = liked.error().isPassing();
            return;
        }
        take(batch, *liked);
        ask();
    });
}

void LikedTracks::take(const QStringList &uris, const QList<bool> &liked)
{
    for (qsizetype i = 0; i < uris.size() && i < liked.size(); ++i) {
        if (!m_set.contains(uris.at(i)))
            m_liked.insert(uris.at(i), liked.at(i));
    }
    Q_EMIT changed();
}

void LikedTracks::learn(const QStringList &uris, const std::function<void()> &then)
{
    const QStringList batch = unknownOf(uris).mid(0, m_shelf.urisPerCall());
    if (batch.isEmpty()) {
        then();
        return;
    }
    m_shelf.contains(batch, this, [this, batch, uris, then](const Result<QList<bool>> &liked) {
        if (!liked) {
            Q_EMIT failed(liked.error());
            return;
        }
        take(batch, *liked);
        learn(uris, then);
    });
}

void LikedTracks::toggle(const QStringList &uris)
{
    QStringList tracks;
    std::copy_if(uris.begin(), uris.end(), std::back_inserter(tracks), canBeLiked);
    learn(tracks, [this, tracks] {
        QStringList missing;
        std::copy_if(tracks.begin(), tracks.end(), std::back_inserter(missing),
                     [this](const QString &uri) { return state(uri) != State::Liked; });
        if (missing.isEmpty())
            set(tracks, false);
        else
            set(missing, true);
    });
}

void LikedTracks::set(const QStringList &uris, bool liked)
{
    QStringList different;
    for (const QString &uri : uris) {
        if (canBeLiked(uri) && state(uri) != (liked ? State::Liked : State::NotLiked) && !different.contains(uri))
            different.append(uri);
    }
    const int perCall = m_shelf.urisPerCall();
    for (qsizetype first = 0; first < different.size(); first += perCall)
        send(different.mid(first, perCall), liked);
}

void LikedTracks::send(const QStringList &uris, bool liked)
{
    QHash<QString, bool> before;
    for (const QString &uri : uris) {
        if (m_liked.contains(uri))
            before.insert(uri, m_liked.value(uri));
        m_liked.insert(uri, liked);
        m_set.insert(uri);
    }
    Q_EMIT changed();
    const auto answered = [this, uris, before](const Result<Nothing> &result) {
        if (result)
            return;
        for (const QString &uri : uris) {
            m_liked.remove(uri);
            m_set.remove(uri);
        }
        // Where nobody knows whether it was carried out, it is asked anew.
        if (!result.error().leavesWriteInDoubt())
            m_liked.insert(before);
        Q_EMIT changed();
        Q_EMIT failed(result.error());
    };
    if (liked)
        m_shelf.save(uris, this, answered);
    else
        m_shelf.remove(uris, this, answered);
}

} // namespace segue::models
