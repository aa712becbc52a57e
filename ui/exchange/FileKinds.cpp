// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/FileKinds.h"

#include "app/playlist/exchange/Export.h"

#include <QCoreApplication>

namespace segue::ui
{

QList<FileKind> exportKinds()
{
    using playlist::ExchangeFormat;
    const auto kind = [](const char *name, ExchangeFormat format) {
        return FileKind{QCoreApplication::translate("segue::ui", name), {playlist::exchangeSuffix(format)}};
    };
    return {
        kind(QT_TRANSLATE_NOOP("segue::ui", "Table (CSV)"), ExchangeFormat::Csv),
        kind(QT_TRANSLATE_NOOP("segue::ui", "Play list (M3U8)"), ExchangeFormat::M3u8),
        kind(QT_TRANSLATE_NOOP("segue::ui", "Play list (XSPF)"), ExchangeFormat::Xspf),
        kind(QT_TRANSLATE_NOOP("segue::ui", "Everything that is known (JSON)"), ExchangeFormat::Json),
        kind(QT_TRANSLATE_NOOP("segue::ui", "Spotify links, one a line"), ExchangeFormat::Links),
    };
}

QList<FileKind> importKinds()
{
    QList<FileKind> kinds = exportKinds();
    FileKind all{QCoreApplication::translate("segue::ui", "Playlists"), {}};
    for (FileKind &kind : kinds) {
        if (kind.endings.contains(playlist::exchangeSuffix(playlist::ExchangeFormat::M3u8)))
            kind.endings.append(QStringLiteral("m3u"));
        if (kind.endings.contains(playlist::exchangeSuffix(playlist::ExchangeFormat::Csv)))
            kind.endings.append(QStringLiteral("tsv"));
        all.endings.append(kind.endings);
    }
    kinds.prepend(all);
    return kinds;
}

} // namespace segue::ui
