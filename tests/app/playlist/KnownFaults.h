// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Faults of the edit engine that are known and not yet gone. To be set to false with the fault.
namespace segue::playlist::test::known
{

/// Synchronizer: single copies are removed by positions that hold for the list that was read last, but with the
/// snapshot that the last answered write returned. After a lost answer or somebody else's edit that is another list:
/// the call is refused and the edit lost. While it is there, a random run that fails after such a call ends without a
/// verdict; see TestEditsAndFaults::removesTheCopyAfterALostAnswer() and removesTheCopyAfterSomebodyElse().
inline constexpr bool positionsGoWithAnOldSnapshot = true;

/// Synchronizer: rows that were added are looked for as soon as the call is answered. A service that shows its changes
/// late does not have them yet; the whole list is then read at once, and may be the old one, or in a long playlist half
/// of each, which counts as somebody else's edit. Random runs with such a service end without a verdict when they fail;
/// see TestEditsAndFaults::waitsForItsOwnChanges().
inline constexpr bool ownChangesAreReadTooEarly = true;

} // namespace segue::playlist::test::known
