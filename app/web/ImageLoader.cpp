// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ImageLoader.h"

#include "app/web/Transport.h"

#include <QBuffer>
#include <QFutureWatcher>
#include <QImageReader>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

namespace segue::web
{

/// One picture in one size, for everybody who wants it.
struct ImageLoader::Fetch {
    QUrl url;
    int pixels = 0;
    std::vector<std::shared_ptr<Wish>> wishes;
    QPointer<QNetworkReply> reply;
    QByteArray bytes;
    std::optional<ErrorKind> failure; ///< why we cut it off ourselves

    [[nodiscard]] bool wanted() const;
    [[nodiscard]] Priority priority() const;
};

/// One call of load().
struct ImageLoader::Wish final : Call::Control {
    QPointer<ImageLoader> loader;
    std::weak_ptr<Fetch> fetch;
    QPointer<QObject> context;
    QMetaObject::Connection contextGone;
    Done<QImage> done;
    Priority priority = Priority::Normal;
    bool active = true;

    void cancel() override
    {
        if (!std::exchange(active, false))
            return;
        QObject::disconnect(contextGone);
        const Done<QImage> silenced = std::exchange(done, nullptr);
        if (const FetchPtr shared = fetch.lock(); shared && loader)
            loader->dropped(shared);
    }
    void setPriority(Priority changed) override { priority = changed; }
    [[nodiscard]] bool isActive() const override { return active && loader && context; }
};

bool ImageLoader::Fetch::wanted() const
{
    return std::any_of(wishes.begin(), wishes.end(), [](const auto &wish) { return wish->active; });
}

Priority ImageLoader::Fetch::priority() const
{
    Priority most = Priority::Background;
    for (const auto &wish : wishes)
        if (wish->active)
            most = std::max(most, wish->priority);
    return most;
}

ImageLoader::ImageLoader(QNetworkAccessManager &network, ImageLoaderOptions options, QObject *parent)
    : QObject(parent), m_network(network), m_options(options)
{
    m_decoders.setMaxThreadCount(2); // the rest of the machine has work of its own
}

ImageLoader::~ImageLoader()
{
    for (const FetchPtr &fetch : std::as_const(m_fetches)) {
        if (!fetch->reply)
            continue;
        fetch->reply->disconnect(this);
        fetch->reply->abort();
        fetch->reply->deleteLater();
    }
}

QImage ImageLoader::decode(const QByteArray &bytes, int pixels, qint64 maxPixels)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    static const QList<QByteArray> pictures{"jpeg", "jpg", "png", "webp", "gif"};
    if (!pictures.contains(reader.format())) // not the many other plug-ins a desktop may have
        return {};
    const QSize size = reader.size();
    // The header tells the size before a pixel is decoded: a small file can claim to be a huge picture.
    if (size.isEmpty() || qint64(size.width()) * size.height() > maxPixels)
        return {};
    if (size.width() > pixels || size.height() > pixels)
        reader.setScaledSize(size.scaled(pixels, pixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    QImage image = reader.read();
    if (!image.isNull())
        image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return image;
}

Call ImageLoader::load(const QUrl &url, int pixels, QObject *context, Done<QImage> done)
{
    Q_ASSERT(context);
    FetchPtr &fetch = m_fetches[{url, pixels}];
    if (!fetch) {
        fetch = std::make_shared<Fetch>();
        fetch->url = url;
        fetch->pixels = pixels;
        m_waiting.push_back(fetch);
    }
    auto wish = std::make_shared<Wish>();
    wish->loader = this;
    wish->fetch = fetch;
    wish->context = context;
    wish->done = std::move(done);
    wish->contextGone = connect(context, &QObject::destroyed, this, [weak = std::weak_ptr(wish)] {
        if (const auto alive = weak.lock())
            alive->cancel();
    });
    fetch->wishes.push_back(wish);
    scheduleNext();
    return Call(wish);
}

void ImageLoader::scheduleNext()
{
    if (!std::exchange(m_nextScheduled, true))
        QMetaObject::invokeMethod(this, &ImageLoader::sendNext, Qt::QueuedConnection);
}

void ImageLoader::sendNext()
{
    m_nextScheduled = false;
    while (m_underWay < m_options.mostAtOnce && !m_waiting.empty()) {
        auto next = m_waiting.begin();
        for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it)
            if ((*it)->priority() >= (*next)->priority())
                next = it;
        const FetchPtr fetch = *next;
        m_waiting.erase(next);
        if (Transport::isAcceptableAddress(fetch->url))
            send(fetch);
        else
            end(fetch,
                Unexpected(Error{.kind = ErrorKind::InvalidInput,
                                 .userText = tr("The address of a picture is not a safe one; it is not shown.")}));
    }
}

void ImageLoader::send(const FetchPtr &fetch)
{
    QNetworkRequest request(fetch->url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(3);
    QNetworkReply *reply = m_network.get(request);
    fetch->reply = reply;
    ++m_underWay;

    const auto cutOff = [fetch, reply](ErrorKind why) {
        if (!fetch->failure)
            fetch->failure = why;
        reply->abort();
    };
    connect(reply, &QNetworkReply::redirected, this, [fetch, reply, cutOff](const QUrl &to) {
        const bool lessSafe = fetch->url.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https");
        if (Transport::isAcceptableAddress(to) && !lessSafe)
            Q_EMIT reply->redirectAllowed();
        else
            cutOff(ErrorKind::BadAnswer);
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, fetch, reply, cutOff] {
        fetch->bytes += reply->read(m_options.maxBytes + 1 - fetch->bytes.size());
        if (fetch->bytes.size() > m_options.maxBytes)
            cutOff(ErrorKind::BadAnswer);
    });
    connect(reply, &QNetworkReply::finished, this, [this, fetch, reply] {
        reply->deleteLater();
        --m_underWay;
        scheduleNext();
        received(fetch);
    });
    QTimer::singleShot(m_options.timeout, reply, [cutOff] { cutOff(ErrorKind::Timeout); });
}

void ImageLoader::received(const FetchPtr &fetch)
{
    if (!fetch->wanted())
        return; // dropped() has forgotten it
    QNetworkReply *reply = fetch->reply;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!fetch->failure && reply->error() == QNetworkReply::NoError && status == 200) {
        fetch->bytes += reply->readAll();
        decodeLater(fetch);
        return;
    }
    Error error{.kind = ErrorKind::Network, .httpStatus = status, .userText = tr("A picture could not be fetched.")};
    if (fetch->failure)
        error.kind = *fetch->failure;
    else if (status == 404 || status == 410)
        error.kind = ErrorKind::NotFound;
    else if (status >= 500)
        error.kind = ErrorKind::ServerFault;
    else if (status >= 400)
        error.kind = ErrorKind::BadRequest;
    end(fetch, Unexpected(error));
}

void ImageLoader::decodeLater(const FetchPtr &fetch)
{
    auto *watcher = new QFutureWatcher<QImage>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, fetch, watcher] {
        watcher->deleteLater();
        const QImage image = watcher->result();
        if (image.isNull())
            end(fetch,
                Unexpected(Error{.kind = ErrorKind::BadAnswer, .userText = tr("A picture could not be opened.")}));
        else
            end(fetch, image);
    });
    watcher->setFuture(QtConcurrent::run(&m_decoders, &ImageLoader::decode, std::exchange(fetch->bytes, {}),
                                         fetch->pixels, m_options.maxPixels));
}

void ImageLoader::end(const FetchPtr &fetch, const Result<QImage> &result)
{
    // Forgotten first: whoever asks for it again from within a report gets a new fetch.
    if (m_fetches.value({fetch->url, fetch->pixels}) == fetch)
        m_fetches.remove({fetch->url, fetch->pixels});
    for (const auto &wish : std::exchange(fetch->wishes, {})) {
        if (!wish->isActive())
            continue;
        wish->active = false;
        disconnect(wish->contextGone);
        const Done<QImage> done = std::exchange(wish->done, nullptr);
        done(result);
    }
}

void ImageLoader::dropped(const FetchPtr &fetch)
{
    if (fetch->wanted())
        return;
    if (m_fetches.value({fetch->url, fetch->pixels}) == fetch)
        m_fetches.remove({fetch->url, fetch->pixels});
    std::erase(m_waiting, fetch);
    if (fetch->reply && fetch->reply->isRunning())
        fetch->reply->abort();
}

} // namespace segue::web
