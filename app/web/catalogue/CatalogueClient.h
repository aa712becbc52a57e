// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Caller.h"
#include "app/web/catalogue/Catalogue.h"

namespace segue::web
{

/// The catalogue over HTTP, as it is in the country of the account where that is known.
class CatalogueClient final : public Catalogue
{
    Q_OBJECT

public:
    /// The caller must outlive this.
    explicit CatalogueClient(Caller &caller, QObject *parent = nullptr);

    Call search(const QString &text, SearchKinds kinds, int offset, QObject *context,
                Done<SearchResults> done) override;
    Call album(const QString &id, QObject *context, Done<Album> done) override;
    Call albumTracks(const Album &album, int offset, QObject *context, Done<Page<MediumPtr>> done) override;
    Call artist(const QString &id, QObject *context, Done<Artist> done) override;
    Call artistAlbums(const QString &id, int offset, QObject *context, Done<Page<Album>> done) override;
    Call artistTopTracks(const QString &id, QObject *context, Done<QList<MediumPtr>> done) override;
    Call show(const QString &id, QObject *context, Done<Show> done) override;
    Call showEpisodes(const Show &show, int offset, QObject *context, Done<Page<MediumPtr>> done) override;

private:
    [[nodiscard]] const QString &market() const { return m_caller.user().country; }

    Caller &m_caller;
};

} // namespace segue::web
