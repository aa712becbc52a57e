// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Settings.h"

#include "ui/look/Log.h"

namespace segue::ui
{

namespace
{

constexpr int currentVersion = 1;
const QLatin1String versionKey("version");

QString dialectKey(const QString &clientId)
{
    // Ids come from a field that people type into; a slash would open a group.
    return QStringLiteral("dialects/") + QString::fromLatin1(clientId.toUtf8().toHex());
}

} // namespace

Settings::Settings(const QString &profile)
{
    const QString name = profile.isEmpty() ? QStringLiteral("segue") : QStringLiteral("segue-") + profile;
    m_store = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("segue"), name);
    lookAtVersion();
}

Settings::Settings(Temporary) : m_temporary(std::make_unique<QTemporaryDir>())
{
    if (!m_temporary->isValid())
        qCWarning(log) << "no temporary folder for settings";
    m_store = std::make_unique<QSettings>(m_temporary->filePath(QStringLiteral("segue.ini")), QSettings::IniFormat);
    lookAtVersion();
}

void Settings::lookAtVersion() const
{
    const int version = m_store->value(versionKey, 0).toInt();
    // A later Segue wrote this. What is understood is used; its version number stays.
    if (version > currentVersion)
        qCInfo(log) << "settings come from a later version" << version;
}

void Settings::write(const QString &key, const QVariant &value)
{
    // With the first thing there is to keep: starting up alone need not wait for a disk.
    if (m_store->value(versionKey, 0).toInt() < currentVersion)
        m_store->setValue(versionKey, currentVersion);
    m_store->setValue(key, value);
}

QString Settings::dialect(const QString &clientId) const
{
    return m_store->value(dialectKey(clientId)).toString();
}

void Settings::setDialect(const QString &clientId, const QString &dialect)
{
    if (dialect.isEmpty())
        m_store->remove(dialectKey(clientId));
    else
        write(dialectKey(clientId), dialect);
}

void Settings::forgetAccount()
{
    m_store->remove(QLatin1String(setting::lastPlaylist.key));
    m_store->remove(QStringLiteral("dialects"));
}

} // namespace segue::ui
