// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QApplication;

namespace segue::ui
{

/// What the user chose; System follows the desktop.
enum class ColorScheme { System, Light, Dark };

/// "system", "light" or "dark"; System for anything else.
[[nodiscard]] ColorScheme colorSchemeFromText(const QString &text);
[[nodiscard]] QString colorSchemeText(ColorScheme scheme);

/// The look of the whole program: the Fusion style with two palettes of our own. Widgets use palette roles and the
/// mixtures below, never a colour of their own. One object a QApplication; GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Must be made before the first window, because it remembers the palette that the desktop gave.
    explicit Theme(const QApplication &app, QObject *parent = nullptr);

    void setScheme(ColorScheme scheme);
    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] static QPalette lightPalette();
    [[nodiscard]] static QPalette darkPalette();

Q_SIGNALS:
    void schemeChanged();

private:
    void apply() const;

    ColorScheme m_scheme = ColorScheme::System;
    bool m_desktopIsDark = false;
};

/// `part` of `over` (0 … 1) mixed into `under`.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, qreal part);

/// Text that is there to be looked up, not read first: artists, dates, counts. Still ≥ 4.5 : 1 on Base.
[[nodiscard]] QColor quietText(const QPalette &palette);
/// Text of rows that cannot be played, and of hints.
[[nodiscard]] QColor faintText(const QPalette &palette);
/// Behind selected rows; weaker when the view does not have the focus. Ordinary text stays readable on it.
[[nodiscard]] QColor selectionFill(const QPalette &palette, bool active);
/// Behind the row under the mouse.
[[nodiscard]] QColor hoverFill(const QPalette &palette);
/// Lines that separate, and frames that hold.
[[nodiscard]] QColor hairline(const QPalette &palette);
/// Where a picture or a text will be.
[[nodiscard]] QColor placeholderFill(const QPalette &palette);

} // namespace segue::ui
