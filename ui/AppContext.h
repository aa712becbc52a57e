// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Account.h"
#include "ui/Options.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace segue::auth
{
class Session;
class TokenStore;
} // namespace segue::auth
namespace segue::demo
{
class StandIn;
}
namespace segue::web
{
class ApiClient;
class DialectMemory;
class ImageLoader;
} // namespace segue::web

namespace segue::ui
{

class Settings;

/// Puts the services together: session, and while somebody is signed in, the account's. The one place that knows how
/// they depend on each other. GUI thread.
class AppContext : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive this.
    AppContext(const Options &options, Settings &settings, QObject *parent = nullptr);
    ~AppContext() override;

    /// With --demo, starts the stand-in; false with the reason when that is not possible.
    [[nodiscard]] bool prepare(QString *error);
    /// Looks for the sign-in; with --demo, signs in by itself.
    void start();

    [[nodiscard]] bool isDemo() const { return m_options.demo; }
    [[nodiscard]] auth::Session &session() { return *m_session; }
    /// Nothing while nobody is signed in.
    [[nodiscard]] std::optional<Account> account() const;
    /// The stand-in's addresses as one line of JSON; empty without --demo.
    [[nodiscard]] QByteArray demoDescription() const;

Q_SIGNALS:
    void accountOpened();
    /// Let go of everything that came from account(): it is destroyed when this returns.
    void accountClosing();

private:
    struct Services;

    void openAccount();
    [[nodiscard]] QString storePath();
    void closeAccount();
    bool openBrowser(const QUrl &url);

    Options m_options;
    Settings &m_settings;
    QUrl m_apiUrl;
    // In the order of their dependence: the last one goes first.
    std::unique_ptr<demo::StandIn> m_standIn;
    QNetworkAccessManager m_network;
    QNetworkAccessManager m_imageNetwork; ///< image hosts never share a connection, a cookie or a token with the API
    std::unique_ptr<auth::TokenStore> m_tokens;
    std::unique_ptr<web::DialectMemory> m_dialects;
    std::unique_ptr<auth::Session> m_session;
    std::unique_ptr<QTemporaryDir> m_demoFolder; ///< what the demo keeps, for as long as it runs
    std::unique_ptr<Services> m_services;
    bool m_demoSignedIn = false;
};

} // namespace segue::ui
