// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QMimeData>
#include <QPersistentModelIndex>

#include <functional>

namespace segue::ui
{

/// The list of the side bar: tracks can be dropped on the playlists in it. Its model has the roles of
/// models::PlaylistListModel. GUI thread.
class PlaylistList : public QListView
{
    Q_OBJECT

public:
    explicit PlaylistList(QWidget *parent = nullptr);

    /// Whether what is dragged may be put into a playlist; without it, into none.
    using Accepts = std::function<bool(const QString &playlistId, const QMimeData &data)>;
    void setAccepts(Accepts accepts) { m_accepts = std::move(accepts); }
    /// The playlist that would take what is being dragged; empty when there is none under the mouse.
    [[nodiscard]] QString dropTarget() const;

Q_SIGNALS:
    /// Valid only until the slot returns. Holds tracks or links, by its formats.
    void dropped(const QString &playlistId, const QMimeData *data);
    /// Ctrl and a click, or a click of the middle button; Ctrl and Enter on the current one.
    void besideRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QModelIndex targetAt(const QDropEvent &event) const;
    void setTarget(const QModelIndex &index);

    Accepts m_accepts;
    QPersistentModelIndex m_target;
};

} // namespace segue::ui
