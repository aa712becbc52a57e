// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Faults.h"
#include "app/demo/Http.h"
#include "app/demo/RequestLog.h"
#include "app/demo/World.h"

namespace segue::demo
{

/// The interface under /_control, which needs no token: state, log, faults, settings, other people's edits.
class Control
{
public:
    Control(World &world, Faults &faults, RequestLog &log) : m_world(world), m_faults(faults), m_log(log) {}

    [[nodiscard]] Answer answer(const Request &request);

private:
    [[nodiscard]] Answer options(const Request &request);
    [[nodiscard]] Answer faults(const Request &request);
    [[nodiscard]] Answer tokens(const Request &request);
    [[nodiscard]] Answer playlists(const Request &request, const QStringList &path);
    [[nodiscard]] Answer tracks(const Request &request) const;
    [[nodiscard]] Answer edit(Playlist &playlist, const QJsonObject &body);
    [[nodiscard]] QJsonObject described(const Playlist &playlist, bool withItems) const;

    World &m_world;
    Faults &m_faults;
    RequestLog &m_log;
};

} // namespace segue::demo
