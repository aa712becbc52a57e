// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1String>
#include <QString>

#include <cmath>
#include <limits>
#include <optional>

/// Members of JSON objects, tolerant of nulls and wrong types: those read as "nothing".
namespace segue::web::json
{

[[nodiscard]] inline QString text(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

[[nodiscard]] inline bool flag(const QJsonObject &object, QLatin1String key, bool otherwise = false)
{
    return object.value(key).toBool(otherwise);
}

/// Nothing too for numbers that are not whole or do not fit.
[[nodiscard]] inline std::optional<int> integer(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    if (number != std::floor(number) || std::abs(number) > std::numeric_limits<int>::max())
        return {};
    return static_cast<int>(number);
}

[[nodiscard]] inline QJsonObject object(const QJsonObject &parent, QLatin1String key)
{
    return parent.value(key).toObject();
}

/// UTC; invalid for what is none, and for 1970, which the service says where it does not know.
[[nodiscard]] inline QDateTime instant(const QJsonObject &object, QLatin1String key)
{
    const QDateTime time = QDateTime::fromString(text(object, key), Qt::ISODate).toUTC();
    return time.toSecsSinceEpoch() > 0 ? time : QDateTime();
}

} // namespace segue::web::json
