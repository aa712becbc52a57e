// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <functional>
#include <tl/expected.hpp>

namespace segue
{

/// A value, or the reason why there is none. (std::expected is C++23; libexpected stands in for it.)
template <typename T>
using Result = tl::expected<T, Error>;

/// Called exactly once with the outcome of a call, on the thread of the object that made the call, and
/// never before the call that takes it has returned. Not called at all once the context object that was
/// given along with it is gone, or the call was cancelled through its handle.
template <typename T>
using Done = std::function<void(Result<T>)>;

/// The value of a call that answers nothing but "done".
struct Nothing {
};

using Unexpected = tl::unexpected<Error>;

} // namespace segue
