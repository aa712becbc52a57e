// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/QuietStyle.h"

#include "ui/look/Icons.h"
#include "ui/look/Theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOptionSlider>

namespace segue::ui
{

namespace
{

constexpr int scrollBarWidth = 12;
constexpr int leastHandle = 28;
constexpr int fieldPadding = 3;

/// Fusion outlines fields and boxes in a shade darker than the window, which in the dark is no outline at all. A copy
/// of the option, with a window colour whose darker shade is the one that is wanted.
template <typename Option>
Option outlined(const Option &option)
{
    constexpr int darkerByFusion = 140;
    Option copy = option;
    const QColor window = option.palette.color(QPalette::Window);
    const QColor outline = mixed(window, option.palette.color(QPalette::Text), 0.3);
    if (window.lightness() < 128)
        copy.palette.setColor(QPalette::Window, outline.lighter(darkerByFusion));
    return copy;
}

} // namespace

QuietStyle::QuietStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(*bar, *painter, widget);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *spinBox = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            const QStyleOptionSpinBox visible = outlined(*spinBox);
            QProxyStyle::drawComplexControl(control, &visible, painter, widget);
            return;
        }
    }
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->features.testFlag(QStyleOptionToolButton::HasMenu)) {
            QStyleOptionToolButton plain = *button;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void QuietStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    // Scroll bars promise to paint all of themselves: they continue the view they belong to.
    QPalette::ColorRole ground = QPalette::Base;
    for (const QWidget *each = widget; each; each = each->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(each)) {
            ground = area->viewport()->backgroundRole();
            break;
        }
    }
    painter.fillRect(option.rect, option.palette.color(ground));
    if (option.minimum >= option.maximum)
        return;
    QRectF handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, nullptr);
    const bool active =
        option.activeSubControls & SC_ScrollBarSlider && option.state & (State_MouseOver | State_Sunken);
    const qreal gap = active ? 2 : 3;
    if (option.orientation == Qt::Horizontal)
        handle.adjust(2, gap, -2, -gap);
    else
        handle.adjust(gap, 2, -gap, -2);
    const qreal strength = option.state & State_Sunken ? 0.5 : active ? 0.4 : 0.24;
    const qreal radius = qMin(handle.width(), handle.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text), strength));
    painter.drawRoundedRect(handle, radius, radius);
    painter.restore();
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect all = bar->rect;
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? all.width() : all.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = qMin(length, qMax(leastHandle, static_cast<int>(qint64(length) * bar->pageStep /
                                                                 qMax<qint64>(1, range + bar->pageStep))));
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto part1 = [&](int from, int size) {
        const QRect rect = across ? QRect(all.x() + from, all.y(), size, all.height())
                                  : QRect(all.x(), all.y() + from, all.width(), size);
        return visualRect(bar->direction, all, rect);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return part1(start, handle);
    case SC_ScrollBarGroove:
        return all;
    case SC_ScrollBarSubPage:
        return part1(0, start);
    case SC_ScrollBarAddPage:
        return part1(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect QuietStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    // Room between the frame of a field and what is typed into it.
    return element == SE_LineEditContents ? rect.adjusted(fieldPadding, 0, -fieldPadding, 0) : rect;
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_ToolBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(hairline(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_IndicatorToolBarSeparator) {
        painter->setPen(hairline(option->palette));
        const int x = option->rect.center().x();
        painter->drawLine(x, option->rect.top() + 5, x, option->rect.bottom() - 5);
        return;
    }
    if (element == PE_PanelMenu) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        // In the dark Fusion's outline is no darker than what lies below.
        painter->setBrush(Qt::NoBrush);
        painter->setPen(mixed(option->palette.color(QPalette::Window), option->palette.color(QPalette::Text), 0.3));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    if (element == PE_FrameLineEdit || element == PE_Frame) {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            const QStyleOptionFrame visible = outlined(*frame);
            QProxyStyle::drawPrimitive(element, &visible, painter, widget);
            return;
        }
    }
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const QStyleOptionButton visible = outlined(*button);
            QProxyStyle::drawPrimitive(element, &visible, painter, widget);
            return;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return leastHandle;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
        return 3;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon QuietStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    // Besides their colours in the dark: Qt reads its own from PNG files, which loads every plugin for pictures there
    // is.
    switch (which) {
    case SP_LineEditClearButton:
        return icon(QStringLiteral("close"));
    case SP_ToolBarHorizontalExtensionButton:
        return icon(QStringLiteral("expand"));
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    // Each view has its own bars right at its edge.
    if (hint == SH_ScrollView_FrameOnlyAroundContents)
        return 0;
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace segue::ui
