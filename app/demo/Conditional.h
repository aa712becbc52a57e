// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"

namespace segue::demo
{

/// Puts an ETag, which is the hash of the body, and Cache-Control on the answer to a read: for `maxAge` seconds anybody
/// may take it again, 0 leaves that to the one reader who asks each time. When the reader has just this answer, as
/// If-None-Match tells, it becomes 304 without a body.
void makeConditional(const Request &request, int maxAge, Answer &answer);

} // namespace segue::demo
