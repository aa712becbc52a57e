// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/CoverButton.h"

#include "app/models/ArtworkCache.h"
#include "ui/look/Artwork.h"

#include <QBuffer>
#include <QDragEnterEvent>
#include <QImage>
#include <QMimeData>
#include <QPainter>

namespace segue::ui
{

CoverButton::CoverButton(models::ArtworkCache &artwork, QWidget *parent) : QAbstractButton(parent), m_artwork(artwork)
{
    setObjectName(QStringLiteral("coverButton"));
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&artwork, &models::ArtworkCache::ready, this, qOverload<>(&QWidget::update));
    describe();
}

void CoverButton::setPlaylist(const web::Playlist &playlist)
{
    m_playlist = playlist;
    describe();
    update();
}

void CoverButton::setEditable(bool editable)
{
    m_editable = editable;
    setAcceptDrops(editable);
    describe();
}

void CoverButton::describe()
{
    setAccessibleName(tr("Cover of %1").arg(m_playlist.name));
    setToolTip(m_editable ? tr("Change the cover: click, or drop a picture here") : tr("Open in Spotify"));
    setAccessibleDescription(toolTip());
}

void CoverButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect picture = rect().adjusted(frame, frame, -frame, -frame);
    const QImage image = m_playlist.images.isEmpty()
                             ? QImage()
                             : m_artwork.image(m_playlist.images, artworkPixels(coverSize, devicePixelRatioF()));
    if (image.isNull())
        drawArtworkPlaceholder(painter, picture, palette(),
                               m_playlist.images.isEmpty() ? QStringLiteral("track") : QString());
    else
        drawArtwork(painter, picture, image);
    if (hasFocus() || m_dropping) {
        // Around the picture, not on it.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), artworkRadius + 3, artworkRadius + 3);
    }
}

QString CoverButton::pictureFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

void CoverButton::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_editable || (pictureFile(*event->mimeData()).isEmpty() && !event->mimeData()->hasImage()))
        return;
    m_dropping = true;
    update();
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void CoverButton::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping = false;
    update();
}

void CoverButton::dropEvent(QDropEvent *event)
{
    m_dropping = false;
    update();
    if (!m_editable)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QString file = pictureFile(*event->mimeData());
    if (!file.isEmpty()) {
        Q_EMIT fileDropped(file);
        return;
    }
    const QImage image = event->mimeData()->imageData().value<QImage>();
    QByteArray contents;
    QBuffer buffer(&contents);
    buffer.open(QIODevice::WriteOnly);
    if (image.save(&buffer, "PNG"))
        Q_EMIT pictureDropped(contents);
}

} // namespace segue::ui
