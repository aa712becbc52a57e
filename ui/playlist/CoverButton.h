// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QAbstractButton>

class QMimeData;

namespace segue::models
{
class ArtworkCache;
}

namespace segue::ui
{

/// A playlist's cover, unaltered, as something to click: to change it, or, where that is not allowed, to see it on
/// Spotify. A picture can be dropped on it.
class CoverButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// The cache must outlive the button.
    explicit CoverButton(models::ArtworkCache &artwork, QWidget *parent = nullptr);

    void setPlaylist(const web::Playlist &playlist);
    void setEditable(bool editable);
    [[nodiscard]] QSize sizeHint() const override { return {coverSize + 2 * frame, coverSize + 2 * frame}; }

    static constexpr int coverSize = 112;
    static constexpr int frame = 4; ///< room around the picture for the mark of the focus

Q_SIGNALS:
    void fileDropped(const QString &path);
    /// The contents of a picture file.
    void pictureDropped(const QByteArray &contents);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] static QString pictureFile(const QMimeData &data);
    void describe();

    models::ArtworkCache &m_artwork;
    web::Playlist m_playlist;
    bool m_editable = false;
    bool m_dropping = false;
};

} // namespace segue::ui
