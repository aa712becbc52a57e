// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Document.h"
#include "tests/support/FakeApi.h"

#include <QTimeZone>

#include <memory>

/// Documents of the playlist "p" for tests of what works on one, without an Editor.
namespace segue::playlist::test
{

inline QStringList urisOf(const QString &names)
{
    QStringList uris;
    for (const QString &name : names.split(u' ', Qt::SkipEmptyParts))
        uris.append(QStringLiteral("spotify:track:") + name);
    return uris;
}

/// "a b c": tracks of these names, all added on that day of January 2020.
inline QList<web::PlaylistEntry> entriesOf(const QString &names, int day = 1)
{
    const QDateTime at(QDate(2020, 1, day), QTime(0, 0), QTimeZone::utc());
    QList<web::PlaylistEntry> out;
    for (const QString &uri : urisOf(names))
        out.append(segue::test::FakeApi::entry(uri, at));
    return out;
}

/// Nothing of it is read yet.
inline std::unique_ptr<Document> unread()
{
    web::Playlist details;
    details.id = QStringLiteral("p");
    return std::make_unique<Document>(details);
}

inline std::unique_ptr<Document> opened(const QList<web::PlaylistEntry> &entries)
{
    auto document = unread();
    document->reset(static_cast<int>(entries.size()));
    document->fill(0, entries);
    return document;
}
inline std::unique_ptr<Document> opened(const QString &names)
{
    return opened(entriesOf(names));
}

/// "t0" to "t39", say.
inline std::unique_ptr<Document> openedWith(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(QStringLiteral("t%1").arg(i));
    return opened(names.join(u' '));
}

} // namespace segue::playlist::test
