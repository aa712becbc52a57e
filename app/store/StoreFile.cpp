// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/StoreFile.h"

#include "app/store/StoreFailure.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace segue::store
{

namespace
{
const auto damagedSuffix = QLatin1StringView(".damaged-");
const auto logSuffix = QLatin1StringView("-wal");
const auto indexSuffix = QLatin1StringView("-shm");
} // namespace

StoreFile::StoreFile(QString path) : m_path(std::move(path)) {}

void StoreFile::prepare() const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    // What somebody listens to is nobody else's business. SQLite gives its log the same permissions.
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        file.close();
}

QString StoreFile::moveAside() const
{
    const QString wanted =
        m_path + damagedSuffix + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString target = wanted;
    for (int i = 2; QFileInfo::exists(target); ++i)
        target = wanted + u'-' + QString::number(i);
    QFile file(m_path);
    if (!file.rename(target)) {
        throw StoreFailure(StoreFailure::Cause::Other,
                           Error{.kind = ErrorKind::Local,
                                 .userText = QCoreApplication::translate(
                                     "segue::store", "The file with the unfinished edits and the history is damaged, "
                                                     "and Segue cannot move it aside."),
                                 .detail = file.errorString()});
    }
    // The log belongs to it, and would spoil a new file of the old name.
    if (!QFile::rename(m_path + logSuffix, target + logSuffix))
        QFile::remove(m_path + logSuffix);
    QFile::remove(m_path + indexSuffix);
    return target;
}

void StoreFile::removeDamagedCopies() const
{
    const QFileInfo info(m_path);
    const QDir folder = info.absoluteDir();
    // Not by a name filter: the file's own name may have what those take for wildcards.
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (name.startsWith(info.fileName() + damagedSuffix))
            QFile::remove(folder.filePath(name));
    }
}

bool StoreFile::removeAll() const
{
    removeDamagedCopies();
    for (const QString &path : {m_path, QString(m_path + logSuffix), QString(m_path + indexSuffix)})
        QFile::remove(path);
    return !QFileInfo::exists(m_path);
}

} // namespace segue::store
