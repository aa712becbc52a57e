// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "ui/arrange/ListVerbs.h"
#include "ui/combine/Addable.h"

#include <QPointer>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class DetailsDialog;
class MakerMessages;
class MessageArea;
class OpenPlaylists;
struct DialogSeams;
struct HeldPlaylist;

/// Makes playlists of a playlist: a copy of all of it, or of the selected rows, which may leave this one for the new
/// one. What they leave is removed once Spotify has it there, not before.
class CopyActions : public ListVerbs
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        const models::Library &library;
        OpenPlaylists &open;
        MakerMessages &maker;
        MessageArea &messages;
        const DialogSeams &seams;
    };
    CopyActions(Commands &commands, PlaylistPage &page, const Services &services, QObject *parent = nullptr);

    /// Any playlist of the library, as it is here: edits that Spotify does not have yet are in the copy.
    void copyPlaylist(const QString &playlistId);

protected:
    void update() override;

private:
    enum class Source { Stays, Leaves };

    void copy(const playlist::Editor &editor);
    [[nodiscard]] QString copyName(const QString &name) const;
    [[nodiscard]] QString reasonAgainstCopying() const;
    [[nodiscard]] QString reasonAgainstTaking(Source source) const;
    void takeSelection(Source source);
    /// Asks when taking these rows out has a price.
    void askToMove(const playlist::RowList &rows);
    void askForDetails(const playlist::RowList &rows, Source source);
    void takeRows(DetailsDialog &dialog, const web::PlaylistDetails &details, const HeldPlaylist &from,
                  const Addable &tracks, Source source);
    void tellUnreadable(const web::Playlist &playlist, const Error &error);

    const Services m_services;
};

} // namespace segue::ui
