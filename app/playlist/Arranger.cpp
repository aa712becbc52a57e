// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Arranger.h"

#include "app/playlist/Document.h"
#include "app/playlist/ListOps.h"
#include "app/playlist/RowSnapshot.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <memory>
#include <numeric>
#include <utility>

namespace segue::playlist
{

Arranger::Arranger(QObject *parent) : QObject(parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &Arranger::run);
}

Arranger::~Arranger() = default;

void Arranger::start(const Document &document, const RowList &rows, Operation operation, Done done)
{
    cancel();
    m_document = &document;
    m_rows = rows;
    m_operation = std::move(operation);
    m_done = std::move(done);
    const auto again = [this] {
        ++m_generation;
        m_again.start();
    };
    connect(&document, &Document::wantedChanged, this, again);
    // Rows that were read anew may have other values.
    connect(&document, &Document::rowsChanged, this, again);
    connect(&document, &Document::aboutToReset, this, &Arranger::cancel);
    connect(&document, &QObject::destroyed, this, [this] {
        m_document = nullptr;
        cancel();
    });
    run();
}

void Arranger::cancel()
{
    ++m_generation;
    m_again.stop();
    if (m_document)
        m_document->disconnect(this);
    m_document = nullptr;
    m_operation = nullptr;
    m_done = nullptr;
}

void Arranger::run()
{
    ++m_generation;
    auto snapshot = std::make_shared<const RowSnapshot>(*m_document);
    std::vector<int> positions;
    if (m_rows.empty()) {
        positions.resize(snapshot->list().size());
        std::iota(positions.begin(), positions.end(), 0);
    } else {
        positions = positionsOf(m_rows, snapshot->list());
    }
    if (positions.size() <= atOnce) {
        finish(m_operation(snapshot->list(), positions, snapshot->lookup()), positions);
        return;
    }
    auto *watcher = new QFutureWatcher<RowList>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, positions, generation = m_generation] {
        watcher->deleteLater();
        if (generation == m_generation)
            finish(watcher->result(), positions);
    });
    // Not a continuation: that may run at once, within run(). The task alone holds the snapshot, so that it is also
    // the other thread that throws it away.
    watcher->setFuture(
        QtConcurrent::run([snapshot = std::move(snapshot), positions, operation = m_operation]() mutable {
            RowList order = operation(snapshot->list(), positions, snapshot->lookup());
            snapshot.reset();
            return order;
        }));
}

void Arranger::finish(const RowList &order, const std::vector<int> &positions)
{
    const Done done = std::exchange(m_done, nullptr);
    // First: what is done with it changes the list.
    cancel();
    done(order, positions);
}

} // namespace segue::playlist
