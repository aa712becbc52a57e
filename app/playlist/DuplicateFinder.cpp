// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/DuplicateFinder.h"

#include "app/playlist/Arranger.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <utility>

namespace segue::playlist
{

void DuplicateFinder::start(std::shared_ptr<const RowSnapshot> rows, const DuplicateOptions &options, Done done)
{
    ++m_generation;
    if (rows->list().size() <= Arranger::atOnce) {
        done(duplicates(rows->list(), rows->lookup(), options));
        return;
    }
    using Groups = std::vector<DuplicateGroup>;
    auto *watcher = new QFutureWatcher<Groups>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, done = std::move(done), generation = m_generation] {
                watcher->deleteLater();
                if (generation == m_generation)
                    done(watcher->result());
            });
    watcher->setFuture(QtConcurrent::run(
        [rows = std::move(rows), options] { return duplicates(rows->list(), rows->lookup(), options); }));
}

} // namespace segue::playlist
