// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/TrackHeader.h"

#include "app/models/TrackColumnsModel.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

#include <array>

namespace segue::ui
{

using Columns = models::TrackColumnsModel;

namespace
{

struct Facts {
    const char *key; ///< in settings; never change one
    int width;
    qreal weight;
    bool usual = true; ///< shown unless the user hides it
};

constexpr std::array<Facts, Columns::columnTotal> facts{{
    {"position", 56, 0},
    {"title", 340, 5},
    {"artists", 210, 3.2},
    {"album", 210, 3},
    {"added", 110, 0},
    {"addedBy", 110, 0},
    {"length", 68, 0},
    {"liked", 50, 0},
}};
constexpr int leastWidth = 48;
/// Columns that give way, in this order, when titles would get less than this.
constexpr std::array<int, 4> yielding{Columns::AddedBy, Columns::Liked, Columns::Album, Columns::AddedAt};
constexpr int comfortableTitle = 190;
constexpr int comfortableOther = 110;

const Facts &factsOf(int column)
{
    return facts[static_cast<std::size_t>(column)];
}

} // namespace

TrackHeader::TrackHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_unwanted(facts.size(), false), m_weights(facts.size(), 0)
{
    setObjectName(QStringLiteral("trackHeader"));
    setAccessibleName(tr("Columns"));
    setSectionsMovable(true);
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(leastWidth);
    setStretchLastSection(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        m_weights[i] = facts[i].weight;
        m_unwanted[i] = !facts[i].usual;
    }
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (m_fitting)
            return;
        m_edited = true;
        takeFromOthers(column);
    });
    connect(this, &QHeaderView::sectionMoved, this, [this] {
        if (!m_fitting)
            m_edited = true;
    });
}

bool TrackHeader::canHide(int column)
{
    return column != Columns::Title;
}

QStringList TrackHeader::layoutState() const
{
    QStringList state;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        // A stretching column is remembered by its share, so that the layout survives another window width.
        const qreal size = m_weights[static_cast<std::size_t>(column)] > 0
                               ? m_weights[static_cast<std::size_t>(column)] * 100
                               : sectionSize(column);
        const int width = isSectionHidden(column) && size < 1 ? factsOf(column).width : qRound(size);
        QString text = QStringLiteral("%1:%2").arg(QLatin1String(factsOf(column).key)).arg(width);
        if (!isColumnWanted(column))
            text += QStringLiteral(":hidden");
        state.append(text);
    }
    return state;
}

void TrackHeader::setLayoutState(const QStringList &state)
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        int visual = 0;
        for (const QString &entry : state) {
            const QStringList parts = entry.split(u':');
            for (int column = 0; column < count() && parts.size() >= 2; ++column) {
                if (parts.at(0) != QLatin1String(factsOf(column).key))
                    continue;
                const auto i = static_cast<std::size_t>(column);
                const int width = qBound(20, parts.at(1).toInt(), 4000);
                if (factsOf(column).weight > 0)
                    m_weights[i] = width / 100.0;
                else
                    resizeSection(column, qMax(leastWidth, width));
                m_unwanted[i] = canHide(column) && parts.mid(2).contains(QLatin1String("hidden"));
                moveSection(visualIndex(column), qMin(visual++, count() - 1));
                break;
            }
        }
    }
    fit(m_width);
}

void TrackHeader::layOut()
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        for (int column = 0; column < count(); ++column) {
            moveSection(visualIndex(column), column);
            m_weights[static_cast<std::size_t>(column)] = factsOf(column).weight;
            m_unwanted[static_cast<std::size_t>(column)] = !factsOf(column).usual;
            setSectionHidden(column, false);
            resizeSection(column, factsOf(column).width);
        }
    }
    fit(m_width);
}

void TrackHeader::resetLayout()
{
    layOut();
    Q_EMIT layoutEdited();
}

void TrackHeader::setSeveralPeople(bool several)
{
    m_severalPeople = several;
    fit(m_width);
}

void TrackHeader::setLikedOffered(bool offered)
{
    m_likedOffered = offered;
    fit(m_width);
}

bool TrackHeader::isOffered(int column) const
{
    switch (column) {
    case Columns::AddedBy:
        return m_severalPeople;
    case Columns::Liked:
        return m_likedOffered;
    default:
        return true;
    }
}

void TrackHeader::setColumnWanted(int column, bool wanted)
{
    m_unwanted[static_cast<std::size_t>(column)] = !wanted && canHide(column);
    fit(m_width);
    Q_EMIT layoutEdited();
}

/// Shows what is wanted and has room.
void TrackHeader::applyVisibility()
{
    const QScopedValueRollback fitting(m_fitting, true);
    std::vector<bool> shown(facts.size());
    int needed = 0;
    const auto need = [](int column) {
        if (column == Columns::Title)
            return comfortableTitle;
        return factsOf(column).weight > 0 ? comfortableOther : factsOf(column).width;
    };
    for (int column = 0; column < count(); ++column) {
        shown[static_cast<std::size_t>(column)] = isColumnWanted(column) && isOffered(column);
        if (shown[static_cast<std::size_t>(column)])
            needed += need(column);
    }
    for (const int column : yielding) {
        if (m_width > 0 && needed > m_width && shown[static_cast<std::size_t>(column)]) {
            shown[static_cast<std::size_t>(column)] = false;
            needed -= need(column);
        }
    }
    for (int column = 0; column < count(); ++column)
        setSectionHidden(column, !shown[static_cast<std::size_t>(column)]);
}

void TrackHeader::fit(int width)
{
    m_width = width;
    if (count() != Columns::columnTotal)
        return;
    applyVisibility();
    if (width > 0)
        distribute(width, -1);
}

/// Sets the stretching columns, all but `except`, so that the sum of all columns is `width`.
void TrackHeader::distribute(int width, int except)
{
    const QScopedValueRollback fitting(m_fitting, true);
    int left = width;
    qreal weights = 0;
    int stretching = 0;
    for (int column = 0; column < count(); ++column) {
        if (isSectionHidden(column))
            continue;
        const qreal weight = m_weights[static_cast<std::size_t>(column)];
        if (weight > 0 && column != except) {
            weights += weight;
            ++stretching;
        } else {
            left -= sectionSize(column);
        }
    }
    for (int column = 0; column < count(); ++column) {
        const qreal weight = m_weights[static_cast<std::size_t>(column)];
        if (isSectionHidden(column) || weight <= 0 || column == except)
            continue;
        // As long as there is room at all, nobody gets less than the least, and the sum comes out even.
        --stretching;
        const int most = qMax(leastWidth, left - stretching * leastWidth);
        const int size = stretching == 0 ? most : qBound(leastWidth, qRound(left * weight / weights), most);
        resizeSection(column, size);
        left -= size;
        weights -= weight;
    }
}

void TrackHeader::takeFromOthers(int resized)
{
    if (m_width <= 0 || count() != Columns::columnTotal)
        return;
    int others = 0;
    int stretching = 0;
    for (int column = 0; column < count(); ++column) {
        if (isSectionHidden(column) || column == resized)
            continue;
        if (m_weights[static_cast<std::size_t>(column)] > 0)
            ++stretching;
        else
            others += sectionSize(column);
    }
    const int most = m_width - others - stretching * leastWidth;
    if (sectionSize(resized) > most) {
        const QScopedValueRollback fitting(m_fitting, true);
        resizeSection(resized, qMax(leastWidth, most));
    }
    distribute(m_width, resized);
    // The shares from now on are what the user sees now.
    for (int column = 0; column < count(); ++column) {
        qreal &weight = m_weights[static_cast<std::size_t>(column)];
        if (weight > 0 && !isSectionHidden(column))
            weight = sectionSize(column) / 100.0;
    }
}

QSize TrackHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + 14};
}

void TrackHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Base));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter->setFont(small);
    painter->setPen(quietText(palette()));
    const auto alignment =
        Qt::Alignment(model()->headerData(column, orientation(), Qt::TextAlignmentRole).value<Qt::Alignment>());
    drawLine(*painter, rect.adjusted(8, 0, -8, 0), alignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft,
             model()->headerData(column, orientation(), Qt::DisplayRole).toString());
    painter->setPen(hairline(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (underMouse() && visualIndex(column) < count() - 1)
        painter->drawLine(rect.topRight() + QPoint(0, 6), rect.bottomRight() - QPoint(0, 6));
    painter->restore();
}

void TrackHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->setAccessibleName(tr("Columns"));
    for (int column = 0; column < count(); ++column) {
        if (!canHide(column) || !isOffered(column))
            continue;
        QString name = model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        if (name.isEmpty())
            name = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *action = menu->addAction(name);
        action->setObjectName(QStringLiteral("column-%1").arg(QLatin1String(factsOf(column).key)));
        action->setCheckable(true);
        action->setChecked(isColumnWanted(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnWanted(column, on); });
    }
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("Usual columns"));
    reset->setObjectName(QStringLiteral("usualColumns"));
    connect(reset, &QAction::triggered, this, &TrackHeader::resetLayout);
    menu->popup(event->globalPos());
}

void TrackHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    if (std::exchange(m_edited, false))
        Q_EMIT layoutEdited();
}

void TrackHeader::enterEvent(QEnterEvent *event)
{
    QHeaderView::enterEvent(event);
    viewport()->update();
}

void TrackHeader::leaveEvent(QEvent *event)
{
    QHeaderView::leaveEvent(event);
    viewport()->update();
}

} // namespace segue::ui
