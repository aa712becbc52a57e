// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MessageArea.h"

#include "ui/look/Icons.h"
#include "ui/look/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace segue::ui
{

namespace
{

QString iconOf(Message::Severity severity)
{
    switch (severity) {
    case Message::Severity::Info:
        return QStringLiteral("info");
    case Message::Severity::Warning:
        return QStringLiteral("warning");
    case Message::Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

/// Hues for warnings and errors are not in a palette; they are mixed into its colours, so that both schemes work.
QColor toneOf(Message::Severity severity, const QPalette &palette)
{
    switch (severity) {
    case Message::Severity::Info:
        return palette.color(QPalette::Active, QPalette::Highlight);
    case Message::Severity::Warning:
        return QColor(0xd9, 0x8a, 0x00);
    case Message::Severity::Error:
        return QColor(0xd6, 0x36, 0x45);
    }
    return {};
}

} // namespace

Message messageOf(const Error &error)
{
    Message message;
    message.severity = error.isPassing() ? Message::Severity::Warning : Message::Severity::Error;
    message.text = error.userText;
    message.detail = error.detail;
    if (error.httpStatus > 0)
        message.detail = message.detail.isEmpty()
                             ? QStringLiteral("HTTP %1").arg(error.httpStatus)
                             : QStringLiteral("HTTP %1: %2").arg(error.httpStatus).arg(message.detail);
    return message;
}

MessageBar::MessageBar(const QString &id, const Message &message, QWidget *parent)
    : QFrame(parent), m_id(id), m_severity(message.severity), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("message-") + id);
    setAccessibleName(message.text);
    m_text->setObjectName(QStringLiteral("messageText-") + id);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setText(message.text);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setFixedSize(18, 18);

    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1, Qt::AlignVCenter);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 7, 8, 7);
    outer->addLayout(layout);

    int number = 0;
    for (const Message::Action &action : message.actions) {
        auto *button = new QPushButton(action.text, this);
        button->setObjectName(QStringLiteral("messageAction-%1-%2").arg(id).arg(++number));
        button->setAccessibleName(action.text);
        button->setAutoDefault(false);
        layout->addWidget(button, 0, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this, [this, run = action.run, stays = action.stays] {
            if (!stays)
                Q_EMIT closeRequested();
            if (run)
                run();
        });
    }
    if (!message.detail.isEmpty()) {
        auto *detail = new QLabel(message.detail, this);
        detail->setObjectName(QStringLiteral("messageDetail-") + id);
        detail->setTextFormat(Qt::PlainText);
        detail->setWordWrap(true);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        detail->setContentsMargins(26, 4, 0, 2);
        detail->hide();
        outer->addWidget(detail);
        auto *toggle = new QToolButton(this);
        toggle->setObjectName(QStringLiteral("messageDetails-") + id);
        toggle->setText(tr("Details"));
        toggle->setAccessibleName(tr("Details"));
        toggle->setCheckable(true);
        toggle->setAutoRaise(true);
        toggle->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(toggle, 0, Qt::AlignVCenter);
        connect(toggle, &QToolButton::toggled, detail, &QWidget::setVisible);
    }
    if (message.closable) {
        auto *close = new QToolButton(this);
        close->setObjectName(QStringLiteral("messageClose-") + id);
        close->setIcon(icon(QStringLiteral("close")));
        close->setIconSize(QSize(14, 14));
        close->setAutoRaise(true);
        close->setFocusPolicy(Qt::StrongFocus);
        close->setAccessibleName(tr("Close message"));
        close->setToolTip(tr("Close"));
        layout->addWidget(close, 0, Qt::AlignVCenter);
        connect(close, &QToolButton::clicked, this, &MessageBar::closeRequested);
    }
    tint();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::tint()
{
    const QColor color = mixed(palette().color(QPalette::Text), toneOf(m_severity, palette()), 0.75);
    m_icon->setPixmap(iconPixmap(iconOf(m_severity), 18, devicePixelRatioF(), color));
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = toneOf(m_severity, palette());
    const QColor ground = palette().color(QPalette::Base);
    painter.setPen(mixed(ground, tone, 0.35));
    painter.setBrush(mixed(ground, tone, 0.12));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

MessageArea::MessageArea(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("messageArea"));
    setAccessibleName(tr("Messages"));
    m_layout->setContentsMargins(12, 4, 12, 8);
    m_layout->setSpacing(6);
    hide();
}

void MessageArea::show(const QString &id, const Message &message)
{
    if (const MessageBar *old = m_bars.value(id); old && old->text() == message.text && message.actions.isEmpty())
        return;
    close(id);
    auto *bar = new MessageBar(id, message, this);
    m_bars.insert(id, bar);
    m_layout->insertWidget(0, bar);
    connect(bar, &MessageBar::closeRequested, this, [this, id] { close(id); });
    bar->show();
    setVisible(true);
    // Nobody moves the focus to a message; screen readers are told of it.
    QAccessibleEvent event(bar, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageArea::close(const QString &id)
{
    MessageBar *bar = m_bars.take(id);
    if (!bar)
        return;
    bar->hide();
    m_layout->removeWidget(bar);
    bar->deleteLater();
    setVisible(!m_bars.isEmpty());
}

void MessageArea::closeAll()
{
    const QStringList ids = m_bars.keys();
    for (const QString &id : ids)
        close(id);
}

} // namespace segue::ui
