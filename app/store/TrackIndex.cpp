// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/TrackIndex.h"

#include "app/store/IndexTables.h"

#include <QPointer>

namespace segue::store
{

TrackIndex::TrackIndex(TrackIndexOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_thread([this](QObject *outbox) {
          return std::make_shared<IndexFile>(m_options, [outbox, index = QPointer<TrackIndex>(this)] {
              QMetaObject::invokeMethod(
                  outbox,
                  [index] {
                      if (index)
                          Q_EMIT index->begunAnew();
                  },
                  Qt::QueuedConnection);
          });
      })
{
}

TrackIndex::~TrackIndex()
{
    m_thread.close(m_options.closeTimeout);
}

template <typename T>
void TrackIndex::handTask(QObject *context, Done<T> done, std::function<T(const QSqlDatabase &)> task)
{
    m_thread.hand<T>(context, std::move(done),
                     [task = std::move(task)](IndexFile &file) { return file.carryOut<T>(task); });
}

void TrackIndex::put(const IndexedList &list, QObject *context, Done<Nothing> done)
{
    handTask<Nothing>(context, std::move(done), [list](const QSqlDatabase &database) {
        IndexTables(database).put(list);
        return Nothing();
    });
}

void TrackIndex::keepOnly(const QStringList &playlistIds, QObject *context, Done<Nothing> done)
{
    handTask<Nothing>(context, std::move(done), [playlistIds](const QSqlDatabase &database) {
        IndexTables(database).keepOnly(playlistIds);
        return Nothing();
    });
}

void TrackIndex::playlists(QObject *context, Done<QList<IndexedPlaylist>> done)
{
    handTask<QList<IndexedPlaylist>>(context, std::move(done),
                                     [](const QSqlDatabase &database) { return IndexTables(database).playlists(); });
}

void TrackIndex::find(const QStringList &uris, QObject *context, Done<IndexAnswer> done)
{
    handTask<IndexAnswer>(context, std::move(done),
                          [uris](const QSqlDatabase &database) { return IndexTables(database).find(uris); });
}

void TrackIndex::repeated(int most, QObject *context, Done<IndexAnswer> done)
{
    handTask<IndexAnswer>(context, std::move(done),
                          [most](const QSqlDatabase &database) { return IndexTables(database).repeated(most); });
}

void TrackIndex::unavailable(int most, QObject *context, Done<IndexAnswer> done)
{
    handTask<IndexAnswer>(context, std::move(done),
                          [most](const QSqlDatabase &database) { return IndexTables(database).unavailable(most); });
}

void TrackIndex::removeEverything(QObject *context, Done<Nothing> done)
{
    m_thread.hand<Nothing>(context, std::move(done), [](IndexFile &file) { return file.remove(); });
}

} // namespace segue::store
