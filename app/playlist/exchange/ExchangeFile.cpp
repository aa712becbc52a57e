// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/ExchangeFile.h"

#include "app/playlist/exchange/Formats.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace segue::playlist
{

namespace
{

/// Most file systems take 255 bytes, and the ending, a counter and a temporary name need some of them.
constexpr qsizetype maxNameBytes = 200;

Error fileError(const QString &userText, const QString &detail)
{
    return Error{.kind = ErrorKind::Local, .userText = userText, .detail = detail};
}

Error notWritten(const QString &path, const QString &detail)
{
    const QString name = QFileInfo(path).fileName();
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        return fileError(ExchangeTexts::tr("“%1” was not written: there is no folder %2.")
                             .arg(name, QDir::toNativeSeparators(folder)),
                         detail);
    return fileError(ExchangeTexts::tr("“%1” was not written to %2: %3. A file of that name that was there before is "
                                       "unchanged.")
                         .arg(name, QDir::toNativeSeparators(folder), detail),
                     detail);
}

} // namespace

Result<Nothing> saveExchangeFile(const QString &path, const QByteArray &contents)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Unexpected(notWritten(path, file.errorString()));
    if (file.write(contents) != contents.size() || !file.flush()) {
        const QString why = file.errorString();
        file.cancelWriting();
        return Unexpected(notWritten(path, why));
    }
    if (!file.commit())
        return Unexpected(notWritten(path, file.errorString()));
    return Nothing{};
}

Result<ImportedPlaylists> readExchangeFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    // A pipe or a device might never end.
    if (!QFileInfo(path).isFile())
        return Unexpected(fileError(ExchangeTexts::tr("“%1” cannot be read: there is no such file.").arg(name), path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(
            fileError(ExchangeTexts::tr("“%1” cannot be read: %2.").arg(name, file.errorString()), file.errorString()));
    // One byte over the limit is enough to be told that it is too large.
    const QByteArray contents = file.read(maxImportBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected(
            fileError(ExchangeTexts::tr("“%1” cannot be read: %2.").arg(name, file.errorString()), file.errorString()));
    return importPlaylists(contents);
}

std::optional<ExchangeFormat> exchangeFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const ExchangeFormat format : {ExchangeFormat::Csv, ExchangeFormat::M3u8, ExchangeFormat::Xspf,
                                        ExchangeFormat::Json, ExchangeFormat::Links}) {
        if (suffix == exchangeSuffix(format))
            return format;
    }
    return suffix == QLatin1String("m3u") ? std::optional(ExchangeFormat::M3u8) : std::nullopt;
}

QString fileNameFor(const QString &listName)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    QString name;
    for (const QChar c : listName)
        name += forbidden.contains(c) ? QChar(u'-') : c.category() == QChar::Other_Control ? QChar(u' ') : c;
    name = name.simplified();
    while (name.toUtf8().size() > maxNameBytes)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    // Hidden on one system, cut off on another.
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name.isEmpty() ? ExchangeTexts::tr("Playlist") : name;
}

} // namespace segue::playlist
