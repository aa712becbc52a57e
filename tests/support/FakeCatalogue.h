// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/catalogue/Catalogue.h"
#include "tests/support/HeldAnswers.h"

#include <QHash>
#include <QStringList>

namespace segue::test
{

/// A Catalogue without a network: what a test has put into it, in pages, through the event loop, with faults on order.
/// What is not in it is not found.
class FakeCatalogue : public web::Catalogue
{
    Q_OBJECT

public:
    using Catalogue::Catalogue;

    /// By "Artist of ID", with tracks "spotify:track:IDt0" …
    web::Album &addAlbum(const QString &id, int trackCount);
    /// "Artist ID", with these albums and the first tracks of them as its top tracks.
    web::Artist &addArtist(const QString &id, const QStringList &albumIds = {});
    /// "Show ID", with episodes "spotify:episode:IDe0" …
    web::Show &addShow(const QString &id, int episodeCount);

    QHash<QString, web::Album> albums; ///< by id, as all of these
    QHash<QString, QList<web::MediumPtr>> tracks;
    QHash<QString, web::Artist> artists;
    QHash<QString, QList<web::Album>> albumsOfArtists;
    QHash<QString, QList<web::MediumPtr>> topTracks;
    QHash<QString, web::Show> shows;
    QHash<QString, QList<web::MediumPtr>> episodes;
    QHash<QString, web::SearchResults> found; ///< by text, everything on one page; nothing by any other

    int pageSize = 50;
    int searchPageSize = 10;
    bool offersTopTracks = true;
    HeldAnswers answers;
    /// "album ID", "albumTracks ID 50", "search TEXT KINDS 0", in the order of the calls.
    QStringList log;

    web::Call search(const QString &text, web::SearchKinds kinds, int offset, QObject *context,
                     Done<web::SearchResults> done) override;
    web::Call album(const QString &id, QObject *context, Done<web::Album> done) override;
    web::Call albumTracks(const web::Album &album, int offset, QObject *context,
                          Done<web::Page<web::MediumPtr>> done) override;
    web::Call artist(const QString &id, QObject *context, Done<web::Artist> done) override;
    web::Call artistAlbums(const QString &id, int offset, QObject *context, Done<web::Page<web::Album>> done) override;
    web::Call artistTopTracks(const QString &id, QObject *context, Done<QList<web::MediumPtr>> done) override;
    web::Call show(const QString &id, QObject *context, Done<web::Show> done) override;
    web::Call showEpisodes(const web::Show &show, int offset, QObject *context,
                           Done<web::Page<web::MediumPtr>> done) override;
};

} // namespace segue::test
