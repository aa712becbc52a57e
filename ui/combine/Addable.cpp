// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/combine/Addable.h"

#include "app/playlist/ops/Select.h"

namespace segue::ui
{

using playlist::Row;
using playlist::RowId;
using playlist::RowKind;

Addable addableOf(const playlist::RowList &rows, const playlist::RowLookup &row)
{
    Addable out;
    for (const RowId id : rows) {
        const Row &each = row(id);
        const RowKind kind = playlist::kindOf(each);
        if (kind == RowKind::Local) {
            ++out.localFiles;
        } else if (kind == RowKind::Null || kind == RowKind::NotLoaded || each.uri().isEmpty()) {
            ++out.gone;
        } else {
            out.rows.push_back(id);
            out.media.append(each.entry.medium);
        }
    }
    return out;
}

QString Addable::leftOutText() const
{
    if (localFiles > 0 && gone > 0)
        return tr("Left out %1 and %2: Spotify’s service can add neither.")
            .arg(tr("%Ln local file(s)", nullptr, localFiles),
                 tr("%Ln row(s) that Spotify no longer knows", nullptr, gone));
    if (localFiles > 0)
        return tr("Left out %Ln local file(s): only Spotify’s own program can add those.", nullptr, localFiles);
    return gone > 0 ? tr("Left out %Ln row(s) that Spotify no longer knows.", nullptr, gone) : QString();
}

} // namespace segue::ui
