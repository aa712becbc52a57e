// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace segue::auth
{

/// Switches off, for good, the log categories of Qt that can print codes, tokens or the addresses that hold them:
/// qt.networkauth.*, and the debug messages of qt.network.http* and qt.dbus* (a keychain may be behind D-Bus).
/// Neither QT_LOGGING_RULES nor a configuration file can switch them on again. Harmless to call more than once; each
/// Session does so when it is made, main() should do so before anything else.
void silenceSecretLogs();

} // namespace segue::auth
