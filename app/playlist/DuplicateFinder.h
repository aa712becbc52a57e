// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/RowSnapshot.h"
#include "app/playlist/ops/Duplicates.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace segue::playlist
{

/// Looks for duplicates in a list as it was at some moment: in another thread if it is long. GUI thread.
class DuplicateFinder : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const std::vector<DuplicateGroup> &groups)>;

    using QObject::QObject;

    /// Takes the place of what is under way. `done` is called once, before this returns for a short list.
    void start(std::shared_ptr<const RowSnapshot> rows, const DuplicateOptions &options, Done done);
    /// What is under way comes to nothing.
    void cancel() { ++m_generation; }

private:
    unsigned m_generation = 0; ///< what an earlier one has found is of no use
};

} // namespace segue::playlist
