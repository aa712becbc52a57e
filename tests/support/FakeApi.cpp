// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeApi.h"

#include <QMetaObject>
#include <QPointer>
#include <QTimeZone>

namespace segue::test
{

using namespace segue::web;

namespace
{

QString priorityName(Priority priority)
{
    switch (priority) {
    case Priority::Idle:
        return QStringLiteral("idle");
    case Priority::Background:
        return QStringLiteral("background");
    case Priority::Normal:
        return QStringLiteral("normal");
    case Priority::Visible:
        return QStringLiteral("visible");
    }
    return {};
}

} // namespace

FakeApi::FakeApi(QObject *parent) : Api(parent)
{
    connect(&m_answers, &HeldAnswers::answered, this, &FakeApi::answered);
    user.id = QStringLiteral("me");
    user.displayName = QStringLiteral("Me");
}

PlaylistEntry FakeApi::entry(const QString &uri, const QDateTime &addedAt)
{
    PlaylistEntry entry;
    entry.addedAt = addedAt;
    entry.addedBy = QStringLiteral("me");
    if (uri.isEmpty())
        return entry;
    auto medium = std::make_shared<Medium>();
    medium->uri = uri;
    medium->title = uri.section(u':', -1);
    medium->artists = {{QStringLiteral("Artist of ") + medium->title, QStringLiteral("spotify:artist:a")}};
    medium->album = QStringLiteral("Album");
    medium->length = std::chrono::seconds(180);
    medium->isLocal = uri.startsWith(QLatin1String("spotify:local:"));
    entry.medium = medium;
    return entry;
}

Error FakeApi::error(ErrorKind kind, int status)
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.userText = QStringLiteral("Fault on order.");
    return error;
}

Playlist &FakeApi::addPlaylist(const QString &id, const QStringList &uris)
{
    Playlist playlist;
    playlist.id = id;
    playlist.name = QStringLiteral("Playlist ") + id;
    playlist.ownerId = user.id;
    playlist.ownerName = user.displayName;
    playlist.onProfile = false;
    playlist.itemCount = static_cast<int>(uris.size());
    playlist.snapshotId = QStringLiteral("s0");
    m_playlists.append(playlist);
    QList<PlaylistEntry> entries;
    QDateTime at(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::utc());
    for (const QString &uri : uris) {
        entries.append(entry(uri, at));
        at = at.addSecs(60);
    }
    m_entries.insert(id, entries);
    return m_playlists.last();
}

Playlist &FakeApi::addPlaylist(const QString &id, int count)
{
    QStringList uris;
    for (int i = 0; i < count; ++i)
        uris.append(QStringLiteral("spotify:track:t%1").arg(i));
    return addPlaylist(id, uris);
}

QStringList FakeApi::urisOf(const QString &id) const
{
    QStringList uris;
    for (const PlaylistEntry &entry : m_entries.value(id))
        uris.append(entry.medium ? entry.medium->uri : QString());
    return uris;
}

QStringList FakeApi::writes() const
{
    QStringList out;
    for (const QString &line : log) {
        if (line.startsWith(QLatin1String("reorder")) || line.startsWith(QLatin1String("replace")) ||
            line.startsWith(QLatin1String("add")) || line.startsWith(QLatin1String("remove")))
            out.append(line);
    }
    return out;
}

void FakeApi::editElsewhere(const QString &id, const std::function<void(QList<PlaylistEntry> &)> &change)
{
    change(m_entries[id]);
    ++m_snapshot;
    if (const int index = indexOf(id); index >= 0)
        m_playlists[index].snapshotId = QStringLiteral("s%1").arg(m_snapshot);
}

template <typename T>
Call FakeApi::answer(QObject *context, Done<T> done, Result<T> result)
{
    return m_answers.answer<T>(
        context, std::move(done), [result = std::move(result)] { return result; }, std::nullopt);
}

int FakeApi::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_playlists.size(); ++i) {
        if (m_playlists.at(i).id == id)
            return static_cast<int>(i);
    }
    return -1;
}

Result<Playlist> FakeApi::find(const QString &id) const
{
    const int index = indexOf(id);
    if (index < 0)
        return Unexpected(error(ErrorKind::NotFound, 404));
    Playlist playlist = m_playlists.at(index);
    playlist.itemCount = static_cast<int>(m_entries.value(id).size());
    return playlist;
}

Call FakeApi::me(QObject *context, Done<UserProfile> done)
{
    log.append(QStringLiteral("me"));
    return answer<UserProfile>(context, std::move(done), user);
}

Call FakeApi::myPlaylists(int offset, int limit, QObject *context, Done<PlaylistPage> done)
{
    log.append(QStringLiteral("playlists %1 %2").arg(offset).arg(limit));
    if (!m_libraryFaults.empty()) {
        const Error fault = m_libraryFaults.front();
        m_libraryFaults.pop_front();
        return answer<PlaylistPage>(context, std::move(done), Unexpected(fault));
    }
    PlaylistPage page;
    page.offset = offset;
    QList<Playlist> inside = m_playlists;
    inside.removeIf([this](const Playlist &each) { return outside.contains(each.id); });
    page.total = static_cast<int>(inside.size());
    page.playlists = inside.mid(offset, limit);
    return answer<PlaylistPage>(context, std::move(done), page);
}

Call FakeApi::playlist(const QString &id, QObject *context, Done<Playlist> done)
{
    log.append(QStringLiteral("playlist ") + id);
    return answer<Playlist>(context, std::move(done), find(id));
}

Call FakeApi::entries(const QString &playlistId, int offset, int limit, Priority priority, QObject *context,
                      Done<EntryPage> done)
{
    log.append(
        QStringLiteral("entries %1 %2 %3 %4").arg(playlistId).arg(offset).arg(limit).arg(priorityName(priority)));
    if (!m_readFaults.empty()) {
        const Error fault = m_readFaults.front();
        m_readFaults.pop_front();
        return answer<EntryPage>(context, std::move(done), Unexpected(fault));
    }
    // Read when the answer is due, so that a test can change the list in between.
    return m_answers.answer<EntryPage>(context, std::move(done),
                                       [this, playlistId, offset, limit]() -> Result<EntryPage> {
                                           const QList<PlaylistEntry> all = m_entries.value(playlistId);
                                           EntryPage page{offset, static_cast<int>(all.size()), all.mid(offset, limit)};
                                           for (PlaylistEntry &entry : page.entries) {
                                               if (playabilityTold || !entry.medium || entry.medium->isPlayable)
                                                   continue;
                                               auto silent = std::make_shared<Medium>(*entry.medium);
                                               silent->isPlayable = true;
                                               entry.medium = silent;
                                           }
                                           return page;
                                       });
}

/// With what is known of whether they can be played.
Call FakeApi::readAll(const QString &playlistId, int offset, int limit, QObject *context, Done<EntryPage> done)
{
    if (!m_readFaults.empty()) {
        const Error fault = m_readFaults.front();
        m_readFaults.pop_front();
        return answer<EntryPage>(context, std::move(done), Unexpected(fault));
    }
    return m_answers.answer<EntryPage>(
        context, std::move(done), [this, playlistId, offset, limit]() -> Result<EntryPage> {
            const QList<PlaylistEntry> all = m_entries.value(playlistId);
            return EntryPage{offset, static_cast<int>(all.size()), all.mid(offset, limit)};
        });
}

Call FakeApi::entriesInMarket(const QString &playlistId, int offset, int limit, Priority, QObject *context,
                              Done<EntryPage> done)
{
    log.append(QStringLiteral("market %1 %2 %3").arg(playlistId).arg(offset).arg(limit));
    return readAll(playlistId, offset, limit, context, std::move(done));
}

Call FakeApi::entryLinks(const QString &playlistId, int offset, int limit, QObject *context, Done<EntryPage> done)
{
    log.append(QStringLiteral("links %1 %2 %3").arg(playlistId).arg(offset).arg(limit));
    return readAll(playlistId, offset, limit, context, std::move(done));
}

Call FakeApi::searchTracks(const SearchCall &search, Priority, QObject *context, Done<TrackSearchPage> done)
{
    log.append(QStringLiteral("search ") + search.query);
    if (!m_searchFaults.empty()) {
        const Error fault = m_searchFaults.front();
        m_searchFaults.pop_front();
        return answer<TrackSearchPage>(context, std::move(done), Unexpected(fault));
    }
    const QList<MediumPtr> found = searchResults.value(search.query);
    return answer<TrackSearchPage>(context, std::move(done),
                                   TrackSearchPage{.total = static_cast<int>(found.size()), .found = found});
}

Call FakeApi::createPlaylist(const PlaylistDetails &details, QObject *context, Done<Playlist> done)
{
    log.append(QStringLiteral("create ") + details.name.value_or(QString()));
    if (!m_createFaults.empty()) {
        const Error fault = m_createFaults.front();
        m_createFaults.pop_front();
        return answer<Playlist>(context, std::move(done), Unexpected(fault));
    }
    Playlist &playlist = addPlaylist(QStringLiteral("new%1").arg(++m_created), QStringList());
    playlist.name = details.name.value_or(QString());
    playlist.description = details.description.value_or(QString());
    playlist.onProfile = details.onProfile.value_or(true);
    playlist.collaborative = details.collaborative.value_or(false);
    m_playlists.move(m_playlists.size() - 1, 0);
    return answer<Playlist>(context, std::move(done), m_playlists.first());
}

Call FakeApi::changeDetails(const QString &id, const PlaylistDetails &details, QObject *context, Done<Nothing> done)
{
    log.append(QStringLiteral("details ") + id);
    const int index = indexOf(id);
    if (index < 0)
        return answer<Nothing>(context, std::move(done), Unexpected(error(ErrorKind::NotFound, 404)));
    if (!m_detailsFaults.empty()) {
        const Error fault = m_detailsFaults.front();
        m_detailsFaults.pop_front();
        return answer<Nothing>(context, std::move(done), Unexpected(fault));
    }
    Playlist &playlist = m_playlists[index];
    playlist.name = details.name.value_or(playlist.name);
    playlist.description = details.description.value_or(playlist.description);
    if (details.onProfile && !forgetsOnProfile)
        playlist.onProfile = details.onProfile;
    playlist.collaborative = details.collaborative.value_or(playlist.collaborative);
    return answer<Nothing>(context, std::move(done), Nothing{});
}

template <typename Change>
Call FakeApi::write(const QString &playlistId, QObject *context, Done<QString> done, Change change)
{
    std::optional<Fault> fault;
    if (!m_writeFaults.empty()) {
        fault = m_writeFaults.front();
        m_writeFaults.pop_front();
    }
    // Carried out when the answer is due, as a server would: what was held back has not happened yet.
    return m_answers.answer<QString>(
        context, std::move(done),
        [this, playlistId, change] {
            editElsewhere(playlistId, change);
            return Result<QString>(QStringLiteral("s%1").arg(m_snapshot));
        },
        fault);
}

Call FakeApi::reorder(const QString &playlistId, const ReorderCall &move, QObject *context, Done<QString> done)
{
    log.append(QStringLiteral("reorder %1 %2 %3 %4")
                   .arg(playlistId)
                   .arg(move.rangeStart)
                   .arg(move.rangeLength)
                   .arg(move.insertBefore));
    return write(playlistId, context, std::move(done), [move](QList<PlaylistEntry> &entries) {
        const QList<PlaylistEntry> block = entries.mid(move.rangeStart, move.rangeLength);
        int target = move.insertBefore;
        if (target > move.rangeStart)
            target -= move.rangeLength;
        entries.remove(move.rangeStart, move.rangeLength);
        for (const PlaylistEntry &entry : block)
            entries.insert(target++, entry);
    });
}

Call FakeApi::replaceItems(const QString &playlistId, const QStringList &uris, QObject *context, Done<QString> done)
{
    log.append(QStringLiteral("replace %1 %2").arg(playlistId, uris.join(u',')));
    return write(playlistId, context, std::move(done), [uris](QList<PlaylistEntry> &entries) {
        entries.clear();
        for (const QString &uri : uris)
            entries.append(entry(uri, QDateTime::currentDateTimeUtc()));
    });
}

Call FakeApi::addItems(const QString &playlistId, const QStringList &uris, int position, QObject *context,
                       Done<QString> done)
{
    log.append(QStringLiteral("add %1 %2 %3").arg(playlistId).arg(position).arg(uris.join(u',')));
    return write(playlistId, context, std::move(done), [uris, position](QList<PlaylistEntry> &entries) {
        qsizetype at = position < 0 ? entries.size() : position;
        for (const QString &uri : uris)
            entries.insert(at++, entry(uri, QDateTime::currentDateTimeUtc()));
    });
}

Call FakeApi::removeItems(const QString &playlistId, const QList<RemoveTarget> &targets, const QString &snapshotId,
                          QObject *context, Done<QString> done)
{
    QStringList words;
    for (const RemoveTarget &target : targets) {
        QString word = target.uri;
        for (const int position : target.positions)
            word += u'@' + QString::number(position);
        words.append(word);
    }
    log.append(QStringLiteral("remove %1 %2").arg(playlistId, words.join(u',')));
    Q_UNUSED(snapshotId)
    return write(
        playlistId, context, std::move(done), [targets, honoured = positionsHonoured](QList<PlaylistEntry> &entries) {
            for (qsizetype i = entries.size() - 1; i >= 0; --i) {
                const QString uri = entries.at(i).medium ? entries.at(i).medium->uri : QString();
                for (const RemoveTarget &target : targets) {
                    if (target.uri == uri &&
                        (!honoured || target.positions.isEmpty() || target.positions.contains(static_cast<int>(i)))) {
                        entries.remove(i);
                        break;
                    }
                }
            }
        });
}

Call FakeApi::coverImages(const QString &playlistId, QObject *context, Done<QList<Image>> done)
{
    log.append(QStringLiteral("images ") + playlistId);
    const Result<Playlist> found = find(playlistId);
    return answer<QList<Image>>(context, std::move(done), found.map([](const Playlist &p) { return p.images; }));
}

Call FakeApi::uploadCover(const QString &playlistId, const QByteArray &jpeg, Progress progress, QObject *context,
                          Done<Nothing> done)
{
    log.append(QStringLiteral("cover ") + playlistId);
    uploadedCovers.insert(playlistId, jpeg);
    if (progress)
        progress(jpeg.size(), jpeg.size());
    return answer<Nothing>(context, std::move(done), Nothing{});
}

Call FakeApi::media(const QStringList &uris, Priority priority, QObject *context, Done<QList<MediumPtr>> done)
{
    log.append(QStringLiteral("media %1 %2").arg(uris.join(u','), priorityName(priority)));
    if (!m_mediaFaults.empty()) {
        const Error fault = m_mediaFaults.front();
        m_mediaFaults.pop_front();
        return answer<QList<MediumPtr>>(context, std::move(done), Unexpected(fault));
    }
    QList<MediumPtr> media;
    for (const QString &uri : uris)
        media.append(catalogue.value(uri));
    return answer<QList<MediumPtr>>(context, std::move(done), media);
}

Call FakeApi::followsPlaylist(const QString &id, QObject *context, Done<bool> done)
{
    log.append(QStringLiteral("follows ") + id);
    return answer<bool>(context, std::move(done), indexOf(id) >= 0 && !outside.contains(id));
}

Call FakeApi::followPlaylist(const QString &id, QObject *context, Done<Nothing> done)
{
    log.append(QStringLiteral("follow ") + id);
    outside.remove(id);
    return answer<Nothing>(context, std::move(done), Nothing{});
}

Call FakeApi::unfollowPlaylist(const QString &id, QObject *context, Done<Nothing> done)
{
    log.append(QStringLiteral("unfollow ") + id);
    const int index = indexOf(id);
    if (index >= 0)
        m_playlists.removeAt(index);
    return answer<Nothing>(context, std::move(done), Nothing{});
}

} // namespace segue::test
