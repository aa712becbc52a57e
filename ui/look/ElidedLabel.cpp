// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/ElidedLabel.h"

#include "ui/look/Text.h"

#include <QPainter>
#include <QTextLayout>

namespace segue::ui
{

ElidedLabel::ElidedLabel(int mostLines, QWidget *parent) : QWidget(parent), m_mostLines(mostLines)
{
    QSizePolicy policy(QSizePolicy::Expanding, mostLines > 1 ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(mostLines > 1);
    setSizePolicy(policy);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

QStringList ElidedLabel::lines(int width, bool *cut) const
{
    QStringList out;
    *cut = false;
    QTextLayout layout(m_text, font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (out.size() == m_mostLines - 1) {
            const QString rest = m_text.mid(line.textStart());
            out.append(fontMetrics().elidedText(rest, Qt::ElideRight, width));
            *cut = out.constLast() != rest;
            break;
        }
        out.append(m_text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return out;
}

QSize ElidedLabel::sizeHint() const
{
    return {qMin(480, fontMetrics().horizontalAdvance(m_text) + 4), heightForWidth(qMax(80, width()))};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {60, fontMetrics().height()};
}

int ElidedLabel::heightForWidth(int width) const
{
    bool cut = false;
    const auto count = m_mostLines == 1 ? 1 : qMax<qsizetype>(1, lines(width, &cut).size());
    return static_cast<int>(count) * fontMetrics().lineSpacing();
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    bool cut = false;
    int y = 0;
    const QStringList shown = lines(width(), &cut);
    for (const QString &line : shown) {
        drawLine(painter, QRect(0, y, width(), fontMetrics().height()), Qt::AlignLeft, line);
        y += fontMetrics().lineSpacing();
    }
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    bool cut = false;
    (void)lines(width(), &cut);
    setToolTip(cut ? QStringLiteral("<p>%1</p>").arg(m_text.toHtmlEscaped()) : QString());
}

} // namespace segue::ui
