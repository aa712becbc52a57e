// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Call.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QUrl>

#include <chrono>
#include <deque>
#include <memory>
#include <utility>

class QNetworkAccessManager;

namespace segue::web
{

struct ImageLoaderOptions {
    int mostAtOnce = 6;
    std::chrono::milliseconds timeout{15'000}; ///< for the whole of one picture
    qint64 maxBytes = 10 * 1024 * 1024;        ///< of one picture's file, whatever its host says
    qint64 maxPixels = 30'000'000;             ///< of one picture as it comes; larger ones are not opened
};

/// Fetches pictures from image hosts and decodes them on other threads. GUI thread.
///
/// Nothing of the account goes along: no token, no cookies. https anywhere, plain http to a loopback address only, and
/// redirects only where they stay as safe. The most urgent first, and among those what was asked for last: it is what
/// the user looks at. Calls for the same picture in the same size share one fetch, which ends with the last of them.
class ImageLoader : public QObject
{
    Q_OBJECT

public:
    /// `network` must outlive this.
    explicit ImageLoader(QNetworkAccessManager &network, ImageLoaderOptions options = {}, QObject *parent = nullptr);
    ~ImageLoader() override;

    /// The picture scaled to fit `pixels` × `pixels`, proportions kept, never enlarged. One outcome, later, unless
    /// `context` is destroyed or the call cancelled. Errors: InvalidInput (address), Network, Timeout, NotFound,
    /// ServerFault, BadRequest (refused otherwise), BadAnswer (no picture, or one too large).
    Call load(const QUrl &url, int pixels, QObject *context, Done<QImage> done);

    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }

    /// What load() does after fetching; any thread. A null image when the bytes are no picture, or one too large.
    [[nodiscard]] static QImage decode(const QByteArray &bytes, int pixels, qint64 maxPixels);

private:
    struct Fetch;
    struct Wish;
    using FetchPtr = std::shared_ptr<Fetch>;
    using Key = std::pair<QUrl, int>;

    void scheduleNext();
    void sendNext();
    void send(const FetchPtr &fetch);
    void received(const FetchPtr &fetch);
    void decodeLater(const FetchPtr &fetch);
    void end(const FetchPtr &fetch, const Result<QImage> &result);
    void dropped(const FetchPtr &fetch);

    QNetworkAccessManager &m_network;
    const ImageLoaderOptions m_options;
    QHash<Key, FetchPtr> m_fetches; ///< all that are not over
    std::deque<FetchPtr> m_waiting; ///< latest last
    int m_underWay = 0;
    bool m_nextScheduled = false;
    QThreadPool m_decoders;
};

} // namespace segue::web
