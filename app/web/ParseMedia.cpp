// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseMedia.h"

#include "app/web/ApiError.h"
#include "app/web/ParseMedium.h"

#include <QJsonArray>
#include <QJsonObject>

namespace segue::web
{

Result<MediumPtr> parseSingleMedium(const QJsonDocument &answer, TextPool &pool)
{
    MediumPtr medium = parseMedium(answer.object(), NamedBy::Original, false, pool);
    if (!medium)
        return Unexpected(badAnswer(QStringLiteral("track or episode without URI")));
    return medium;
}

Result<QList<MediumPtr>> parseMedia(const QJsonDocument &answer, MediumKind kind, int count, TextPool &pool)
{
    const QString key = kind == MediumKind::Episode ? QStringLiteral("episodes") : QStringLiteral("tracks");
    const QJsonValue value = answer.object().value(key);
    if (!value.isArray())
        return Unexpected(badAnswer(QStringLiteral("no array of ") + key));
    const QJsonArray array = value.toArray();
    if (array.size() != count)
        return Unexpected(badAnswer(QStringLiteral("%1 %2 instead of %3").arg(array.size()).arg(key).arg(count)));
    QList<MediumPtr> media;
    media.reserve(count);
    for (const QJsonValue &each : array)
        media.append(parseMedium(each.toObject(), NamedBy::Original, false, pool));
    return media;
}

} // namespace segue::web
