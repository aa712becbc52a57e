// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace segue::playlist
{

class Document;

/// Works out another order of a document's rows: long lists in another thread, short ones at once. GUI thread.
///
/// The order is always one of the list that is wanted when it is handed over. When that list changes meanwhile
/// (edits, changes made elsewhere), the work begins anew with the list of then. When the document is reset or goes, its
/// rows are no more, and the work is dropped.
class Arranger : public QObject
{
    Q_OBJECT

public:
    /// Gives the rows at `positions` (ascending, each once) another order among the places they hold. Called in any
    /// thread, maybe several times; must not refer to anything but its arguments and what it owns.
    using Operation =
        std::function<RowList(const RowList &list, const std::vector<int> &positions, const RowLookup &row)>;
    /// `order` has the rows of the wanted list; `positions` are the places that were worked on.
    using Done = std::function<void(const RowList &order, const std::vector<int> &positions)>;

    explicit Arranger(QObject *parent = nullptr);
    ~Arranger() override;

    /// Those of `rows` that are still in the list by then, all for an empty list. Takes the place of what is under way.
    /// `done` is called once, before this returns for a short list, or never when it comes to nothing.
    void start(const Document &document, const RowList &rows, Operation operation, Done done);
    /// What is under way comes to nothing.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_document != nullptr; }

    /// Lists up to this length are worked on at once: it takes less than a millisecond or two.
    static constexpr std::size_t atOnce = 250;

private:
    void run();
    void finish(const RowList &order, const std::vector<int> &positions);

    const Document *m_document = nullptr; ///< null while nothing is under way
    RowList m_rows;
    Operation m_operation;
    Done m_done;
    QTimer m_again;            ///< once for all changes of one turn
    unsigned m_generation = 0; ///< what an earlier one has worked out is of no use
};

} // namespace segue::playlist
