// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <initializer_list>

namespace segue::store
{

/// One SQL statement, prepared once and run as often as wanted. Every failure is a StoreFailure.
class Statement
{
public:
    Statement(const QSqlDatabase &database, const QString &sql);

    /// Values for the question marks, in their order. An empty text is stored as one, never as NULL.
    Statement &run(std::initializer_list<QVariant> values = {});
    /// The next row of the answer; false after the last.
    bool next();
    /// For statements that answer with one number.
    qint64 onlyNumber();

    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] QDateTime date(int column) const;
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

    /// How dates are stored: milliseconds since 1970, UTC.
    [[nodiscard]] static QVariant fromDate(const QDateTime &date) { return date.toMSecsSinceEpoch(); }

private:
    QSqlQuery m_query;
};

} // namespace segue::store
