// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStringList>

#include <vector>

namespace segue::ui
{

/// The quiet headings of the track table, and who decides about widths: columns always fill the view. Titles, artists
/// and album share what the others leave; a column the user drags wider takes it from them. Order, widths and
/// hidden columns can be saved and restored. Where there is no room, the less important ones give way.
class TrackHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TrackHeader(QWidget *parent = nullptr);

    /// "title:320", "album:200:hidden" … in the order on screen.
    [[nodiscard]] QStringList layoutState() const;
    /// Takes over what it understands; the rest keeps its place.
    void setLayoutState(const QStringList &state);
    void resetLayout();
    /// The model has its columns now: lays them out for the first time.
    void layOut();

    /// "Added by" only tells something where several people add.
    void setSeveralPeople(bool several);
    /// Whether there is anything to show in the column of hearts; at first there is not.
    void setLikedOffered(bool offered);
    void setColumnWanted(int column, bool wanted);
    [[nodiscard]] bool isColumnWanted(int column) const { return !m_unwanted.at(static_cast<std::size_t>(column)); }
    /// Whether the user may hide it.
    [[nodiscard]] static bool canHide(int column);

    /// Makes the columns fill `width`.
    void fit(int width);

Q_SIGNALS:
    /// The user changed something worth remembering.
    void layoutEdited();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    [[nodiscard]] QSize sizeHint() const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// Whether it tells anything in this list, so that the user may choose it.
    [[nodiscard]] bool isOffered(int column) const;
    void applyVisibility();
    void takeFromOthers(int resized);
    void distribute(int width, int except);

    std::vector<bool> m_unwanted;
    std::vector<qreal> m_weights; ///< shares of the columns that stretch; 0 for the others
    bool m_severalPeople = false;
    bool m_likedOffered = false;
    bool m_fitting = false;
    bool m_edited = false;
    int m_width = 0;
};

} // namespace segue::ui
