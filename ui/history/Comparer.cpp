// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/Comparer.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace segue::ui
{

void Comparer::start(const store::ListRows &then, const store::ListRows &now, const QList<web::MediumPtr> &media,
                     int revision)
{
    using Made = std::shared_ptr<const Comparison>;
    auto *watcher = new QFutureWatcher<Made>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked = ++m_asked] {
        watcher->deleteLater();
        if (asked == m_asked)
            Q_EMIT compared(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([then, now, media, revision]() -> Made {
        auto made = std::make_shared<Comparison>(Comparison::of(then, now, media));
        made->revision = revision;
        return made;
    }));
}

} // namespace segue::ui
