// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace segue::ui
{

/// One thing that is remembered: where, of which type, and what it is as long as nobody has set it.
template <typename T>
struct Setting {
    const char *key;
    T fallback;
};

/// Everything the program remembers between two starts, apart from the sign-in (which is the keychain's).
namespace setting
{
inline const Setting<QString> clientId{"account/clientId", {}};
inline const Setting<int> redirectPort{"account/redirectPort", 0};
inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> splitter{"window/splitter", {}};
inline const Setting<QStringList> columns{"tracks/columns", {}};
inline const Setting<QStringList> columnsBeside{"tracks/columnsBeside", {}};
inline const Setting<QString> lastPlaylist{"window/lastPlaylist", {}};
inline const Setting<QString> besidePlaylist{"window/besidePlaylist", {}}; ///< empty: one playlist is shown
inline const Setting<bool> searchShown{"window/searchShown", false};
inline const Setting<QString> colorScheme{"window/colorScheme", QStringLiteral("system")};
inline const Setting<QString> saveWay{"edit/saveWay", {}}; ///< see saveWayNamed(); empty: ask each time
inline const Setting<bool> askAboutDuplicates{"edit/askAboutDuplicates", true};
inline const Setting<QString> coverFolder{"cover/folder", {}};
inline const Setting<QString> exchangeFolder{"exchange/folder", {}};
inline const Setting<QStringList> sortKeys{"sort/keys", {}}; ///< "title", "-length" (downwards), the first counts most
inline const Setting<bool> ignoreArticles{"sort/ignoreArticles", false};
} // namespace setting

/// The typed door to QSettings. One file a profile; never holds a secret. GUI thread.
class Settings
{
public:
    /// What the user keeps under this profile; empty for the usual one.
    explicit Settings(const QString &profile);
    /// Forgets everything with the object: for --demo and for tests.
    struct Temporary {
    };
    explicit Settings(Temporary);

    template <typename T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_store->value(QLatin1String(setting.key));
        return stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
    }
    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        write(QLatin1String(setting.key), QVariant::fromValue(value));
    }

    /// Which shape of the Web API an app gets, by client id; empty when not known. See web::DialectMemory.
    [[nodiscard]] QString dialect(const QString &clientId) const;
    void setDialect(const QString &clientId, const QString &dialect);

    /// "Disconnect": what is known through the account goes, what the person chose for the window stays.
    void forgetAccount();

private:
    void lookAtVersion() const;
    void write(const QString &key, const QVariant &value);

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<QSettings> m_store;
};

} // namespace segue::ui
