// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/Export.h"
#include "app/playlist/exchange/ImportSink.h"

#include <QCoreApplication>
#include <QStringView>

#include <optional>

/// The formats one by one, for Export.cpp and Import.cpp. Readers put what they find into the sink; an error says why
/// the file cannot be read to its end.
namespace segue::playlist
{

struct ExchangeTexts {
    Q_DECLARE_TR_FUNCTIONS(PlaylistExchange)
};

[[nodiscard]] QByteArray writeCsv(const ExchangeList &list, const CsvOptions &options);
[[nodiscard]] QByteArray writeM3u(const ExchangeList &list);
[[nodiscard]] QByteArray writeXspf(const ExchangeList &list);
[[nodiscard]] QByteArray writeJson(const ExchangeList &list);
[[nodiscard]] QByteArray writeLinks(const ExchangeList &list);

[[nodiscard]] bool looksLikeJson(QStringView text);
[[nodiscard]] bool looksLikeXml(QStringView text);
[[nodiscard]] bool looksLikeM3u(QStringView text);

[[nodiscard]] std::optional<Error> readJson(const QString &text, ImportSink &sink);
[[nodiscard]] std::optional<Error> readXspf(const QString &text, ImportSink &sink);
void readM3u(QStringView text, ImportSink &sink);
void readLinks(QStringView text, ImportSink &sink);

[[nodiscard]] Error unreadable(const QString &userText, const QString &detail = {});

} // namespace segue::playlist
