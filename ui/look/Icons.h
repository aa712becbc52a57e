// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace segue::ui
{

/// Makes :/icons known; icons are in a static library, which the linker would leave out. Before the first icon.
void initResources();

/// A line icon of :/icons, drawn in the palette's text colour of the moment at any size and scale. `name` is the
/// file's name without its ending; an unknown name gives an empty picture and a warning.
[[nodiscard]] QIcon icon(const QString &name);

/// The same as a picture in one colour, `size` device-independent pixels wide.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, qreal devicePixelRatio, const QColor &color);

/// The program's own icon.
[[nodiscard]] QIcon appIcon();

} // namespace segue::ui
