// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QList>
#include <QString>

namespace segue::web::test
{

/// A document with one thing changed.
struct JsonVariation {
    QString path; ///< of what was changed: "artists.items[0].name"
    QJsonDocument document;
};

enum class JsonChange {
    Null,      ///< in the place of each member, and of the first element of each array
    WrongType, ///< in the place of each member, and of the first element of arrays of plain values
    Missing,   ///< each member, and the first element of arrays of plain values
    Unknown,   ///< a further member in each object; the path is that of the object
};

/// All that can be made of `good` by one such change; in arrays, of their first element.
[[nodiscard]] QList<JsonVariation> variationsOf(const QJsonDocument &good, JsonChange change);

} // namespace segue::web::test
