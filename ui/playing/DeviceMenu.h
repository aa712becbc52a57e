// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/listening/Listening.h"

#include <QMenu>

#include <functional>

class QActionGroup;

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
    /// In place of devices: an entry that does something.
    void setOffer(const QString &text, const std::function<void()> &run);

Q_SIGNALS:
    void chosen(const segue::web::Device &device);

private:
    QActionGroup *m_group; ///< one plays at a time
};

} // namespace segue::ui
