// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/ArtworkCache.h"

#include "app/web/ImageLoader.h"

namespace segue::models
{

namespace
{

/// As many as two screens of rows hold: what is asked for beyond that has been scrolled past.
constexpr qsizetype mostAsked = 96;
/// A picture that could not be had is not asked for at every repaint.
constexpr std::chrono::seconds retryAfterFailure{60};
/// Repaints for several pictures at once.
constexpr std::chrono::milliseconds tellDelay{25};

} // namespace

ArtworkCache::ArtworkCache(web::ImageLoader &loader, qsizetype maxBytes, QObject *parent)
    : QObject(parent), m_loader(loader), m_images(maxBytes)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(tellDelay);
    connect(&m_tell, &QTimer::timeout, this, &ArtworkCache::ready);
}

QUrl ArtworkCache::bestUrl(const QList<web::Image> &images, int pixels)
{
    const web::Image *best = nullptr;
    for (const web::Image &image : images) {
        // A picture without a size is a playlist's own cover, and then the only one.
        if (!best || (image.width >= pixels && (best->width < pixels || image.width < best->width)) ||
            (best->width < pixels && image.width > best->width))
            best = &image;
    }
    return best ? best->url : QUrl();
}

QImage ArtworkCache::image(const QList<web::Image> &images, int pixels)
{
    const Key key{bestUrl(images, pixels), pixels};
    if (key.url.isEmpty() || pixels <= 0)
        return {};
    if (const QImage *found = m_images.object(key))
        return *found;
    if (const auto made = m_put.constFind(key.url); made != m_put.cend()) {
        const QImage scaled = made->scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        keep(key, scaled);
        return scaled;
    }
    if (const auto failed = m_failed.find(key.url); failed != m_failed.end()) {
        if (!failed->hasExpired())
            return {};
        m_failed.erase(failed);
    }
    if (!m_asked.contains(key))
        fetch(key);
    return {};
}

void ArtworkCache::fetch(const Key &key)
{
    while (m_order.size() >= mostAsked)
        m_asked.take(m_order.takeFirst()).cancel();
    m_order.append(key);
    m_asked.insert(key, m_loader.load(key.url, key.pixels, this, [this, key](const Result<QImage> &result) {
        m_asked.remove(key);
        m_order.removeOne(key);
        if (!result) {
            m_failed.insert(key.url, QDeadlineTimer(retryAfterFailure));
            return;
        }
        keep(key, *result);
        if (!m_tell.isActive())
            m_tell.start();
    }));
}

void ArtworkCache::keep(const Key &key, const QImage &image)
{
    m_images.insert(key, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes()));
}

void ArtworkCache::put(const QUrl &url, const QImage &image)
{
    // Few are ever made in one run, but a bound is a bound.
    if (m_put.size() >= 16)
        m_put.clear();
    m_put.insert(url, image);
    for (const Key &key : m_images.keys()) {
        if (key.url == url)
            m_images.remove(key);
    }
    Q_EMIT ready();
}

void ArtworkCache::clear()
{
    for (const web::Call &call : std::as_const(m_asked))
        call.cancel();
    m_asked.clear();
    m_order.clear();
    m_images.clear();
    m_put.clear();
    m_failed.clear();
}

} // namespace segue::models
