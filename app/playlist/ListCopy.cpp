// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ListCopy.h"

#include "app/playlist/Document.h"
#include "app/playlist/FirstReading.h"
#include "app/store/Store.h"

#include <utility>

namespace segue::playlist
{

namespace
{

/// Ten thousand at once would hold the window for longer than a frame.
constexpr int rowsAtATime = 2500;

} // namespace

ListCopy::ListCopy(Document &document, FirstReading &reading, QObject *parent)
    : QObject(parent), m_document(document), m_reading(reading)
{
}

void ListCopy::open()
{
    m_told.reset();
    if (!m_store) {
        giveUp();
        return;
    }
    m_stage = Stage::Looking;
    m_store->readCached(m_document.details().id, this,
                        [this](const Result<std::optional<store::CachedList>> &result) { found(result); });
}

void ListCopy::found(const Result<std::optional<store::CachedList>> &result)
{
    if (m_stage != Stage::Looking)
        return;
    // A store that fails has told so elsewhere, and Spotify has the list.
    if (!result || !*result) {
        giveUp();
        return;
    }
    m_copy = **result;
    m_stage = Stage::Waiting;
    compare();
}

void ListCopy::told(const QString &snapshotId)
{
    if (m_stage == Stage::Idle)
        return;
    m_told = snapshotId;
    compare();
}

void ListCopy::compare()
{
    if (m_stage != Stage::Waiting || !m_told)
        return;
    if (*m_told == m_copy->snapshotId)
        fill();
    else
        giveUp();
}

void ListCopy::giveUp()
{
    m_copy.reset();
    m_stage = Stage::Idle;
    Q_EMIT notThere();
}

void ListCopy::fill()
{
    m_stage = Stage::Filling;
    m_filled = 0;
    m_readAt = m_copy->readAt;
    m_reading.begin(static_cast<int>(m_copy->entries.size()));
    fillSome();
}

void ListCopy::fillSome()
{
    if (m_stage != Stage::Filling)
        return;
    const QList<web::PlaylistEntry> some = m_copy->entries.mid(m_filled, rowsAtATime);
    const int first = m_filled;
    m_filled += static_cast<int>(some.size());
    if (m_filled < m_copy->entries.size()) {
        m_reading.take(first, some);
        QMetaObject::invokeMethod(this, &ListCopy::fillSome, Qt::QueuedConnection);
        return;
    }
    m_copy.reset();
    m_stage = Stage::Idle;
    m_reading.take(first, some);
    m_reading.end();
    Q_EMIT opened();
}

void ListCopy::readingBegins()
{
    m_toldBefore = m_document.details().snapshotId;
    m_readAt = QDateTime::currentDateTimeUtc();
}

void ListCopy::readingEnded()
{
    const QString told = std::exchange(m_toldBefore, {});
    // Outdated, and so of no use, when Spotify has told another one since.
    if (told == m_document.details().snapshotId)
        keep(told);
}

void ListCopy::keep(const QString &snapshotId)
{
    if (!m_store || snapshotId.isEmpty() || !m_document.isComplete() || m_document.wanted() != m_document.server())
        return;
    store::CachedList copy{
        .playlistId = m_document.details().id, .snapshotId = snapshotId, .readAt = m_readAt, .entries = {}};
    copy.entries.reserve(static_cast<qsizetype>(m_document.server().size()));
    for (const RowId id : m_document.server())
        copy.entries.append(m_document.row(id).entry);
    m_store->putCached(copy, this, [](const Result<Nothing> &) {}); // nothing is lost when it fails
}

} // namespace segue::playlist
