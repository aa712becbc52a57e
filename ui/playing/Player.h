// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/listening/Listening.h"

#include <QObject>

#include <functional>

class QWidget;

namespace segue::ui
{

class DeviceMenu;
class MessageArea;
class Permissions;

/// Plays on the user's devices. Goes to the device that was chosen, for as long as this lives; else to the one that is
/// active, else to the only one, else the user chooses. Says in the message area what has to be done where it does not
/// work: no Premium, no device, no permission. GUI thread.
class Player : public QObject
{
    Q_OBJECT

public:
    /// More are not played as a list of their own, and not queued at a time. Spotify documents no limit and refuses
    /// some hundreds; the queue takes a request each.
    static constexpr int mostUris = 100;
    static constexpr int mostQueued = 50;

    /// What it works with; all must outlive it.
    struct Services {
        web::Listening &listening;
        Permissions *permissions; ///< null: everything has been granted
        MessageArea &messages;
        QWidget &window; ///< menus are opened over it
    };
    explicit Player(const Services &services, QObject *parent = nullptr);

    /// The device is filled in here. `then` is told when it plays; may be empty.
    void play(const web::PlayCall &what, const QString &then = {});
    /// One after the other; stops at the first that is refused. No more than mostQueued.
    void addToQueue(const QList<web::MediumPtr> &media);

    /// From now on.
    void choose(const web::Device &device) { m_deviceId = device.id; }
    /// Has `menu` filled with the devices, each time that it is opened.
    void fillWhenShown(DeviceMenu &menu);

private:
    /// `then` gets the id of a device; never, where there is none.
    using WithDevice = std::function<void(const QString &deviceId)>;

    void withPermission(std::function<void()> then);
    void withDevice(const WithDevice &then);
    void askForDevice(const QList<web::Device> &devices, const WithDevice &then);
    void say(const QString &text);
    void queueFrom(const QList<web::MediumPtr> &media, int done, const QString &deviceId);
    void tellQueue(const Error &error, const QList<web::MediumPtr> &media, int done);
    /// `retry` is what "Try again" does. `before` is said first; may be empty.
    void tell(const Error &error, const std::function<void()> &retry, const QString &before = {});

    const Services m_services;
    QString m_deviceId; ///< empty: none was chosen
};

} // namespace segue::ui
