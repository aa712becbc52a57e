// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/SortFields.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue::ui
{

using playlist::SortField;
using playlist::SortKey;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("segue::ui::SortFields", text);
}

} // namespace

std::vector<SortFieldText> sortFieldTexts()
{
    const QString aToZ = tr("A to Z");
    const QString zToA = tr("Z to A");
    const QString oldest = tr("oldest first");
    const QString newest = tr("newest first");
    return {
        {SortField::Title, CommandId::SortByTitle, "title", tr("Title"), tr("title"), aToZ, zToA},
        {SortField::Artist, CommandId::SortByArtist, "artist", tr("Artist"), tr("artist"), aToZ, zToA},
        {SortField::Album, CommandId::SortByAlbum, "album", tr("Album"), tr("album"), aToZ, zToA},
        {SortField::DateAdded, CommandId::SortByDateAdded, "date-added", tr("Date added"), tr("date added"), oldest,
         newest},
        {SortField::AddedBy, CommandId::SortByAddedBy, "added-by", tr("Added by"), tr("who added them"), aToZ, zToA},
        {SortField::Length, CommandId::SortByLength, "length", tr("Length"), tr("length"), tr("shortest first"),
         tr("longest first")},
        {SortField::ReleaseDate, CommandId::SortByReleaseDate, "release-date", tr("Release date"), tr("release date"),
         oldest, newest},
        {SortField::Popularity, CommandId::SortByPopularity, "popularity", tr("Popularity"), tr("popularity"),
         tr("least popular first"), tr("most popular first")},
    };
}

QStringList namesOf(const std::vector<SortKey> &keys)
{
    const std::vector<SortFieldText> fields = sortFieldTexts();
    QStringList names;
    for (const SortKey &key : keys) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&key](const SortFieldText &each) { return each.field == key.field; });
        if (field != fields.end())
            names.append((key.order == Qt::DescendingOrder ? QStringLiteral("-") : QString()) +
                         QLatin1String(field->name));
    }
    return names;
}

std::vector<SortKey> sortKeysNamed(const QStringList &names)
{
    std::vector<SortKey> keys;
    for (const QString &name : names) {
        const bool down = name.startsWith(u'-');
        for (const SortFieldText &field : sortFieldTexts()) {
            if (name.mid(down ? 1 : 0) == QLatin1String(field.name))
                keys.push_back({field.field, down ? Qt::DescendingOrder : Qt::AscendingOrder});
        }
    }
    return keys;
}

} // namespace segue::ui
