// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/Panes.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace segue::ui
{

namespace
{

/// Two of them, the side bar and the search together still fit on a screen of 1,024 pixels.
constexpr int leastWidth = 300;

} // namespace

Panes::Panes(const Pane::Services &services, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_services(services), m_first(make()), m_active(m_first), m_shown{m_first}
{
    setObjectName(QStringLiteral("panes"));
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (Pane *pane = paneOf(now))
            activate(*pane);
    });
}

Panes::~Panes()
{
    // The panes go later than this, and the focus with them.
    disconnect(qApp, nullptr, this, nullptr);
    qApp->removeEventFilter(this);
}

Pane *Panes::make()
{
    auto *pane = new Pane(m_services, this);
    pane->setMinimumWidth(leastWidth);
    addWidget(pane);
    connect(pane, &Pane::closeRequested, this, [this, pane] { close(*pane); });
    return pane;
}

Pane *Panes::other() const
{
    if (m_shown.size() < 2)
        return nullptr;
    return m_shown.front() == m_active ? m_shown.back() : m_shown.front();
}

Pane *Panes::find(const QString &playlistId) const
{
    for (Pane *pane : m_shown) {
        if (!playlistId.isEmpty() && pane->playlistId() == playlistId)
            return pane;
    }
    return nullptr;
}

void Panes::activate(Pane &pane)
{
    if (&pane == m_active)
        return;
    Pane &last = *m_active;
    m_active = &pane;
    // In this order: the commands belong to the one that speaks last.
    last.setActive(false);
    pane.setActive(true);
    Q_EMIT activeChanged();
}

Pane &Panes::openBeside()
{
    if (Pane *there = other()) {
        activate(*there);
        return *there;
    }
    if (!m_second) {
        m_second = make();
        m_second->setActive(false);
        Q_EMIT made(m_second);
    }
    Pane &opened = m_active == m_first ? *m_second : *m_first;
    addWidget(&opened); // what comes is the last one, whichever has stayed
    m_shown.push_back(&opened);
    opened.show();
    setSizes({width() / 2, width() / 2});
    showCount();
    activate(opened);
    return opened;
}

void Panes::close(Pane &pane)
{
    if (!other())
        return;
    const bool hadFocus = paneOf(QApplication::focusWidget()) == &pane;
    if (&pane == m_active)
        activate(*other());
    std::erase(m_shown, &pane);
    pane.hide();
    pane.setOpen(nullptr);
    showCount();
    if (hadFocus)
        m_active->takeFocus();
}

void Panes::showCount()
{
    const bool two = other() != nullptr;
    for (Pane *pane : m_shown)
        pane->setBeside(two);
    // A button need not take the keyboard to be pressed, and a label never does.
    if (two)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
    Q_EMIT countChanged();
}

bool Panes::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Drop) {
        if (Pane *pane = paneOf(watched))
            activate(*pane);
    }
    return QSplitter::eventFilter(watched, event);
}

Pane *Panes::paneOf(const QObject *object) const
{
    for (; object && object != this; object = object->parent()) {
        const auto pane = std::find(m_shown.begin(), m_shown.end(), object);
        if (pane != m_shown.end())
            return *pane;
        if (object->isWidgetType() && static_cast<const QWidget *>(object)->isWindow())
            return nullptr; // a dialog or menu over it
    }
    return nullptr;
}

} // namespace segue::ui
