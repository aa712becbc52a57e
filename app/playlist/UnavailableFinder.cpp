// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/UnavailableFinder.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ops/Select.h"
#include "app/playlist/sync/WholeListReader.h"

#include <QPointer>
#include <QSet>

#include <utility>

namespace segue::playlist
{

namespace
{

/// What is known to be unavailable, or is by its URI.
RowList unavailableRows(const Document &document, const QSet<QString> &uris)
{
    RowList rows;
    for (const RowId id : document.wanted()) {
        const Row &row = document.row(id);
        const RowKind kind = kindOf(row);
        if (kind == RowKind::Unavailable || (kind == RowKind::Playable && uris.contains(row.uri())))
            rows.push_back(id);
    }
    return rows;
}

} // namespace

UnavailableFinder::UnavailableFinder(QObject *parent) : QObject(parent) {}

UnavailableFinder::~UnavailableFinder() = default;

void UnavailableFinder::cancel()
{
    // It may be what has called us.
    if (WholeListReader *reader = m_reader.release()) {
        reader->disconnect(this);
        reader->stop();
        reader->deleteLater();
    }
}

bool UnavailableFinder::start(const Editor &editor, Done done)
{
    cancel();
    const Document &document = editor.document();
    if (editor.api().tellsPlayability()) {
        done(unavailableRows(document, {}));
        return false;
    }
    m_reader = std::make_unique<WholeListReader>(editor.api(), editor.details().id, ListReader::As::Played);
    connect(&editor, &QObject::destroyed, this, &UnavailableFinder::cancel, Qt::UniqueConnection);
    connect(m_reader.get(), &WholeListReader::done, this,
            [this, done, asked = QPointer(&document)](const QList<web::PlaylistEntry> &entries) {
                cancel();
                QSet<QString> uris;
                for (const web::PlaylistEntry &entry : entries) {
                    if (entry.medium && !entry.medium->isLocal && !entry.medium->isPlayable)
                        uris.insert(entry.medium->uri);
                }
                if (asked)
                    done(unavailableRows(*asked, uris));
            });
    connect(m_reader.get(), &WholeListReader::failed, this, [this, done](const Error &error) {
        cancel();
        done(Unexpected(error));
    });
    m_reader->start(static_cast<int>(document.server().size()));
    return true;
}

} // namespace segue::playlist
