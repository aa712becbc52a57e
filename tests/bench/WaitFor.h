// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "tests/bench/Figures.h"

#include <QEventLoop>
#include <QObject>

#include <cstdlib>
#include <functional>

namespace segue::bench
{

struct Waited {
    double milliseconds = 0;
    double insideCall = 0; ///< what the GUI thread spends in the call, of that
};

/// Runs the event loop until the call is answered. An error ends the program: what comes then would be no figure.
template <typename T>
T waitFor(const std::function<void(QObject *, Done<T>)> &call, Waited *waited = nullptr)
{
    QObject context;
    QEventLoop loop;
    T value;
    QElapsedTimer clock;
    clock.start();
    call(&context, [&](const Result<T> &result) {
        if (!result) {
            std::fprintf(stderr, "%s (%s)\n", qPrintable(result.error().userText), qPrintable(result.error().detail));
            std::exit(1);
        }
        value = *result;
        loop.quit();
    });
    const double inside = since(clock);
    loop.exec();
    if (waited) {
        waited->insideCall = inside;
        waited->milliseconds = since(clock);
    }
    return value;
}

} // namespace segue::bench
