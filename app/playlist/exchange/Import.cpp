// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Import.h"

#include "app/playlist/exchange/CsvFormat.h"
#include "app/playlist/exchange/TextDecoding.h"

#include <QLocale>

namespace segue::playlist
{

namespace
{

Result<ImportedPlaylists> finished(const std::optional<Error> &error, ImportSink &sink, ExchangeFormat format)
{
    if (error)
        return Unexpected(*error);
    return sink.finish(format);
}

} // namespace

Error unreadable(const QString &userText, const QString &detail)
{
    return Error{ErrorKind::InvalidInput, 0, userText, detail, {}};
}

ExchangeList ImportedPlaylists::joined() const
{
    if (lists.size() == 1)
        return lists.first();
    ExchangeList all;
    for (const ExchangeList &list : lists)
        all.rows.append(list.rows);
    return all;
}

Result<ImportedPlaylists> importPlaylists(const QByteArray &file)
{
    if (file.size() > maxImportBytes) {
        return Unexpected(
            unreadable(ExchangeTexts::tr("This file is larger than %1, which is too large for a playlist.")
                           .arg(QLocale().formattedDataSize(maxImportBytes, 0))));
    }
    const std::optional<QString> text = decodedText(file);
    if (!text)
        return Unexpected(
            unreadable(ExchangeTexts::tr("This is not a text file, so there is no playlist in it that Segue "
                                         "could read. Choose a CSV, M3U, XSPF, JSON or text file.")));
    if (QStringView(*text).trimmed().isEmpty())
        return Unexpected(unreadable(ExchangeTexts::tr("This file is empty.")));

    ImportSink sink;
    if (looksLikeJson(*text))
        return finished(readJson(*text, sink), sink, ExchangeFormat::Json);
    if (looksLikeXml(*text))
        return finished(readXspf(*text, sink), sink, ExchangeFormat::Xspf);
    if (looksLikeM3u(*text)) {
        readM3u(*text, sink);
        return sink.finish(ExchangeFormat::M3u8);
    }
    if (const auto shape = csvShapeOf(*text))
        return finished(readCsv(*text, *shape, sink), sink, ExchangeFormat::Csv);
    readLinks(*text, sink);
    return sink.finish(ExchangeFormat::Links);
}

} // namespace segue::playlist
