// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/shelf/Shelf.h"
#include "tests/support/HeldAnswers.h"

#include <QStringList>

namespace segue::test
{

/// A Shelf without a network: what is saved and followed, in memory, latest first; answered in pages, through the event
/// loop, with faults on order.
class FakeShelf : public web::Shelf
{
    Q_OBJECT

public:
    using Shelf::Shelf;

    QList<web::SavedMedium> tracks;
    QList<web::SavedMedium> episodes;
    QList<web::Album> albums;
    QList<web::Show> shows;
    QList<web::Artist> artists;
    QStringList users; ///< URIs

    /// As `save` would, at once. What is there already stays where it is.
    void put(const QString &uri);
    void take(const QString &uri);
    [[nodiscard]] bool has(const QString &uri) const;

    int pageSize = 50;
    int perCall = 40;
    HeldAnswers answers;
    /// "savedTracks 0", "save URI,URI", "remove URI", "contains URI", "followedArtists CURSOR", in the order of the
    /// calls.
    QStringList log;

    web::Call savedTracks(int offset, QObject *context, Done<web::Page<web::SavedMedium>> done) override;
    web::Call savedEpisodes(int offset, QObject *context, Done<web::Page<web::SavedMedium>> done) override;
    web::Call savedAlbums(int offset, QObject *context, Done<web::Page<web::Album>> done) override;
    web::Call savedShows(int offset, QObject *context, Done<web::Page<web::Show>> done) override;
    web::Call followedArtists(const QString &after, QObject *context, Done<web::Page<web::Artist>> done) override;
    web::Call save(const QStringList &uris, QObject *context, Done<Nothing> done) override;
    web::Call remove(const QStringList &uris, QObject *context, Done<Nothing> done) override;
    web::Call contains(const QStringList &uris, QObject *context, Done<QList<bool>> done) override;
    [[nodiscard]] int urisPerCall() const override { return perCall; }

private:
    template <typename T>
    web::Call page(const char *name, const QList<T> &all, int offset, QObject *context, Done<web::Page<T>> done);
    template <typename Change>
    web::Call write(const char *name, const QStringList &uris, QObject *context, Done<Nothing> done, Change change);
};

} // namespace segue::test
