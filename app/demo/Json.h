// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QStringList>

namespace segue::demo
{

/// The texts of an array, "" for what is none; nothing for anything but an array.
[[nodiscard]] inline QStringList strings(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &entry : array)
        list.append(entry.toString());
    return list;
}

} // namespace segue::demo
