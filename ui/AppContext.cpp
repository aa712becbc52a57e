// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AppContext.h"

#include "app/auth/KeychainTokenStore.h"
#include "app/auth/MemoryTokenStore.h"
#include "app/auth/Session.h"
#include "app/demo/StandIn.h"
#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/models/LibraryIndex.h"
#include "app/store/Store.h"
#include "app/store/TrackIndex.h"
#include "app/web/ApiClient.h"
#include "app/web/DialectMemory.h"
#include "app/web/ImageLoader.h"
#include "app/web/catalogue/CatalogueClient.h"
#include "app/web/listening/ListeningClient.h"
#include "app/web/people/PeopleClient.h"
#include "app/web/shelf/ShelfClient.h"
#include "ui/Settings.h"
#include "ui/account/OwnerWatch.h"
#include "ui/account/Permissions.h"

#include <QCryptographicHash>
#include <QDesktopServices>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QStandardPaths>

namespace segue::ui
{

namespace
{

const QUrl &usualApiUrl()
{
    static const QUrl url(QStringLiteral("https://api.spotify.com/v1"));
    return url;
}

/// Qt warns with the whole address when there is no browser, and ours holds the state of the sign-in.
bool openQuietly(const QUrl &url)
{
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const bool opened = QDesktopServices::openUrl(url);
    qInstallMessageHandler(before);
    return opened;
}

class DialectsInSettings final : public web::DialectMemory
{
public:
    explicit DialectsInSettings(Settings &settings) : m_settings(settings) {}
    [[nodiscard]] std::optional<web::Dialect> load(const QString &clientId) const override
    {
        return web::dialectNamed(m_settings.dialect(clientId));
    }
    void save(const QString &clientId, web::Dialect dialect) override
    {
        m_settings.setDialect(clientId, web::tableOf(dialect).name);
    }

private:
    Settings &m_settings;
};

} // namespace

struct AppContext::Services {
    store::Store store;
    store::TrackIndex tracks;
    web::Caller caller;
    web::ApiClient api{caller};
    web::CatalogueClient catalogue{caller};
    web::ShelfClient shelf{caller};
    web::ListeningClient listening{caller};
    web::PeopleClient people{caller};
    Permissions permissions;
    web::ImageLoader images;
    models::Library library;
    models::ArtworkCache artwork;
    models::LibraryIndex index;
    OwnerWatch owner;

    Services(const QString &storePath, const QUrl &apiUrl, auth::Session &session, QNetworkAccessManager &network,
             QNetworkAccessManager &imageNetwork, web::DialectMemory &dialects)
        : store({.path = storePath}), tracks({.path = storePath + QStringLiteral("-index")}),
          caller(apiUrl, session, network, dialects, web::CallerOptions{.clientId = session.config().clientId}),
          permissions(session), images(imageNetwork), library(api), artwork(images), index(api, library, tracks),
          owner(api, library, [this](bool hold) { caller.holdWrites(hold); })
    {
        index.start();
    }
};

AppContext::AppContext(const Options &options, Settings &settings, QObject *parent)
    : QObject(parent), m_options(options), m_settings(settings), m_apiUrl(options.apiUrl.value_or(usualApiUrl()))
{
}

AppContext::~AppContext()
{
    closeAccount();
}

bool AppContext::prepare(QString *error)
{
    auth::SignInConfig config;
    config.profile = m_options.profile;
    config.clientId = m_options.clientId.value_or(m_settings.value(setting::clientId));
    config.redirectPort = m_options.redirectPort.value_or(
        static_cast<quint16>(qBound(0, m_settings.value(setting::redirectPort), 65535)));
    if (m_options.accountsUrl)
        config.accountsUrl = *m_options.accountsUrl;
    if (m_options.demo) {
        demo::StandInOptions standIn;
        standIn.port = m_options.demoPort;
        m_standIn = std::make_unique<demo::StandIn>(standIn);
        if (!m_standIn->start(error))
            return false;
        config.clientId = m_standIn->clientId();
        config.redirectPort = 0;
        config.accountsUrl = m_standIn->accountsUrl();
        m_apiUrl = m_standIn->apiUrl();
        m_tokens = std::make_unique<auth::MemoryTokenStore>();
        m_dialects = std::make_unique<web::DialectMemoryInRam>();
    } else {
        m_tokens = std::make_unique<auth::KeychainTokenStore>();
        m_dialects = std::make_unique<DialectsInSettings>(m_settings);
    }
    m_session = std::make_unique<auth::Session>(config, *m_tokens, m_network,
                                                [this](const QUrl &url) { return openBrowser(url); });
    connect(m_session.get(), &auth::Session::stateChanged, this, [this] {
        switch (m_session->state()) {
        case auth::Session::State::SignedIn:
            openAccount();
            break;
        case auth::Session::State::SignedOut:
            closeAccount();
            if (m_options.demo && !m_demoSignedIn) {
                m_demoSignedIn = true;
                m_session->signIn();
            }
            break;
        case auth::Session::State::Starting:
        case auth::Session::State::SigningIn:
            break;
        }
    });
    connect(m_session.get(), &auth::Session::accountDataToBeRemoved, this, [this] {
        if (m_services) {
            m_services->store.removeEverything(this, [](const Result<Nothing> &) {});
            m_services->tracks.removeEverything(this, [](const Result<Nothing> &) {});
        }
        closeAccount();
        m_settings.forgetAccount();
        m_imageNetwork.clearAccessCache();
    });
    return true;
}

void AppContext::start()
{
    m_session->start();
}

std::optional<Account> AppContext::account() const
{
    if (!m_services)
        return std::nullopt;
    return Account{.api = m_services->api,
                   .library = m_services->library,
                   .artwork = m_services->artwork,
                   .isDemo = m_options.demo,
                   .store = &m_services->store,
                   .catalogue = &m_services->catalogue,
                   .shelf = &m_services->shelf,
                   .listening = &m_services->listening,
                   .people = &m_services->people,
                   .permissions = &m_services->permissions,
                   .index = &m_services->index};
}

QByteArray AppContext::demoDescription() const
{
    if (!m_standIn)
        return {};
    const QJsonObject description{{QStringLiteral("apiUrl"), m_standIn->apiUrl().toString()},
                                  {QStringLiteral("accountsUrl"), m_standIn->accountsUrl().toString()},
                                  {QStringLiteral("controlUrl"), m_standIn->controlUrl().toString()},
                                  {QStringLiteral("clientId"), m_standIn->clientId()}};
    return QJsonDocument(description).toJson(QJsonDocument::Compact);
}

void AppContext::openAccount()
{
    if (m_services) {
        // Signing in again while signed in (to grant more) keeps the account, unless the browser was somebody else's.
        m_services->owner.look();
        return;
    }
    m_services = std::make_unique<Services>(storePath(), m_apiUrl, *m_session, m_network, m_imageNetwork, *m_dialects);
    connect(
        &m_services->owner, &OwnerWatch::ownerChanged, this,
        [this] {
            closeAccount();
            openAccount();
        },
        Qt::QueuedConnection); // not from within what is about to go
    Q_EMIT accountOpened();
}

/// One file for each profile, app and service. An entry of another user's playlist does no harm in it: it is only
/// offered to who may edit the playlist.
QString AppContext::storePath()
{
    if (m_options.demo) {
        if (!m_demoFolder)
            m_demoFolder = std::make_unique<QTemporaryDir>();
        return m_demoFolder->filePath(QStringLiteral("demo.sqlite"));
    }
    const QByteArray account =
        QStringLiteral("%1\n%2\n%3").arg(m_options.profile, m_session->config().clientId, m_apiUrl.toString()).toUtf8();
    const QByteArray name = QCryptographicHash::hash(account, QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/account-%1.sqlite").arg(QString::fromLatin1(name));
}

void AppContext::closeAccount()
{
    if (!m_services)
        return;
    Q_EMIT accountClosing();
    m_services.reset();
}

bool AppContext::openBrowser(const QUrl &url)
{
    if (!m_options.demo)
        return openQuietly(url);
    // What a browser would do with a page that consents by itself: follow the redirect to our own listener.
    QNetworkReply *reply = m_imageNetwork.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    return true;
}

} // namespace segue::ui
