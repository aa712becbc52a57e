// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace segue::demo
{

class Catalogue;
class Library;

/// A device that one can play on.
struct Device {
    QString id; ///< empty: none is told, it cannot be chosen
    QString name;
    QString type;
    bool isActive = false;
    bool isRestricted = false; ///< takes no commands
};

/// The user's devices, and what was played of late. Nothing ever sounds: a command is checked, and then in the log.
class Player
{
public:
    struct Play {
        qint64 at = 0;    ///< ms since 1970
        int track = 0;    ///< in the catalogue
        QString playlist; ///< the id of the playlist it was played from; may be empty
    };

    /// What the setting `devices` describes. Active is the one chosen last, else the first that is not idle.
    [[nodiscard]] QList<Device> devices(const QStringList &described) const;
    void choose(const QString &deviceId) { m_chosen = deviceId; }

    [[nodiscard]] const QList<Play> &history() const { return m_history; } ///< the latest first
    void setHistory(const QList<Play> &history) { m_history = history; }

private:
    QString m_chosen;
    QList<Play> m_history;
};

/// What was played before the stand-in began, out of the user's playlists.
QList<Player::Play> madeUpHistory(Library &library, const Catalogue &catalogue);

} // namespace segue::demo
