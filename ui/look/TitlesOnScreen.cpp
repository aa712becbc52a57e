// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/TitlesOnScreen.h"

#include "app/models/TitleLookup.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QScrollBar>

namespace segue::ui
{

namespace
{

constexpr std::chrono::milliseconds settleTime{80};

} // namespace

TitlesOnScreen::TitlesOnScreen(QAbstractItemView &view, models::TitleLookup &lookup, UriWithoutTitle uriWithoutTitle,
                               QObject *parent)
    : QObject(parent), m_view(view), m_lookup(lookup), m_uriWithoutTitle(std::move(uriWithoutTitle))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &TitlesOnScreen::look);
    const auto moved = [this] { m_settle.start(); };
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, moved);
    connect(m_view.model(), &QAbstractItemModel::modelReset, this, moved);
    connect(&m_lookup, &models::TitleLookup::changed, this, &TitlesOnScreen::tell);
    m_view.viewport()->installEventFilter(this);
}

bool TitlesOnScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_settle.start();
    return QObject::eventFilter(watched, event);
}

QModelIndexList TitlesOnScreen::shown() const
{
    QModelIndexList indexes;
    for (int y = 0; y < m_view.viewport()->height();) {
        const QModelIndex index = m_view.indexAt({0, y});
        if (!index.isValid())
            break;
        indexes.append(index.siblingAtColumn(0));
        y = qMax(y, m_view.visualRect(index).bottom()) + 1;
    }
    return indexes;
}

void TitlesOnScreen::look()
{
    if (!m_view.isVisible())
        return;
    QStringList uris;
    for (const QModelIndex &index : shown()) {
        if (const QString uri = m_uriWithoutTitle(index); !uri.isEmpty() && !uris.contains(uri))
            uris.append(uri);
    }
    m_lookup.want(uris);
}

void TitlesOnScreen::tell()
{
    const QModelIndexList indexes = shown();
    if (!indexes.isEmpty())
        Q_EMIT answered(indexes.first(), indexes.last());
}

} // namespace segue::ui
