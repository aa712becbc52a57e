// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Caller.h"
#include "app/web/shelf/Shelf.h"
#include "app/web/shelf/ShelfRoute.h"

namespace segue::web
{

/// The shelf over HTTP.
class ShelfClient final : public Shelf
{
    Q_OBJECT

public:
    /// The caller must outlive this.
    explicit ShelfClient(Caller &caller, QObject *parent = nullptr);

    Call savedTracks(int offset, QObject *context, Done<Page<SavedMedium>> done) override;
    Call savedEpisodes(int offset, QObject *context, Done<Page<SavedMedium>> done) override;
    Call savedAlbums(int offset, QObject *context, Done<Page<Album>> done) override;
    Call savedShows(int offset, QObject *context, Done<Page<Show>> done) override;
    Call followedArtists(const QString &after, QObject *context, Done<Page<Artist>> done) override;
    Call save(const QStringList &uris, QObject *context, Done<Nothing> done) override;
    Call remove(const QStringList &uris, QObject *context, Done<Nothing> done) override;
    Call contains(const QStringList &uris, QObject *context, Done<QList<bool>> done) override;
    /// The smaller measure of both dialects while none is known.
    [[nodiscard]] int urisPerCall() const override;

private:
    using Request = ApiRequest (*)(Dialect, const ShelfRoute &, const QStringList &);

    template <typename T, typename Parse>
    Call page(QLatin1String what, int offset, QObject *context, Done<Page<T>> done, Parse parse);
    template <typename T>
    Call about(const QStringList &uris, Priority priority, QObject *context, Done<T> done, Request request,
               Caller::Parse<T> parse);

    Caller &m_caller;
};

} // namespace segue::web
