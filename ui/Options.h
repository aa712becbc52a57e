// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "ui/look/Theme.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace segue::ui
{

/// What the command line asked for, checked.
struct Options {
    bool demo = false;
    quint16 demoPort = 0; ///< 0: any free one
    QString profile;      ///< letters, digits, - and _; empty for the usual one
    std::optional<QString> clientId;
    std::optional<quint16> redirectPort;
    std::optional<QUrl> apiUrl;      ///< https, or http to a loopback address
    std::optional<QUrl> accountsUrl; ///< likewise
    QString screenshot;              ///< file to render the window to, then end
    std::optional<QSize> size;       ///< of the window, device-independent pixels
    std::optional<ColorScheme> colorScheme;
    QString open; ///< id or name of the playlist to show first
    bool help = false;
    bool version = false;
};

/// `arguments` as in main(), the program's name first. Needs no application object. The error's userText says what is
/// wrong with which option.
[[nodiscard]] Result<Options> parseOptions(const QStringList &arguments);

/// The text of --help. Needs an application object.
[[nodiscard]] QString optionsHelp();

} // namespace segue::ui
