// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/LinkReads.h"

#include "ui/Account.h"
#include "ui/MessageArea.h"
#include "ui/playlist/AddedMessage.h"

namespace segue::ui
{

using models::CollectedMedia;
using models::MediaCollector;

namespace
{

QString idOf(const QString &playlistId)
{
    return QStringLiteral("collecting-") + playlistId;
}

} // namespace

LinkReads::LinkReads(const Account &account, MessageArea &messages, QObject *parent)
    : QObject(parent), m_api(account.api), m_catalogue(account.catalogue), m_messages(messages)
{
}

LinkReads::~LinkReads() = default;

void LinkReads::read(const web::Playlist &playlist, const QList<web::SpotifyLink> &links, QObject *context,
                     const Take &take)
{
    if (m_catalogue)
        add({.playlistId = playlist.id,
             .playlistName = playlist.name,
             .links = links,
             .context = context,
             .take = take});
}

void LinkReads::add(const Job &job)
{
    std::deque<Job> &jobs = m_readings[job.playlistId].jobs;
    jobs.push_back(job);
    if (jobs.size() == 1)
        begin(job.playlistId);
    tell(job.playlistId);
}

void LinkReads::begin(const QString &playlistId)
{
    Reading &reading = m_readings[playlistId];
    reading.collector = std::make_unique<MediaCollector>(m_api, *m_catalogue, reading.jobs.front().links);
    MediaCollector *collector = reading.collector.get();
    // Queued to the collector itself: an outcome that is under way when the user leaves off goes along with it.
    connect(
        collector, &MediaCollector::finished, collector,
        [this, playlistId](const CollectedMedia &collected) { finish(playlistId, collected); }, Qt::QueuedConnection);
    connect(
        collector, &MediaCollector::failed, collector,
        [this, playlistId](const Error &error) { fail(playlistId, error); }, Qt::QueuedConnection);
    collector->start();
}

void LinkReads::cancel(const QString &playlistId)
{
    m_readings.erase(playlistId);
    m_messages.close(idOf(playlistId));
}

/// Begins with the next one.
LinkReads::Job LinkReads::takeFirst(const QString &playlistId)
{
    Reading &reading = m_readings[playlistId];
    Job job = std::move(reading.jobs.front());
    reading.jobs.pop_front();
    reading.collector.release()->deleteLater(); // it is the one that calls
    if (reading.jobs.empty()) {
        cancel(playlistId);
    } else {
        begin(playlistId);
        tell(playlistId);
    }
    return job;
}

void LinkReads::tell(const QString &playlistId)
{
    const std::deque<Job> &jobs = m_readings[playlistId].jobs;
    qsizetype links = 0;
    for (const Job &job : jobs)
        links += job.links.size();
    m_messages.show(idOf(playlistId),
                    {.text = tr("Reading what is behind %Ln link(s) for “%1”…", nullptr, static_cast<int>(links))
                                 .arg(jobs.front().playlistName),
                     .actions = {{tr("Cancel"), [this, playlistId] { cancel(playlistId); }}},
                     .closable = false});
}

void LinkReads::finish(const QString &playlistId, const CollectedMedia &collected)
{
    const Job job = takeFirst(playlistId);
    if (collected.media.isEmpty())
        m_messages.show(nextOutcomeId(), {.severity = Message::Severity::Warning, .text = collected.problem()});
    else if (job.context)
        job.take(collected);
}

void LinkReads::fail(const QString &playlistId, const Error &error)
{
    const Job job = takeFirst(playlistId);
    Message message = notAddedMessage(job.playlistName, error);
    message.actions = {{tr("Try again"), [this, job] { add(job); }}};
    m_messages.show(nextOutcomeId(), message);
}

QString LinkReads::nextOutcomeId()
{
    return QStringLiteral("collected-%1").arg(++m_outcomes);
}

} // namespace segue::ui
