// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

namespace segue::store
{

/// The schema that this version reads and writes; kept in the file as its user_version.
inline constexpr int schemaVersion = 3;
/// "Segu", the file's application_id.
inline constexpr int applicationId = 0x53656775;

/// Finds out, without touching the file, whether it is empty or a store that this version can use. Fails with Damaged
/// for anything else, and with Other for a store of a newer version.
void checkIsOurs(const QSqlDatabase &database);

/// Brings the schema to schemaVersion, each step whole or not at all.
void migrate(const QSqlDatabase &database);

} // namespace segue::store
