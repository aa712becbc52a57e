// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/SaveWayMemory.h"

#include "ui/Commands.h"
#include "ui/Settings.h"
#include "ui/playlist/OpenPlaylists.h"

namespace segue::ui
{

SaveWayMemory::SaveWayMemory(Commands &commands, Settings &settings, OpenPlaylists &open, QObject *parent)
    : QObject(parent), m_commands(commands), m_settings(settings), m_open(open)
{
    QAction *ask = commands.action(CommandId::AskHowToSave);
    ask->setCheckable(true);
    connect(ask, &QAction::triggered, this, &SaveWayMemory::forget);
    follow();
}

void SaveWayMemory::remember(playlist::SaveWay way)
{
    m_settings.set(setting::saveWay, playlist::nameOf(way));
    follow();
}

void SaveWayMemory::forget()
{
    m_settings.set(setting::saveWay, QString());
    follow();
}

void SaveWayMemory::follow()
{
    const auto way = playlist::saveWayNamed(m_settings.value(setting::saveWay));
    QAction *ask = m_commands.action(CommandId::AskHowToSave);
    ask->setChecked(!way);
    // There is something to take back only once a way has been remembered.
    ask->setEnabled(way.has_value());
    m_open.setSaveWay(way);
}

} // namespace segue::ui
