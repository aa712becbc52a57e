// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/Comparison.h"

#include <QObject>

#include <memory>

namespace segue::ui
{

/// Compares a version with a list, beside the window. GUI thread. Only what was asked for last is told.
class Comparer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends in compared(), never inside this call, unless something else is asked for, or abandon() called, first.
    /// `revision` comes back with it.
    void start(const store::ListRows &then, const store::ListRows &now, const QList<web::MediumPtr> &media,
               int revision);
    void abandon() { ++m_asked; }

Q_SIGNALS:
    void compared(const std::shared_ptr<const segue::ui::Comparison> &comparison);

private:
    int m_asked = 0;
};

} // namespace segue::ui
