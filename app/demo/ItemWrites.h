// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Api.h"

namespace segue::demo
{

/// The four writes to a playlist's items, with the service's limits, messages and quirks.
class ItemWrites
{
public:
    ItemWrites(World &world, Playlist &playlist) : m_world(world), m_playlist(playlist) {}

    [[nodiscard]] Answer add(const Call &call);
    [[nodiscard]] Answer remove(const Call &call);
    [[nodiscard]] Answer reorderOrReplace(const Call &call);

private:
    /// The error when this token may not write here; `verb` is for its message ("add to").
    [[nodiscard]] std::optional<Answer> refused(const Call &call, const char *verb) const;
    [[nodiscard]] std::optional<Answer> readUris(const QStringList &uris, QList<Item> *items);
    [[nodiscard]] bool isDead(const QStringList &uris) const;
    [[nodiscard]] Answer reorder(const QJsonObject &body);
    [[nodiscard]] Answer replace(const QStringList &uris);
    [[nodiscard]] Answer done(int status) const; ///< the snapshot_id

    World &m_world;
    Playlist &m_playlist;
};

} // namespace segue::demo
