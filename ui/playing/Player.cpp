// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playing/Player.h"

#include "ui/MessageArea.h"
#include "ui/account/Permissions.h"
#include "ui/playing/DeviceMenu.h"
#include "ui/playing/Devices.h"

#include <QCursor>
#include <QLocale>
#include <QPointer>

#include <utility>

namespace segue::ui
{

namespace
{

const QString messageId = QStringLiteral("player");

} // namespace

Player::Player(const Services &services, QObject *parent) : QObject(parent), m_services(services) {}

void Player::say(const QString &text)
{
    m_services.messages.show(messageId, {.text = text});
}

void Player::withPermission(std::function<void()> then)
{
    if (m_services.permissions)
        m_services.permissions->need(auth::Permission::Playback, this, std::move(then));
    else
        then();
}

void Player::withDevice(const WithDevice &then)
{
    withPermission([this, then] {
        if (!m_deviceId.isEmpty()) {
            then(m_deviceId);
            return;
        }
        m_services.listening.devices(this, [this, then](const Result<QList<web::Device>> &devices) {
            if (!devices)
                tell(devices.error(), [this, then] { withDevice(then); });
            else if (const auto device = obviousDevice(*devices))
                then(device->id);
            else
                askForDevice(*devices, then);
        });
    });
}

void Player::askForDevice(const QList<web::Device> &devices, const WithDevice &then)
{
    if (std::none_of(devices.begin(), devices.end(), takesCommands)) {
        m_services.messages.show(
            messageId, {.severity = Message::Severity::Warning,
                        .text = tr("Spotify is not open on any device that takes commands. Open it on a computer or a "
                                   "phone, and try again."),
                        .actions = {{tr("Try again"), [this, then] { withDevice(then); }}}});
        return;
    }
    auto *menu = new DeviceMenu(tr("Play on"), &m_services.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setDevices(devices, {});
    connect(menu, &DeviceMenu::chosen, this, [this, then](const web::Device &device) {
        choose(device);
        then(device.id);
    });
    menu->popup(QCursor::pos());
}

void Player::fillWhenShown(DeviceMenu &menu)
{
    connect(&menu, &QMenu::aboutToShow, this, [this, shown = &menu] {
        if (m_services.permissions && !m_services.permissions->has(auth::Permission::Playback)) {
            // Nobody is asked for anything by where their mouse passes.
            shown->setOffer(tr("Let Segue see your devices…"),
                            [this] { m_services.permissions->need(auth::Permission::Playback, this, [] {}); });
            return;
        }
        shown->setNote(tr("Looking for devices…"));
        m_services.listening.devices(shown, [this, shown](const Result<QList<web::Device>> &devices) {
            if (devices)
                shown->setDevices(*devices, m_deviceId);
            else
                shown->setNote(devices.error().userText);
        });
    });
}

void Player::play(const web::PlayCall &what, const QString &then)
{
    m_services.messages.close(messageId); // it was about something else
    withDevice([this, what, then](const QString &deviceId) {
        web::PlayCall call = what;
        call.deviceId = deviceId;
        m_services.listening.play(call, this, [this, what, then](const Result<Nothing> &result) {
            if (!result)
                tell(result.error(), [this, what, then] { play(what, then); });
            else if (!then.isEmpty())
                say(then);
        });
    });
}

void Player::addToQueue(const QList<web::MediumPtr> &media)
{
    if (media.size() > mostQueued) {
        say(tr("Spotify takes what is to be queued one by one. Select at most %1 tracks.")
                .arg(QLocale().toString(mostQueued)));
        return;
    }
    m_services.messages.close(messageId);
    if (!media.isEmpty())
        withDevice([this, media](const QString &deviceId) { queueFrom(media, 0, deviceId); });
}

void Player::queueFrom(const QList<web::MediumPtr> &media, int done, const QString &deviceId)
{
    const int count = static_cast<int>(media.size());
    if (done == count) {
        say(tr("%Ln track(s) will play next.", nullptr, done));
        return;
    }
    if (count > 1)
        m_services.messages.show(
            messageId,
            {.text = tr("Adding %1 of %2 to the queue…").arg(QLocale().toString(done + 1), QLocale().toString(count)),
             .closable = false});
    m_services.listening.addToQueue(media.at(done)->uri, deviceId, this,
                                    [this, media, done, deviceId](const Result<Nothing> &result) {
                                        if (result)
                                            queueFrom(media, done + 1, deviceId);
                                        else
                                            tellQueue(result.error(), media, done);
                                    });
}

void Player::tellQueue(const Error &error, const QList<web::MediumPtr> &media, int done)
{
    QStringList before;
    if (done > 0)
        before.append(tr("%1 of %2 tracks were added to the queue.")
                          .arg(QLocale().toString(done), QLocale().toString(static_cast<int>(media.size()))));
    if (!error.leavesWriteInDoubt()) {
        tell(
            error, [this, rest = media.mid(done)] { addToQueue(rest); }, before.join(u' '));
        return;
    }
    // The queue cannot be taken back: what may be in it is not sent again.
    before.append(tr("Perhaps “%1” was added as well: Spotify did not confirm it.").arg(media.at(done)->title));
    Message message = messageOf(error);
    message.severity = Message::Severity::Warning;
    message.text = before.join(u' ') + u' ' + error.userText;
    if (const QList<web::MediumPtr> rest = media.mid(done + 1); !rest.isEmpty())
        message.actions = {{tr("Add the rest"), [this, rest] { addToQueue(rest); }}};
    m_services.messages.show(messageId, message);
}

void Player::tell(const Error &error, const std::function<void()> &retry, const QString &before)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Warning;
    if (!before.isEmpty())
        message.text = before + u' ' + error.userText;
    switch (error.kind) {
    case ErrorKind::NotFound:
        // The device is off, or no longer the active one: the next try looks anew.
        m_deviceId.clear();
        message.actions = {{tr("Look for devices"), retry}};
        break;
    case ErrorKind::MissingScope:
        if (Permissions *permissions = m_services.permissions)
            message.actions = {
                {tr("Open the browser"), [permissions] { permissions->grant(auth::Permission::Playback); }}};
        break;
    case ErrorKind::NotAllowed:
        // Without Premium nothing helps; a device that refuses need not be asked again.
        m_deviceId.clear();
        break;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::BadAnswer:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
        message.actions = {{tr("Try again"), retry}};
        break;
    case ErrorKind::BadRequest:
    case ErrorKind::AppRefused:
    case ErrorKind::SignedOut:
    case ErrorKind::TooLarge:
    case ErrorKind::InvalidInput:
    case ErrorKind::Local:
    case ErrorKind::Denied:
    case ErrorKind::Cancelled:
        break;
    }
    m_services.messages.show(messageId, message);
}

} // namespace segue::ui
