// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace segue::demo
{

class Catalogue;

enum class SavedKind { Track, Album, Episode, Show, Artist, User };

/// What the user has saved, and whom they follow, apart from playlists: ids of each kind, the latest first.
class Saved
{
public:
    struct Entry {
        QString id;
        qint64 addedAt = 0; ///< seconds since 1970
    };

    /// Among those of its kind by its time; one that is there already stays as it is.
    void add(SavedKind kind, const QString &id, qint64 addedAt);
    void remove(SavedKind kind, const QString &id);
    [[nodiscard]] bool contains(SavedKind kind, const QString &id) const;
    [[nodiscard]] const QList<Entry> &list(SavedKind kind) const { return m_lists[std::size_t(kind)]; }

private:
    std::array<QList<Entry>, 6> m_lists;
};

/// "track", "album", … as types and URIs have it; nothing for any other text.
std::optional<SavedKind> savedKindOf(const QString &name);

/// What is there from the start.
void buildSaved(Saved &saved, const Catalogue &catalogue);

} // namespace segue::demo
