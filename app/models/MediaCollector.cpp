// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/MediaCollector.h"

#include "app/playlist/ListReader.h"
#include "app/web/Api.h"
#include "app/web/catalogue/Catalogue.h"

#include <QHash>

#include <memory>

namespace segue::models
{

using playlist::ListReader;
using web::SpotifyLink;
using Kind = SpotifyLink::Kind;

namespace
{

constexpr qsizetype mostNamed = 3;

QString named(const QStringList &uris)
{
    const QString some = uris.mid(0, mostNamed).join(QStringLiteral(", "));
    const qsizetype more = uris.size() - mostNamed;
    return more > 0 ? MediaCollector::tr("%1 and %Ln more", nullptr, static_cast<int>(more)).arg(some) : some;
}

} // namespace

QString CollectedMedia::problem() const
{
    QStringList sentences;
    if (media.isEmpty())
        sentences.append(MediaCollector::tr("There is nothing to add behind the links."));
    if (leftOut > 0)
        sentences.append(MediaCollector::tr("Left out %Ln row(s): Spotify’s service can add neither local files nor "
                                            "what it no longer knows.",
                                            nullptr, leftOut));
    if (!notFound.isEmpty())
        sentences.append(MediaCollector::tr("Spotify does not find %1.").arg(named(notFound)));
    if (!notReadable.isEmpty())
        sentences.append(MediaCollector::tr("Left out %1: apps may only read playlists that you own or edit together "
                                            "with others.")
                             .arg(named(notReadable)));
    if (!withoutTracks.isEmpty())
        sentences.append(
            MediaCollector::tr("Left out %1: only tracks, episodes, albums, shows and playlists can be added.")
                .arg(named(withoutTracks)));
    return sentences.join(u' ');
}

MediaCollector::MediaCollector(web::Api &api, web::Catalogue &catalogue, QList<SpotifyLink> links, QObject *parent)
    : QObject(parent), m_api(api), m_catalogue(catalogue), m_links(std::move(links))
{
}

MediaCollector::~MediaCollector()
{
    m_call.cancel();
}

void MediaCollector::start()
{
    m_reading = std::make_unique<QObject>();
    QMetaObject::invokeMethod(
        m_reading.get(), [this] { next(); }, Qt::QueuedConnection);
}

void MediaCollector::cancel()
{
    m_call.cancel();
    m_reading.reset();
}

void MediaCollector::next()
{
    while (!m_links.isEmpty()) {
        m_link = m_links.takeFirst();
        switch (m_link.kind) {
        case Kind::Track:
        case Kind::Episode:
            takeMedium();
            break;
        case Kind::Album:
            readAlbum();
            return;
        case Kind::Show:
            readShow();
            return;
        case Kind::Playlist:
            readPlaylist();
            return;
        case Kind::Artist:
        case Kind::User:
        case Kind::Local:
            m_collected.withoutTracks.append(m_link.uri());
            break;
        }
    }
    cancel();
    Q_EMIT finished(m_collected);
}

/// The rest is read all the same where one link leads nowhere.
void MediaCollector::skip(const Error &error)
{
    if (error.kind == ErrorKind::NotFound) {
        m_collected.notFound.append(m_link.uri());
        next();
        return;
    }
    // Of an album or a show it would be true of all others, too.
    if (error.kind == ErrorKind::NotAllowed && m_link.kind == Kind::Playlist) {
        m_collected.notReadable.append(m_link.uri());
        next();
        return;
    }
    cancel();
    Q_EMIT failed(error);
}

void MediaCollector::takeMedium()
{
    auto medium = std::make_shared<web::Medium>();
    medium->uri = m_link.uri();
    medium->kind = m_link.kind == Kind::Episode ? web::MediumKind::Episode : web::MediumKind::Track;
    m_collected.media.append(medium);
}

bool MediaCollector::hasRoomFor(qsizetype more) const
{
    return m_collected.media.size() + more <= most;
}

void MediaCollector::refuseTooMany()
{
    cancel();
    Q_EMIT failed(Error{.kind = ErrorKind::InvalidInput,
                        .userText = tr("There are more than 10,000 tracks behind this. A playlist cannot hold them.")});
}

template <typename Ask>
void MediaCollector::readPages(Ask ask, int offset)
{
    m_call = ask(offset, m_reading.get(), [this, ask, offset](const Result<web::Page<web::MediumPtr>> &page) {
        if (!page) {
            skip(page.error());
            return;
        }
        if (!hasRoomFor(page->items.size())) {
            refuseTooMany();
            return;
        }
        m_collected.media += page->items;
        m_collected.leftOut += page->holes;
        // A page that brings nothing and promises more would be asked for without end.
        if (page->more && page->nextOffset() > offset)
            readPages(ask, page->nextOffset());
        else
            next();
    });
}

void MediaCollector::readAlbum()
{
    m_call = m_catalogue.album(m_link.id, m_reading.get(), [this](const Result<web::Album> &album) {
        if (!album) {
            skip(album.error());
            return;
        }
        readPages(
            [this, album = *album](int offset, QObject *context, Done<web::Page<web::MediumPtr>> done) {
                return m_catalogue.albumTracks(album, offset, context, std::move(done));
            },
            0);
    });
}

void MediaCollector::readShow()
{
    m_call = m_catalogue.show(m_link.id, m_reading.get(), [this](const Result<web::Show> &show) {
        if (!show) {
            skip(show.error());
            return;
        }
        readPages(
            [this, show = *show](int offset, QObject *context, Done<web::Page<web::MediumPtr>> done) {
                return m_catalogue.showEpisodes(show, offset, context, std::move(done));
            },
            0);
    });
}

void MediaCollector::readPlaylist()
{
    // Its pages come in any order, and start over when somebody edits the list meanwhile.
    auto *reader = new ListReader(m_api, m_link.id, ListReader::As::Edited, m_reading.get());
    auto rows = std::make_shared<QList<web::MediumPtr>>();
    connect(reader, &ListReader::totalKnown, reader, [this, rows, reader](int total) {
        if (hasRoomFor(total)) {
            *rows = QList<web::MediumPtr>(total);
            return;
        }
        reader->stop();
        QMetaObject::invokeMethod(
            m_reading.get(), [this] { refuseTooMany(); }, Qt::QueuedConnection);
    });
    connect(reader, &ListReader::page, reader, [rows](int offset, const QList<web::PlaylistEntry> &entries) {
        for (qsizetype i = 0; i < entries.size() && offset + i < rows->size(); ++i)
            (*rows)[offset + i] = entries[i].medium;
    });
    // Queued: what follows lets go of the reader.
    connect(
        reader, &ListReader::finished, m_reading.get(),
        [this, rows, reader] {
            for (const web::MediumPtr &medium : std::as_const(*rows)) {
                if (medium && !medium->isLocal && !medium->uri.isEmpty())
                    m_collected.media.append(medium);
                else
                    ++m_collected.leftOut;
            }
            reader->deleteLater();
            next();
        },
        Qt::QueuedConnection);
    connect(
        reader, &ListReader::failed, m_reading.get(),
        [this, reader](const Error &error) {
            reader->deleteLater();
            skip(error);
        },
        Qt::QueuedConnection);
    reader->start(-1);
}

} // namespace segue::models
