// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/listening/Listening.h"

#include <QMenu>

namespace segue::ui
{

/// The user's devices to choose from. The one that plays, or was chosen, is marked; those that take no commands are
/// dimmed and say why. Shows what it was told last, also while it is open. GUI thread.
class DeviceMenu : public QMenu
{
    Q_OBJECT

public:
    explicit DeviceMenu(const QString &title, QWidget *parent = nullptr);

    /// Marks the device with the id `chosen`; where that is empty, the active one.
    void setDevices(const QList<web::Device> &devices, const QString &chosen);
    /// In place of devices: a sentence.
    void setNote(const QString &text);

Q_SIGNALS:
    void chosen(const segue::web::Device &device);
};

} // namespace segue::ui
