// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/LikedTracks.h"

#include "app/web/shelf/Shelf.h"

#include <algorithm>

namespace segue::models
{

LikedTracks::LikedTracks(web::Shelf &shelf, QObject *parent) : QObject(parent), m_shelf(shelf) {}

LikedTracks::State LikedTracks::state(const QString &uri) const
{
    const auto stateOf = [](bool liked) { return liked ? State::Liked : State::NotLiked; };
    if (const auto wish = m_wishes.constFind(uri); wish != m_wishes.cend() && wish->isUnderWay)
        return stateOf(wish->liked);
    const auto there = m_there.constFind(uri);
    return there == m_there.cend() ? State::Unknown : stateOf(*there);
}

bool LikedTracks::isTrack(const QString &uri)
{
    return uri.startsWith(QLatin1String("spotify:track:"));
}

bool LikedTracks::isEpisode(const QString &uri)
{
    return uri.startsWith(QLatin1String("spotify:episode:"));
}

QStringList LikedTracks::ofKind(const QStringList &uris, Kind kind)
{
    QStringList out;
    QSet<QString> seen;
    for (const QString &uri : uris) {
        if ((kind == Tracks ? isTrack(uri) : isEpisode(uri)) && !seen.contains(uri)) {
            seen.insert(uri);
            out.append(uri);
        }
    }
    return out;
}

QStringList LikedTracks::unknownOf(const QStringList &uris) const
{
    QStringList unknown;
    std::copy_if(uris.begin(), uris.end(), std::back_inserter(unknown), [this](const QString &uri) {
        return !m_wishes.value(uri).isUnderWay && (!m_there.contains(uri) || m_stale.contains(uri));
    });
    return unknown;
}

void LikedTracks::want(const QStringList &uris, const QObject *who)
{
    m_wanted.insert(who, uris);
    std::replace(m_asking.begin(), m_asking.end(), Asking::WhenWanted, Asking::May);
    ask();
}

void LikedTracks::askAgain()
{
    std::replace(m_asking.begin(), m_asking.end(), Asking::WhenWanted, Asking::May);
    std::replace(m_asking.begin(), m_asking.end(), Asking::WhenAllowed, Asking::May);
    ask();
}

void LikedTracks::reload()
{
    for (auto known = m_there.cbegin(); known != m_there.cend(); ++known)
        m_stale.insert(known.key());
    askAgain();
}

void LikedTracks::ask()
{
    if (m_question.isActive())
        return;
    QStringList wanted;
    for (const QStringList &uris : std::as_const(m_wanted))
        wanted += uris;
    for (const Kind kind : {Tracks, Episodes}) {
        if (m_asking.at(kind) != Asking::May)
            continue;
        const QStringList batch = unknownOf(ofKind(wanted, kind)).mid(0, m_shelf.urisPerCall());
        if (batch.isEmpty())
            continue;
        m_question =
            m_shelf.contains(batch, this, [this, kind, batch, asked = m_wishCount](const Result<QList<bool>> &liked) {
                m_question = {};
                if (liked) {
                    take(batch, *liked, asked);
                } else {
                    const ErrorKind why = liked.error().kind;
                    m_asking.at(kind) = liked.error().isPassing() ? Asking::WhenWanted
                                        : why == ErrorKind::NotAllowed || why == ErrorKind::AppRefused
                                            ? Asking::Never
                                            : Asking::WhenAllowed;
                }
                ask();
            });
        return;
    }
}

void LikedTracks::take(const QStringList &uris, const QList<bool> &liked, quint64 asked)
{
    for (qsizetype i = 0; i < uris.size() && i < liked.size(); ++i) {
        // What the user has wished since then is later than this answer.
        if (m_wishes.value(uris.at(i)).number > asked)
            continue;
        m_there.insert(uris.at(i), liked.at(i));
        m_stale.remove(uris.at(i));
    }
    Q_EMIT changed();
}

void LikedTracks::set(const QStringList &uris, bool liked, bool isSeen)
{
    const auto setting = std::make_shared<Setting>();
    setting->outcome.liked = liked;
    setting->outcome.isSeen = isSeen;
    for (const Kind kind : {Tracks, Episodes}) {
        if (const QStringList these = ofKind(uris, kind); !these.isEmpty())
            learn(these, setting);
    }
    settle(setting);
}

void LikedTracks::learn(const QStringList &uris, const SettingPtr &setting)
{
    const bool liked = setting->outcome.liked;
    QStringList batch = liked ? unknownOf(uris) : QStringList();
    // What was not saved a moment ago is saved at once.
    batch.removeIf([this](const QString &uri) { return state(uri) == State::NotLiked; });
    batch = batch.mid(0, m_shelf.urisPerCall());
    if (!batch.isEmpty()) {
        ++setting->open;
        m_shelf.contains(batch, this,
                         [this, uris, batch, setting, asked = m_wishCount](const Result<QList<bool>> &answer) {
                             if (answer) {
                                 take(batch, *answer, asked);
                                 learn(uris, setting);
                                 settle(setting);
                             } else {
                                 settle(setting, uris, answer.error());
                             }
                         });
        return;
    }
    QStringList different;
    std::copy_if(uris.begin(), uris.end(), std::back_inserter(different),
                 [this, liked](const QString &uri) { return state(uri) != (liked ? State::Liked : State::NotLiked); });
    const int perCall = m_shelf.urisPerCall();
    for (qsizetype first = 0; first < different.size(); first += perCall)
        send(different.mid(first, perCall), setting);
}

void LikedTracks::send(const QStringList &uris, const SettingPtr &setting)
{
    const bool liked = setting->outcome.liked;
    const quint64 number = ++m_wishCount;
    for (const QString &uri : uris)
        m_wishes.insert(uri, {.number = number, .liked = liked, .isUnderWay = true});
    ++setting->open;
    Q_EMIT changed();
    const auto answered = [this, uris, number, liked, setting](const Result<Nothing> &result) {
        const std::optional<Error> error = result ? std::nullopt : std::optional(result.error());
        takeOutcome(uris, number, liked, error);
        settle(setting, uris, error);
        ask();
    };
    if (liked)
        m_shelf.save(uris, this, answered);
    else
        m_shelf.remove(uris, this, answered);
}

void LikedTracks::takeOutcome(const QStringList &uris, quint64 number, bool liked, const std::optional<Error> &error)
{
    for (const QString &uri : uris) {
        Wish &wish = m_wishes[uri];
        const bool isLatest = wish.number == number;
        if (!isLatest && !wish.isUnderWay)
            continue; // answered after a later one
        if (!error)
            m_there.insert(uri, liked);
        else if (error->leavesWriteInDoubt())
            m_there.remove(uri);
        // The state of a later wish is shown until that is answered.
        if (isLatest)
            wish.isUnderWay = false;
    }
    if (error)
        Q_EMIT changed();
}

void LikedTracks::settle(const SettingPtr &setting, const QStringList &uris, const std::optional<Error> &error)
{
    LikeOutcome &outcome = setting->outcome;
    (error ? outcome.failed : outcome.changed) += uris;
    if (error && !outcome.error)
        outcome.error = error;
    if (--setting->open == 0)
        Q_EMIT finished(outcome);
}

} // namespace segue::models
