// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/sync/SaveWay.h"

#include <QObject>

namespace segue::ui
{

class Commands;
class OpenPlaylists;
class Settings;

/// How long orders are saved from now on, as the user chose once; and the command that takes that back, so that they
/// are asked again. GUI thread.
class SaveWayMemory : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    SaveWayMemory(Commands &commands, Settings &settings, OpenPlaylists &open, QObject *parent = nullptr);

    void remember(playlist::SaveWay way);

private:
    void forget();
    void follow();

    Commands &m_commands;
    Settings &m_settings;
    OpenPlaylists &m_open;
};

} // namespace segue::ui
