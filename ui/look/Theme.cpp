// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Theme.h"

#include "ui/look/QuietStyle.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>
#include <QtGlobal>

namespace segue::ui
{

ColorScheme colorSchemeFromText(const QString &text)
{
    if (text == QLatin1String("light"))
        return ColorScheme::Light;
    if (text == QLatin1String("dark"))
        return ColorScheme::Dark;
    return ColorScheme::System;
}

QString colorSchemeText(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::System:
        return QStringLiteral("system");
    case ColorScheme::Light:
        return QStringLiteral("light");
    case ColorScheme::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

Theme::Theme(const QApplication &, QObject *parent) : QObject(parent)
{
    const QPalette desktop = QApplication::palette();
    m_desktopIsDark = desktop.color(QPalette::WindowText).lightness() > desktop.color(QPalette::Window).lightness();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_scheme == ColorScheme::System)
            apply();
    });
#endif
    QApplication::setStyle(new QuietStyle);
    apply();
}

bool Theme::isDark() const
{
    switch (m_scheme) {
    case ColorScheme::Light:
        return false;
    case ColorScheme::Dark:
        return true;
    case ColorScheme::System:
        break;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Dark:
        return true;
    case Qt::ColorScheme::Light:
        return false;
    case Qt::ColorScheme::Unknown:
        break;
    }
#endif
    return m_desktopIsDark;
}

void Theme::setScheme(ColorScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
    Q_EMIT schemeChanged();
}

void Theme::apply() const
{
    QApplication::setPalette(isDark() ? darkPalette() : lightPalette());
}

namespace
{

struct Tones {
    QRgb window, base, alternate, text, button, light, midlight, mid, dark, shadow, highlight, highlightedText, link;
    QRgb toolTip, toolTipText;
};

QPalette paletteOf(const Tones &t)
{
    QPalette p;
    const QColor text = QColor::fromRgb(t.text);
    p.setColor(QPalette::Window, QColor::fromRgb(t.window));
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, QColor::fromRgb(t.base));
    p.setColor(QPalette::AlternateBase, QColor::fromRgb(t.alternate));
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, QColor::fromRgb(t.button));
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, Qt::white);
    p.setColor(QPalette::Light, QColor::fromRgb(t.light));
    p.setColor(QPalette::Midlight, QColor::fromRgb(t.midlight));
    p.setColor(QPalette::Mid, QColor::fromRgb(t.mid));
    p.setColor(QPalette::Dark, QColor::fromRgb(t.dark));
    p.setColor(QPalette::Shadow, QColor::fromRgb(t.shadow));
    p.setColor(QPalette::Highlight, QColor::fromRgb(t.highlight));
    p.setColor(QPalette::HighlightedText, QColor::fromRgb(t.highlightedText));
    p.setColor(QPalette::Link, QColor::fromRgb(t.link));
    p.setColor(QPalette::LinkVisited, QColor::fromRgb(t.link));
    p.setColor(QPalette::ToolTipBase, QColor::fromRgb(t.toolTip));
    p.setColor(QPalette::ToolTipText, QColor::fromRgb(t.toolTipText));
    p.setColor(QPalette::PlaceholderText, mixed(QColor::fromRgb(t.base), text, 0.7));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mixed(QColor::fromRgb(t.window), text, 0.42));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(t.mid));
    return p;
}

} // namespace

QPalette Theme::lightPalette()
{
    return paletteOf({.window = 0xfff3f3f6,
                      .base = 0xffffffff,
                      .alternate = 0xfff8f8fa,
                      .text = 0xff1b1b22,
                      .button = 0xfff9f9fb,
                      .light = 0xffffffff,
                      .midlight = 0xffe9e9ee,
                      .mid = 0xffc9c9d2,
                      .dark = 0xff9a9aa6,
                      .shadow = 0xff6d6d78,
                      .highlight = 0xff4f4bd1,
                      .highlightedText = 0xffffffff,
                      .link = 0xff4440c4,
                      .toolTip = 0xff2a2a33,
                      .toolTipText = 0xfff4f4f8});
}

QPalette Theme::darkPalette()
{
    return paletteOf({.window = 0xff1e1e24,
                      .base = 0xff16161b,
                      .alternate = 0xff1b1b21,
                      .text = 0xffececf1,
                      .button = 0xff2a2a32,
                      .light = 0xff3a3a44,
                      .midlight = 0xff30303a,
                      .mid = 0xff484854,
                      .dark = 0xff0f0f13,
                      .shadow = 0xff000000,
                      .highlight = 0xff7f7cf2,
                      .highlightedText = 0xff0d0d12,
                      .link = 0xff9f9dff,
                      .toolTip = 0xff3a3a45,
                      .toolTipText = 0xfff4f4f8});
}

QColor mixed(const QColor &under, const QColor &over, qreal part)
{
    const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
    return QColor(mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue()));
}

QColor quietText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.68);
}

QColor faintText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.56);
}

QColor selectionFill(const QPalette &palette, bool active)
{
    const QColor base = palette.color(QPalette::Base);
    // The same share is less of a difference in the dark.
    const qreal quiet = base.lightness() < 128 ? 0.2 : 0.14;
    return mixed(base, palette.color(QPalette::Active, QPalette::Highlight), active ? 0.26 : quiet);
}

QColor hoverFill(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.05);
}

QColor hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.13);
}

QColor placeholderFill(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.09);
}

} // namespace segue::ui
