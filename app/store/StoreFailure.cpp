// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/StoreFailure.h"

#include <QCoreApplication>
#include <QSqlError>

namespace segue::store
{

namespace
{

// SQLite's primary result codes (sqlite3.h). Qt's driver has the library, and does not hand out its header.
enum SqliteCode {
    sqlitePerm = 3,
    sqliteBusy = 5,
    sqliteLocked = 6,
    sqliteNoMemory = 7,
    sqliteReadOnly = 8,
    sqliteIoError = 10,
    sqliteCorrupt = 11,
    sqliteFull = 13,
    sqliteCannotOpen = 14,
    sqliteProtocol = 15,
    sqliteNotADatabase = 26
};

StoreFailure other(const QString &userText, const QString &detail)
{
    return {StoreFailure::Cause::Other, Error{.kind = ErrorKind::Local, .userText = userText, .detail = detail}};
}

} // namespace

StoreFailure failureOf(const QSqlError &error)
{
    const QString detail = error.text();
    // Extended codes carry the primary one in their lowest byte.
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return damagedFailure(detail);
    case sqliteBusy:
    case sqliteLocked:
    case sqliteProtocol:
        return busyFailure(detail);
    case sqliteFull:
        return {StoreFailure::Cause::Full,
                Error{.kind = ErrorKind::Local,
                      .userText = QCoreApplication::translate(
                          "segue::store", "The disk is full. Segue cannot keep unfinished edits and the history."),
                      .detail = detail}};
    case sqlitePerm:
    case sqliteReadOnly:
    case sqliteCannotOpen:
        return other(
            QCoreApplication::translate(
                "segue::store", "Segue cannot write the file in which it keeps unfinished edits and the history."),
            detail);
    case sqliteIoError:
        return other(QCoreApplication::translate(
                         "segue::store",
                         "The disk failed under the file in which Segue keeps unfinished edits and the history."),
                     detail);
    case sqliteNoMemory:
        return {StoreFailure::Cause::Other, outOfMemory()};
    default:
        break;
    }
    // Qt reports a missing driver, and what it finds wrong by itself, without a code.
    return other(
        QCoreApplication::translate("segue::store", "Segue cannot keep unfinished edits and the history on this disk."),
        detail);
}

StoreFailure damagedFailure(const QString &detail)
{
    return {StoreFailure::Cause::Damaged,
            Error{.kind = ErrorKind::Local,
                  .userText = QCoreApplication::translate(
                      "segue::store", "The file with the unfinished edits and the history is damaged."),
                  .detail = detail}};
}

StoreFailure busyFailure(const QString &detail)
{
    return {StoreFailure::Cause::Busy,
            Error{.kind = ErrorKind::Timeout,
                  .userText = QCoreApplication::translate(
                      "segue::store", "Another program keeps the file with the unfinished edits and the history busy."),
                  .detail = detail}};
}

StoreFailure newerSchemaFailure(int version)
{
    return other(QCoreApplication::translate("segue::store",
                                             "The unfinished edits and the history were kept by a newer version of "
                                             "Segue. This version leaves them alone and keeps none."),
                 QStringLiteral("schema version %1").arg(version));
}

StoreFailure unreadablePartFailure(const QString &detail)
{
    return other(QCoreApplication::translate("segue::store", "This part of the history is damaged and cannot be read."),
                 detail);
}

Error outOfMemory()
{
    return {.kind = ErrorKind::Local,
            .userText = QCoreApplication::translate(
                "segue::store", "There is not enough memory to keep unfinished edits and the history.")};
}

} // namespace segue::store
