// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace segue::test
{

/// From now on counts the writes to files, and the calls that wait for the disk, of the whole process. Before the
/// `number`th the process kills itself, as `kill -9` would; in the midst of it when it is a write. 0: never.
void armKillPoint(int number);

/// 0 also where SQLite's writes cannot be caught.
[[nodiscard]] int writesSeen();

} // namespace segue::test
