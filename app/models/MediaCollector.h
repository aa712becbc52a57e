// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Call.h"
#include "app/web/Page.h"
#include "app/web/SpotifyLinks.h"
#include "app/web/Values.h"

#include <QObject>

#include <memory>

namespace segue::web
{
class Api;
class Catalogue;
} // namespace segue::web

namespace segue::models
{

/// What was behind some links.
struct CollectedMedia {
    QList<web::MediumPtr> media; ///< in the order of the links; of each, in its own
    int leftOut = 0;             ///< local files, and entries that Spotify no longer knows
    QStringList notFound;        ///< URIs that lead nowhere
    QStringList notReadable;     ///< URIs of playlists that Spotify shows to their owners alone
    QStringList withoutTracks;   ///< URIs of artists, people and local files

    /// What could not be used, as sentences; empty when all could.
    [[nodiscard]] QString problem() const;
};

/// Reads all that albums, shows and playlists hold; tracks and episodes among the links stand for themselves. One link
/// after the other, one outcome; none after cancel(). GUI thread.
class MediaCollector : public QObject
{
    Q_OBJECT

public:
    /// More than a playlist takes is not read.
    static constexpr int most = 10'000;

    /// Both must outlive this. `links` of other kinds are only named in the outcome.
    MediaCollector(web::Api &api, web::Catalogue &catalogue, QList<web::SpotifyLink> links, QObject *parent = nullptr);
    ~MediaCollector() override;

    /// Reports through the event loop.
    void start();
    void cancel();

Q_SIGNALS:
    void finished(const segue::models::CollectedMedia &collected);
    /// Nothing can be added: the service did not answer, or there is too much.
    void failed(const segue::Error &error);

private:
    void next();
    void skip(const Error &error);
    void takeMedium();
    void readAlbum();
    void readShow();
    void readPlaylist();
    template <typename Ask>
    void readPages(Ask ask, int offset);
    [[nodiscard]] bool hasRoomFor(qsizetype more) const;
    void refuseTooMany();

    web::Api &m_api;
    web::Catalogue &m_catalogue;
    QList<web::SpotifyLink> m_links; ///< still to be read
    web::SpotifyLink m_link;         ///< the one that is being read
    CollectedMedia m_collected;
    web::Call m_call;
    std::unique_ptr<QObject> m_reading; ///< lives while something is being read: a late answer finds nobody
};

} // namespace segue::models
