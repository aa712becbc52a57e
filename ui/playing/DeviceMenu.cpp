// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playing/DeviceMenu.h"

#include "ui/playing/Devices.h"

#include <QActionGroup>

namespace segue::ui
{

DeviceMenu::DeviceMenu(const QString &title, QWidget *parent) : QMenu(title, parent), m_group(new QActionGroup(this))
{
    setObjectName(QStringLiteral("deviceMenu"));
    setAccessibleName(tr("Devices"));
    setToolTipsVisible(true);
}

void DeviceMenu::setNote(const QString &text)
{
    clear();
    QAction *note = addAction(text);
    note->setObjectName(QStringLiteral("deviceNote"));
    note->setEnabled(false);
}

void DeviceMenu::setOffer(const QString &text, const std::function<void()> &run)
{
    clear();
    QAction *offer = addAction(text);
    offer->setObjectName(QStringLiteral("deviceOffer"));
    connect(offer, &QAction::triggered, this, run);
}

void DeviceMenu::setDevices(const QList<web::Device> &devices, const QString &chosenId)
{
    if (devices.isEmpty()) {
        setNote(tr("Spotify is not open on any device"));
        return;
    }
    clear();
    for (const web::Device &device : devices) {
        // A device's name is its owner's, and may hold what menus take for a mnemonic.
        QAction *action = addAction(QString(device.name).replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("device-") + device.id);
        action->setCheckable(true);
        action->setActionGroup(m_group);
        action->setChecked(chosenId.isEmpty() ? device.isActive : device.id == chosenId);
        if (!takesCommands(device)) {
            action->setEnabled(false);
            action->setText(tr("%1 (in Spotify only)").arg(action->text()));
            action->setToolTip(tr("This device takes no commands from other programs. Choose it in Spotify."));
        }
        connect(action, &QAction::triggered, this, [this, device] { Q_EMIT chosen(device); });
    }
}

} // namespace segue::ui
