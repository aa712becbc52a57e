// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/FilterField.h"

#include "ui/look/Icons.h"
#include "ui/tracks/TrackView.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

namespace segue::ui
{

namespace
{

constexpr int leastWidth = 110;
constexpr int usualWidth = 210;

} // namespace

FilterField::FilterField(QWidget *parent) : QWidget(parent), m_count(new QLabel(this)), m_field(new QLineEdit(this))
{
    setObjectName(QStringLiteral("filter"));
    m_count->setObjectName(QStringLiteral("filterCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->hide();
    m_field->setObjectName(QStringLiteral("filterField"));
    m_field->setAccessibleName(tr("Filter this playlist"));
    m_field->setPlaceholderText(tr("Filter this playlist"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(leastWidth);
    m_field->setMaximumWidth(usualWidth);
    m_field->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition)
        ->setObjectName(QStringLiteral("filterIcon"));
    m_field->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->addWidget(m_count);
    layout->addWidget(m_field, 1);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setEnabled(false);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_view)
            m_view->setFilter(text);
    });
}

void FilterField::setView(TrackView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = nullptr; // it keeps its own filter while the field empties itself
    m_field->clear();
    m_count->hide();
    setEnabled(view);
    if (!view)
        return;
    m_view = view;
    connect(view, &TrackView::shownCountChanged, this, [this, view] { tell(*view); });
    tell(*view);
}

void FilterField::tell(const TrackView &view)
{
    // Not while it says the same already: the cursor would jump to the end.
    if (m_field->text() != view.filter())
        m_field->setText(view.filter());
    setEnabled(view.tracks());
    m_count->setVisible(view.isFiltered());
    m_count->setText(
        tr("%1 of %2").arg(QLocale().toString(view.shownCount()), QLocale().toString(view.positionCount())));
    m_field->setAccessibleDescription(view.isFiltered() ? tr("%1 tracks are shown").arg(m_count->text()) : QString());
}

QSize FilterField::sizeHint() const
{
    // Room for some words, and not for more: the count stands right beside it.
    const QSize own = QWidget::sizeHint();
    return {own.width() - m_field->sizeHint().width() + usualWidth, own.height()};
}

void FilterField::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterField::goToList() const
{
    if (m_view)
        m_view->setFocus(Qt::OtherFocusReason);
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && m_view)
        m_view->prepareFilter();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        m_field->clear();
        goToList();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        goToList();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace segue::ui
