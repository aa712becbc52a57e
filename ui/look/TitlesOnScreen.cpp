// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/TitlesOnScreen.h"

#include "app/models/TitleLookup.h"
#include "ui/history/ComparedRowsModel.h"

#include <QEvent>
#include <QListView>
#include <QScrollBar>

namespace segue::ui
{

namespace
{

constexpr std::chrono::milliseconds settleTime{80};

} // namespace

TitlesOnScreen::TitlesOnScreen(QListView &view, ComparedRowsModel &model, models::TitleLookup &lookup, QObject *parent)
    : QObject(parent), m_view(view), m_model(model), m_lookup(lookup)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &TitlesOnScreen::look);
    const auto moved = [this] { m_settle.start(); };
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, moved);
    connect(&m_model, &QAbstractItemModel::modelReset, this, moved);
    connect(&m_lookup, &models::TitleLookup::changed, this, &TitlesOnScreen::showAnswers);
    m_view.viewport()->installEventFilter(this);
}

bool TitlesOnScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_settle.start();
    return QObject::eventFilter(watched, event);
}

int TitlesOnScreen::firstShown() const
{
    return qMax(0, m_view.indexAt({0, 0}).row());
}

int TitlesOnScreen::lastShown() const
{
    const QModelIndex last = m_view.indexAt({0, m_view.viewport()->height() - 1});
    return last.isValid() ? last.row() : m_model.rowCount() - 1;
}

void TitlesOnScreen::look()
{
    if (!m_view.isVisible())
        return;
    QStringList uris;
    for (int row = firstShown(), last = lastShown(); row <= last; ++row) {
        if (const QString uri = m_model.uriWithoutTitle(row); !uri.isEmpty() && !uris.contains(uri))
            uris.append(uri);
    }
    m_lookup.want(uris);
}

void TitlesOnScreen::showAnswers()
{
    // Rows elsewhere are painted with their answers when they come into view.
    if (m_model.rowCount() > 0)
        m_model.tellTitles(firstShown(), lastShown());
}

} // namespace segue::ui
