// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace segue::models
{
class ArtworkCache;
class Library;
class PlaylistListModel;
} // namespace segue::models

namespace segue::ui
{

class PlaylistFilterModel;
class PlaylistList;

/// The user's playlists with a field to find one in. GUI thread.
class SideBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the side bar.
    SideBar(models::Library &library, models::ArtworkCache &artwork, QWidget *parent = nullptr);

    /// Marks a playlist as the one that is shown; no signal follows.
    void setCurrent(const QString &playlistId);
    [[nodiscard]] QString current() const { return m_current; }
    /// Puts the cursor into the field.
    void startFinding();

    [[nodiscard]] PlaylistList &list() const { return *m_list; }
    [[nodiscard]] QLineEdit &filter() const { return *m_filter; }

Q_SIGNALS:
    /// Tracks or links were dropped on this playlist, which may be changed. Valid only until the slot returns.
    void tracksDropped(const QString &playlistId, const QMimeData *data);
    /// The user wants to see this playlist.
    void playlistChosen(const QString &playlistId);
    /// The user wants to see it next to the one that is shown.
    void besideChosen(const QString &playlistId);
    /// A link to a playlist was typed or pasted into the field; `beside` as in besideChosen().
    void linkEntered(const QString &playlistId, bool beside);
    /// At a playlist, with the menu's place on the screen.
    void menuRequested(const QString &playlistId, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void chooseBeside(const QModelIndex &index);
    void takeEntered(bool beside);
    [[nodiscard]] QModelIndex firstFound() const;
    [[nodiscard]] bool accepts(const QString &playlistId, const QMimeData &mime) const;
    void showHint();
    void restoreCurrent();

    models::Library &m_library;
    models::PlaylistListModel *m_model;
    PlaylistFilterModel *m_proxy;
    QLineEdit *m_filter;
    PlaylistList *m_list;
    QLabel *m_hint;
    QTimer m_delay;
    QString m_current;
    bool m_quiet = false;
};

} // namespace segue::ui
