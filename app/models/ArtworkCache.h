// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Call.h"
#include "app/web/Values.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

namespace segue::web
{
class ImageLoader;
}

namespace segue::models
{

/// Pictures for delegates: what is asked for while painting is fetched and decoded elsewhere and painted when it
/// has come. Holds a bounded number of bytes, least recently used out first. GUI thread.
///
/// Only what is asked for again stays wanted: a request nobody has repeated when its turn comes is dropped, so
/// that scrolling through 10,000 rows fetches what is looked at, not what was passed.
class ArtworkCache : public QObject
{
    Q_OBJECT

public:
    /// The loader must outlive the cache.
    explicit ArtworkCache(web::ImageLoader &loader, qsizetype maxBytes = 24 * 1024 * 1024, QObject *parent = nullptr);

    /// The picture scaled to fit `pixels` × `pixels` device pixels with its proportions kept, or a null image while
    /// it is not there; then `ready` follows, unless the picture cannot be had.
    [[nodiscard]] QImage image(const QList<web::Image> &images, int pixels);
    /// A picture that was just made here (an uploaded cover): shown under `url` at once, whatever is fetched.
    void put(const QUrl &url, const QImage &image);
    void clear();

    [[nodiscard]] qsizetype bytesHeld() const { return m_images.totalCost(); }

    /// The smallest picture that is at least `pixels` wide; else the largest.
    [[nodiscard]] static QUrl bestUrl(const QList<web::Image> &images, int pixels);

Q_SIGNALS:
    /// Pictures came in (several at a time): views repaint.
    void ready();

private:
    struct Key {
        QUrl url;
        int pixels = 0;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.url, key.pixels); }
    };

    void fetch(const Key &key);
    void keep(const Key &key, const QImage &image);

    web::ImageLoader &m_loader;
    QCache<Key, QImage> m_images;
    QHash<QUrl, QImage> m_put; ///< made here, whole size
    QHash<Key, web::Call> m_asked;
    QList<Key> m_order; ///< of m_asked, oldest first
    QHash<QUrl, QDeadlineTimer> m_failed;
    QTimer m_tell;
};

} // namespace segue::models
