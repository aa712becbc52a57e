// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/Comparer.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace segue::ui
{

void Comparer::start(const store::ListRows &then, const store::ListRows &now, const QList<web::MediumPtr> &media)
{
    using Made = std::shared_ptr<const Comparison>;
    auto *watcher = new QFutureWatcher<Made>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked = ++m_asked] {
        watcher->deleteLater();
        if (asked == m_asked)
            Q_EMIT compared(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(
        [then, now, media]() -> Made { return std::make_shared<const Comparison>(Comparison::of(then, now, media)); }));
}

} // namespace segue::ui
