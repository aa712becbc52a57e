// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/listening/ParseListening.h"

#include "app/web/ApiError.h"
#include "app/web/Json.h"
#include "app/web/ParseMedium.h"
#include "app/web/ParsePage.h"
#include "app/web/catalogue/ParseCatalogue.h"

namespace segue::web
{

Result<Page<MediumPtr>> parseTopTracksPage(const QJsonDocument &answer, int offset, TextPool &pool)
{
    return parsePage<MediumPtr>(parseFrame(answer.object(), offset), offset, [&pool](const QJsonObject &track) {
        return parseMedium(track, NamedBy::Original, false, pool);
    });
}

Result<Page<Artist>> parseTopArtists(const QJsonDocument &answer, int offset)
{
    return parsePage<Artist>(parseFrame(answer.object(), offset), offset, parseArtist);
}

Result<Page<PlayedMedium>> parseRecentlyPlayed(const QJsonDocument &answer, const QString &before, TextPool &pool)
{
    return parsePage<PlayedMedium>(
        parseCursorFrame(answer.object(), QLatin1String("before"), before), 0, [&pool](const QJsonObject &entry) {
            std::optional<PlayedMedium> played;
            const QJsonObject track = json::object(entry, QLatin1String("track"));
            if (MediumPtr medium = parseMedium(track, NamedBy::Original, false, pool))
                played = PlayedMedium{std::move(medium), json::instant(entry, QLatin1String("played_at"))};
            return played;
        });
}

Result<QList<Device>> parseDevices(const QJsonDocument &answer)
{
    const QJsonValue value = answer.object().value(QLatin1String("devices"));
    if (!value.isArray())
        return Unexpected(badAnswer(QStringLiteral("no array of devices")));
    QList<Device> devices;
    for (const QJsonValue &each : value.toArray()) {
        const QJsonObject object = each.toObject();
        Device device;
        device.id = json::text(object, QLatin1String("id"));
        device.name = json::text(object, QLatin1String("name"));
        device.type = json::text(object, QLatin1String("type"));
        device.isActive = json::flag(object, QLatin1String("is_active"));
        device.isRestricted = json::flag(object, QLatin1String("is_restricted"));
        if (!device.id.isEmpty() || !device.name.isEmpty())
            devices.append(device);
    }
    return devices;
}

} // namespace segue::web
