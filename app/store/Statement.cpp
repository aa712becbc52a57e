// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Statement.h"

#include "app/store/StoreFailure.h"

#include <QSqlError>
#include <QTimeZone>

namespace segue::store
{

Statement::Statement(const QSqlDatabase &database, const QString &sql) : m_query(database)
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(sql))
        throw failureOf(m_query.lastError());
}

Statement &Statement::run(std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values) {
        // Qt's driver makes NULL of a null QString.
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        m_query.bindValue(position++, nullText ? QVariant(QStringLiteral("")) : value);
    }
    if (!m_query.exec())
        throw failureOf(m_query.lastError());
    return *this;
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw failureOf(m_query.lastError());
    return false;
}

qint64 Statement::onlyNumber()
{
    const qint64 result = next() ? number(0) : 0;
    m_query.finish();
    return result;
}

QDateTime Statement::date(int column) const
{
    return QDateTime::fromMSecsSinceEpoch(number(column), QTimeZone::utc());
}

} // namespace segue::store
