// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/TrackView.h"

#include "app/models/ArtworkCache.h"
#include "app/models/TrackColumnsModel.h"
#include "app/models/TrackFilterModel.h"
#include "app/models/TrackListModel.h"
#include "ui/look/Theme.h"
#include "ui/tracks/ClickSpots.h"
#include "ui/tracks/EmptyTrackList.h"
#include "ui/tracks/SelectionBand.h"
#include "ui/tracks/TrackDelegate.h"
#include "ui/tracks/TrackDragDrop.h"
#include "ui/tracks/TrackHeader.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>

namespace segue::ui
{

using Columns = models::TrackColumnsModel;
using models::TrackListModel;

TrackView::TrackView(models::ArtworkCache &artwork, QWidget *parent)
    : QTableView(parent), m_filter(new models::TrackFilterModel(this)), m_columns(new Columns(this)),
      m_header(new TrackHeader(this)), m_delegate(new TrackDelegate(artwork, this)),
      m_dragDrop(std::make_unique<TrackDragDrop>(*this)), m_empty(std::make_unique<EmptyTrackList>(*this)),
      m_spots(std::make_unique<ClickSpots>(*this)), m_band(std::make_unique<SelectionBand>(*this))
{
    setObjectName(QStringLiteral("trackTable"));
    setAccessibleName(tr("Tracks"));
    setHorizontalHeader(m_header);
    setModel(m_columns);
    m_header->layOut();
    setItemDelegate(m_delegate);
    setUpLook();
    watchRows();
    connect(&artwork, &models::ArtworkCache::ready, viewport(), qOverload<>(&QWidget::update));
}

TrackView::~TrackView() = default;

void TrackView::setUpLook()
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always, so that the columns do not jump when a list grows past the window.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    verticalHeader()->hide();
    verticalHeader()->setObjectName(QStringLiteral("trackRows"));
    verticalHeader()->setAccessibleName(tr("Rows"));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setDefaultSectionSize(qMax(TrackDelegate::rowHeight, fontMetrics().height() + 12));
    verticalScrollBar()->setSingleStep(verticalHeader()->defaultSectionSize());
    verticalScrollBar()->setAccessibleName(tr("Scroll tracks"));
}

void TrackView::watchRows()
{
    m_visibleTimer.setSingleShot(true);
    m_visibleTimer.setInterval(0);
    connect(&m_visibleTimer, &QTimer::timeout, this, [this] {
        if (m_columns->rowCount() == 0 || viewport()->height() <= 0)
            return;
        const std::vector<int> visible = visiblePositions();
        Q_EMIT visibleRowsChanged(visible.front(), visible.back());
    });
    m_summaryTimer.setSingleShot(true);
    m_summaryTimer.setInterval(0);
    connect(&m_summaryTimer, &QTimer::timeout, this, &TrackView::selectionSummaryChanged);

    const auto look = [this] { m_visibleTimer.start(); };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, look);
    connect(m_columns, &QAbstractItemModel::modelReset, this, look);
    connect(m_columns, &QAbstractItemModel::rowsInserted, this, look);
    connect(m_columns, &QAbstractItemModel::rowsRemoved, this, look);
    connect(m_columns, &QAbstractItemModel::rowsMoved, this, look);
    connect(m_columns, &QAbstractItemModel::layoutChanged, this, look);
    // Qt keeps the interfaces of cells by their place, and forgets to drop them when rows change places.
    const auto forgetCells = [this] {
        QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
        if (QAccessible::isActive())
            QAccessible::updateAccessibility(&event);
        else if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(this))
            interface->tableInterface()->modelChange(&event);
    };
    connect(m_columns, &QAbstractItemModel::rowsMoved, this, forgetCells);
    connect(m_columns, &QAbstractItemModel::layoutChanged, this, forgetCells);
    const auto summarize = [this] { m_summaryTimer.start(); };
    connect(m_columns, &QAbstractItemModel::modelReset, this, summarize);
    connect(m_columns, &QAbstractItemModel::dataChanged, this, summarize);
    connect(m_columns, &QAbstractItemModel::modelReset, this, &TrackView::shownCountChanged);
    connect(m_columns, &QAbstractItemModel::rowsInserted, this, &TrackView::shownCountChanged);
    connect(m_columns, &QAbstractItemModel::rowsRemoved, this, &TrackView::shownCountChanged);
}

void TrackView::setTracks(TrackListModel *tracks)
{
    m_dragDrop->leave();
    m_delegate->setHoveredRow(-1);
    if (m_tracks)
        m_tracks->disconnect(this);
    m_tracks = tracks;
    m_filterText.clear();
    m_columns->setSourceModel(tracks);
    m_filter->setTracks(nullptr);
    m_filter->setWords({});
    if (tracks) {
        // Rows that are hidden come and go without a word of the filter, and change the numbers of those that are not.
        const auto renumber = [this] {
            if (isFiltered()) {
                viewport()->update();
                Q_EMIT shownCountChanged();
            }
        };
        connect(tracks, &QAbstractItemModel::rowsInserted, this, renumber);
        connect(tracks, &QAbstractItemModel::rowsRemoved, this, renumber);
    }
    m_header->fit(viewport()->width());
    m_visibleTimer.start();
    m_summaryTimer.start();
    Q_EMIT shownCountChanged();
}

void TrackView::setLiked(const models::LikedTracks *liked)
{
    m_columns->setLiked(liked);
    m_header->setLikedOffered(liked);
}

void TrackView::prepareFilter()
{
    if (m_tracks)
        m_filter->prepare(m_tracks);
}

void TrackView::setFilter(const QString &text)
{
    if (text == m_filterText || !m_tracks)
        return;
    m_filterText = text;
    m_dragDrop->leave();
    m_delegate->setHoveredRow(-1);
    const std::vector<int> selected = selectedPositions();
    const int current = currentPosition();
    // Nothing that the selection model would have to carry over to other rows, or could not.
    selectionModel()->clear();
    const models::FilterWords words(text);
    if (words.isEmpty()) {
        m_columns->setSourceModel(m_tracks);
        m_filter->setTracks(nullptr);
        m_filter->setWords(words);
    } else if (isFiltered()) {
        m_filter->setWords(words);
    } else {
        m_filter->setWords(words);
        m_filter->setTracks(m_tracks);
        m_columns->setSourceModel(m_filter);
    }
    setCurrentPosition(current);
    if (std::any_of(selected.begin(), selected.end(), [this](int position) { return rowOf(position) >= 0; }))
        selectPositions(selected);
    Q_EMIT shownCountChanged();
}

bool TrackView::isFiltered() const
{
    return m_filter->sourceModel() != nullptr;
}

int TrackView::shownCount() const
{
    return m_columns->rowCount();
}

int TrackView::positionCount() const
{
    return m_tracks ? m_tracks->rowCount() : 0;
}

int TrackView::positionOf(int row) const
{
    return isFiltered() ? m_filter->positionOf(row) : row;
}

int TrackView::rowOf(int position) const
{
    return isFiltered() ? m_filter->rowOf(position) : position;
}

std::vector<int> TrackView::visiblePositions() const
{
    std::vector<int> positions;
    const int last = rowAt(viewport()->height() - 1);
    for (int row = qMax(0, rowAt(0)); row < shownCount() && (last < 0 || row <= last); ++row)
        positions.push_back(positionOf(row));
    return positions;
}

std::vector<int> TrackView::selectedPositions() const
{
    // From the ranges: asking for indexes would make one for each cell of ten thousand rows.
    std::vector<int> positions;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            positions.push_back(positionOf(row));
    }
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

int TrackView::selectedCount() const
{
    return static_cast<int>(selectedPositions().size());
}

void TrackView::selectPositions(const std::vector<int> &positions)
{
    if (positions.empty()) {
        clearSelection();
        return;
    }
    std::vector<int> rows;
    for (const int position : positions) {
        if (const int row = rowOf(position); row >= 0)
            rows.push_back(row);
    }
    if (rows.empty()) {
        setFilter({});
        rows = positions;
    }
    QItemSelection selection;
    const int last = m_columns->columnCount() - 1;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_columns->index(rows[i], 0), m_columns->index(rows[end - 1], last)));
        i = end;
    }
    const int column = currentIndex().isValid() ? currentIndex().column() : int(Columns::Title);
    const QModelIndex current = m_columns->index(rows.front(), column);
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    // The end first, so that of a block that does not fit the beginning is seen.
    scrollTo(m_columns->index(rows.back(), column));
    scrollTo(current);
}

void TrackView::selectFrom(int position)
{
    if (shownCount() == 0)
        return;
    int row = 0;
    while (row < shownCount() - 1 && positionOf(row) < position)
        ++row;
    selectPositions({positionOf(row)});
}

int TrackView::currentPosition() const
{
    return currentIndex().isValid() ? positionOf(currentIndex().row()) : -1;
}

void TrackView::setCurrentPosition(int position)
{
    const int row = position >= 0 && position < positionCount() ? rowOf(position) : -1;
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_columns->index(row, Columns::Title), QItemSelectionModel::NoUpdate);
}

int TrackView::insertionPositionForPaste() const
{
    const std::vector<int> selected = selectedPositions();
    return selected.empty() ? positionCount() : selected.back() + 1;
}

int TrackView::insertionPositionAt(const QPoint &point) const
{
    const int rows = shownCount();
    if (rows == 0)
        return positionCount();
    // Rows may be hidden between the two at the line: the one under the mouse decides.
    const int row = insertionRowAt(point);
    const bool behind = row == rows || (row > 0 && rowAt(point.y()) == row - 1);
    return behind ? positionOf(row - 1) + 1 : positionOf(row);
}

int TrackView::insertionRowAt(const QPoint &point) const
{
    const int rows = shownCount();
    const int row = rowAt(point.y());
    if (row < 0)
        return point.y() < 0 && rows > 0 ? qMax(0, rowAt(0)) : rows;
    const int top = rowViewportPosition(row);
    return point.y() < top + rowHeight(row) / 2 ? row : row + 1;
}

int TrackView::edgeOf(int row) const
{
    const int rows = m_columns->rowCount();
    if (rows == 0)
        return 1;
    if (row < rows)
        return rowViewportPosition(row);
    return rowViewportPosition(rows - 1) + rowHeight(rows - 1);
}

int TrackView::dropLineRow() const
{
    return m_dragDrop->lineRow();
}

void TrackView::setEmptyText(const QString &title, const QString &text)
{
    m_empty->setText(title, text);
}

void TrackView::setLoading(bool loading)
{
    m_empty->setLoading(loading);
}

void TrackView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    // Rows scroll; columns always fit.
    const int x = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(x);
}

void TrackView::keyboardSearch(const QString &search)
{
    // What people type is the beginning of a title, wherever the current cell is.
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.column() != Columns::Title)
        selectionModel()->setCurrentIndex(current.siblingAtColumn(Columns::Title), QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

QModelIndex TrackView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_columns->rowCount();
    const int column = currentIndex().isValid() ? currentIndex().column() : int(Columns::Title);
    if (rows > 0 && action == MoveHome)
        return m_columns->index(0, column);
    if (rows > 0 && action == MoveEnd)
        return m_columns->index(rows - 1, column);
    if (rows > 0 && !currentIndex().isValid())
        return m_columns->index(0, column);
    return QTableView::moveCursor(action, modifiers);
}

void TrackView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    // The base class gives up on a rectangle that ends beside the cells, as one from the empty space does.
    const int rows = m_columns->rowCount();
    const QRect cells(0, rows > 0 ? rowViewportPosition(0) : 0, horizontalHeader()->length(),
                      rows > 0 ? edgeOf(rows) - rowViewportPosition(0) : 0);
    const QRect touched = rect.normalized().intersected(cells);
    if (!touched.isEmpty())
        QTableView::setSelection(touched, command);
    else if (command & QItemSelectionModel::Clear)
        selectionModel()->clearSelection();
}

void TrackView::startDrag(Qt::DropActions)
{
    m_dragDrop->startDrag();
}

void TrackView::dragEnterEvent(QDragEnterEvent *event)
{
    m_dragDrop->move(event);
    // Accepted even where nothing can be dropped: only then do further positions, and the leaving, get here.
    event->accept();
}

void TrackView::dragMoveEvent(QDragMoveEvent *event)
{
    m_dragDrop->move(event);
}

void TrackView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_dragDrop->leave();
    event->accept();
}

void TrackView::dropEvent(QDropEvent *event)
{
    m_dragDrop->drop(event);
}

void TrackView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (m_columns->rowCount() == 0)
        m_empty->paint(painter);
    else
        paintCurrent(painter);
    m_dragDrop->paintLine(painter);
}

void TrackView::paintCurrent(QPainter &painter) const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || !hasFocus())
        return;
    const QRect row(0, rowViewportPosition(current.row()), viewport()->width(), rowHeight(current.row()));
    painter.setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), 0.65));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(row.adjusted(0, 0, -1, -1));
}

void TrackView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_header->fit(viewport()->width());
    m_visibleTimer.start();
}

void TrackView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        at = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(at);
    event->accept();
}

void TrackView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && selectedCount() > 0) {
        clearSelection();
        return;
    }
    if (event->key() == Qt::Key_Escape && isFiltered()) {
        setFilter({});
        return;
    }
    QTableView::keyPressEvent(event);
}

void TrackView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void TrackView::hover(const QPoint &position)
{
    const int row = viewport()->rect().contains(position) ? rowAt(position.y()) : -1;
    const int before = m_delegate->hoveredRow();
    if (row != before) {
        m_delegate->setHoveredRow(row);
        updateRow(before);
        updateRow(row);
    }
    if (m_spots->isAt(position))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

bool TrackView::hasBand() const
{
    return m_band->isShown();
}

void TrackView::mouseMoveEvent(QMouseEvent *event)
{
    hover(event->position().toPoint());
    if (m_spots->isPressed())
        return;
    // The selection itself is the base class's: it goes by the rectangle since the press.
    QTableView::mouseMoveEvent(event);
    if (state() == DragSelectingState)
        m_band->stretch(event->position().toPoint());
}

void TrackView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::LeftButton && m_spots->press(at))
        return;
    if (event->button() == Qt::LeftButton && !indexAt(at).isValid())
        m_band->begin(at);
    QTableView::mousePressEvent(event);
}

void TrackView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_spots->isPressed()) {
        const ClickSpots::Click click = m_spots->release(event->position().toPoint());
        if (click.spot == ClickSpots::Spot::Link)
            Q_EMIT openRequested(positionOf(click.row));
        else if (click.spot == ClickSpots::Spot::Heart)
            Q_EMIT likeRequested(positionOf(click.row));
        return;
    }
    m_band->end();
    QTableView::mouseReleaseEvent(event);
}

void TrackView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_spots->isAt(event->position().toPoint()))
        return;
    QTableView::mouseDoubleClickEvent(event);
}

void TrackView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void TrackView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void TrackView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    hover(QPoint(-1, -1));
}

void TrackView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_summaryTimer.start();
}

void TrackView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

} // namespace segue::ui
