// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace segue::models
{
class ArtworkCache;
class LikedTracks;
class TrackColumnsModel;
class TrackFilterModel;
class TrackListModel;
} // namespace segue::models

namespace segue::ui
{

class ClickSpots;
class EmptyTrackList;
class SelectionBand;
class TrackDelegate;
class TrackDragDrop;
class TrackHeader;

/// The table of a playlist's tracks: whole rows, dragged alone, in blocks or scattered; a line shows where they go.
/// Shows one TrackListModel at a time through columns of its own, so that widths, order and hidden columns stay as
/// they are from playlist to playlist. GUI thread.
///
/// A filter narrows it to the rows that hold some words. "Position" is then still the place in the playlist, and that
/// is what everybody outside deals with; "row" is one of those on the screen. What is dropped into a narrowed list
/// goes directly in front of, or behind, the row under the mouse, whichever half it is on: next to what the user sees,
/// and never to somewhere among rows that they do not see.
///
/// The view never changes a row itself: drops and keys go to the model and its editor.
class TrackView : public QTableView
{
    Q_OBJECT

public:
    /// The cache must outlive the view.
    explicit TrackView(models::ArtworkCache &artwork, QWidget *parent = nullptr);
    ~TrackView() override;

    /// Null shows nothing. The model must outlive its being shown. Takes the filter away.
    void setTracks(models::TrackListModel *tracks);
    [[nodiscard]] models::TrackListModel *tracks() const { return m_tracks; }
    [[nodiscard]] TrackHeader &trackHeader() const { return *m_header; }
    /// What the column of hearts shows; must outlive the view. Null: there is no such column to choose.
    void setLiked(const models::LikedTracks *liked);

    /// Shows only the rows with these words in their title, artists or album; blanks show all. What is selected stays
    /// so as far as it is shown.
    void setFilter(const QString &text);
    /// A filter is about to be typed: its first letter is to be as quick as the next ones.
    void prepareFilter();
    [[nodiscard]] const QString &filter() const { return m_filterText; }
    /// Whether rows may be hidden.
    [[nodiscard]] bool isFiltered() const;
    /// Rows that the filter lets through, of positionCount() in the playlist.
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] int positionCount() const;

    /// Sorted positions of the rows on screen.
    [[nodiscard]] std::vector<int> visiblePositions() const;
    /// Sorted positions of the selected rows.
    [[nodiscard]] std::vector<int> selectedPositions() const;
    [[nodiscard]] int selectedCount() const;
    /// Selects exactly these, makes the first the current one and scrolls to them. Those that the filter hides are
    /// left out; where it hides all of them it is taken away, for they are what the user is to see.
    void selectPositions(const std::vector<int> &positions);
    /// Selects the first row that is shown at this position or behind it; without one, the last that is shown.
    void selectFrom(int position);
    /// −1 for none.
    [[nodiscard]] int currentPosition() const;
    /// Without selecting it. Does nothing for a position that is not shown.
    void setCurrentPosition(int position);
    /// In front of which position pasted rows go: behind the selection, else at the end.
    [[nodiscard]] int insertionPositionForPaste() const;

    /// In front of which position something dropped at `point` (of the viewport) lands; positionCount() in an empty
    /// list.
    [[nodiscard]] int insertionPositionAt(const QPoint &point) const;
    /// In front of which row the line is then: the nearest edge between two rows; shownCount() below the last one.
    [[nodiscard]] int insertionRowAt(const QPoint &point) const;
    /// Vertical place of the edge in front of `row`, in the viewport.
    [[nodiscard]] int edgeOf(int row) const;
    /// The row the insertion line is in front of right now; −1 when none is shown.
    [[nodiscard]] int dropLineRow() const;

    /// Whether rows are being selected with a rubber band, which begins in the space below the last row.
    [[nodiscard]] bool hasBand() const;

    /// Who puts tracks and links from elsewhere that are dropped in front of a row; without it, the model does. What is
    /// dropped of the list itself, the model always moves or copies.
    using TakeDrop = std::function<void(const QMimeData &data, int before)>;
    void setTakeDrop(TakeDrop take) { m_takeDrop = std::move(take); }

    /// What an empty list says.
    void setEmptyText(const QString &title, const QString &text);
    /// An empty list that is being read shows, after half a second, where rows will be.
    void setLoading(bool loading);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// The first and the last position on screen; after scrolling, resizing and changes, once per turn of the event
    /// loop.
    void visibleRowsChanged(int first, int last);
    /// The filter is another one, or another number of rows is shown; at once.
    void shownCountChanged();
    /// The selection changed, or what is selected did; once per turn of the event loop.
    void selectionSummaryChanged();
    void menuRequested(const QPoint &globalPosition);
    /// The link in a row was clicked.
    void openRequested(int position);
    /// The heart in a row was clicked.
    void likeRequested(int position);
    /// The user tried to drag something into a list that may not be changed, or that cannot take it.
    void dropRefused(const QString &reason);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    void startDrag(Qt::DropActions supportedActions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    friend class TrackDragDrop;
    void setUpLook();
    void watchRows();
    [[nodiscard]] int positionOf(int row) const;
    [[nodiscard]] int rowOf(int position) const;
    void hover(const QPoint &position);
    void updateRow(int row);
    void paintCurrent(QPainter &painter) const;

    models::TrackListModel *m_tracks = nullptr;
    QString m_filterText;
    models::TrackFilterModel *m_filter; ///< between the list and its columns while there is something to leave out
    models::TrackColumnsModel *m_columns;
    TrackHeader *m_header;
    TrackDelegate *m_delegate;
    std::unique_ptr<TrackDragDrop> m_dragDrop;
    std::unique_ptr<EmptyTrackList> m_empty;
    std::unique_ptr<ClickSpots> m_spots;
    std::unique_ptr<SelectionBand> m_band;
    TakeDrop m_takeDrop;
    QTimer m_visibleTimer;
    QTimer m_summaryTimer;
};

} // namespace segue::ui
