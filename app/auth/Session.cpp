// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Session.h"

#include "app/auth/EndpointUrl.h"
#include "app/auth/SecretLogs.h"
#include "app/auth/SignInAttempt.h"
#include "app/auth/TokenKeeper.h"

#include <QLoggingCategory>

namespace segue::auth
{

Q_LOGGING_CATEGORY(lcAuth, "segue.auth")

namespace
{
SignInConfig normalized(SignInConfig config)
{
    config.accountsUrl = checkedEndpoint(config.accountsUrl).value_or(config.accountsUrl);
    return config;
}
} // namespace

class Session::Private
{
public:
    Private(Session &session, TokenStore &tokenStore, QNetworkAccessManager &manager, BrowserOpener opener,
            SessionTimes waitingTimes)
        : q(session), store(tokenStore), network(manager), openBrowser(std::move(opener)),
          times(std::move(waitingTimes))
    {
    }

    void makeKeeper();
    void setState(State state);
    void leaveSigningIn();
    void takeStored(const Result<std::optional<StoredToken>> &found);
    void takeSignIn(const Result<TokenAnswer> &outcome);
    void takeLoss(const Error &error);
    void removeFromStore();
    void setStorageProblem(const QString &problem, bool tokenNotStored);
    [[nodiscard]] QString key() const { return q.m_config.storageKey(); }

    Session &q;
    TokenStore &store;
    QNetworkAccessManager &network;
    const BrowserOpener openBrowser;
    const SessionTimes times;
    std::unique_ptr<TokenKeeper> keeper;
    std::unique_ptr<SignInAttempt> attempt;
    std::unique_ptr<QObject> lookUp; ///< lives while the store is being read; without it a late outcome finds nobody
    bool tokenNotStored = false;
};

void Session::Private::makeKeeper()
{
    keeper = std::make_unique<TokenKeeper>(q.m_config, store, network, times);
    connect(keeper.get(), &TokenKeeper::refreshed, &q, [this](const std::optional<Error> &error) {
        if (error)
            qCWarning(lcAuth) << "refresh failed:" << static_cast<int>(error->kind) << error->httpStatus
                              << error->detail;
        q.m_lastError = error;
    });
    connect(keeper.get(), &TokenKeeper::written, &q, [this](const std::optional<Error> &error) {
        if (!error) {
            setStorageProblem({}, false);
            return;
        }
        qCWarning(lcAuth) << "the sign-in could not be stored:" << error->detail;
        //: %1 is a sentence that says why
        setStorageProblem(tr("%1 You stay signed in only until Segue is closed.").arg(error->userText), true);
    });
    connect(keeper.get(), &TokenKeeper::lost, &q, [this](const Error &error) { takeLoss(error); });
}

void Session::Private::setState(State state)
{
    if (q.m_state == state)
        return;
    q.m_state = state;
    Q_EMIT q.stateChanged();
}

void Session::Private::leaveSigningIn()
{
    setState(keeper->account() == TokenKeeper::Account::Held ? State::SignedIn : State::SignedOut);
}

void Session::Private::takeStored(const Result<std::optional<StoredToken>> &found)
{
    lookUp.release()->deleteLater(); // this is its slot
    QString problem;
    if (!found) {
        qCWarning(lcAuth) << "the store could not be read:" << found.error().detail;
        //: %1 is a sentence that says why
        problem = tr("%1 Segue does not know whether you were signed in.").arg(found.error().userText);
    }
    const bool problemChanged = problem != q.m_storageProblem;
    q.m_storageProblem = problem;
    tokenNotStored = false;

    const bool hasToken = found && *found;
    if (hasToken)
        keeper->adopt(**found);
    else
        keeper->forget();
    const QPointer<Session> self(&q);
    setState(hasToken ? State::SignedIn : State::SignedOut);
    if (self && problemChanged)
        Q_EMIT q.storageProblemChanged();
}

void Session::Private::takeSignIn(const Result<TokenAnswer> &outcome)
{
    attempt.release()->deleteLater(); // this is its slot
    if (outcome) {
        q.m_lastError.reset();
        keeper->accept(*outcome, times.clock());
        setState(State::SignedIn);
        return;
    }
    const Error error = outcome.error();
    qCWarning(lcAuth) << "sign-in failed:" << static_cast<int>(error.kind) << error.httpStatus << error.detail;
    q.m_lastError = error;
    const QPointer<Session> self(&q);
    leaveSigningIn();
    if (self)
        Q_EMIT q.signInFailed(error);
}

void Session::Private::takeLoss(const Error &error)
{
    qCWarning(lcAuth) << "the service ended the sign-in";
    q.m_lastError = error;
    removeFromStore();
    const QPointer<Session> self(&q);
    if (q.m_state != State::SigningIn) // a new sign-in is already under way: it goes on
        setState(State::SignedOut);
    if (self)
        Q_EMIT q.signedOutByService(error);
}

void Session::Private::removeFromStore()
{
    store.remove(key(), &q, [this](const Result<Nothing> &outcome) {
        if (outcome) {
            if (!tokenNotStored)
                setStorageProblem({}, false);
            return;
        }
        qCWarning(lcAuth) << "the sign-in could not be removed from the store:" << outcome.error().detail;
        //: %1 is a sentence that says why; “Segue” is the name of the entry
        setStorageProblem(tr("%1 The sign-in may still be in there: please delete the entry “Segue” yourself.")
                              .arg(outcome.error().userText),
                          tokenNotStored);
    });
}

void Session::Private::setStorageProblem(const QString &problem, bool notStored)
{
    if (q.m_storageProblem == problem && tokenNotStored == notStored)
        return;
    q.m_storageProblem = problem;
    tokenNotStored = notStored;
    Q_EMIT q.storageProblemChanged();
}

Session::Session(SignInConfig config, TokenStore &store, QNetworkAccessManager &network, BrowserOpener openBrowser,
                 QObject *parent)
    : Session(std::move(config), store, network, std::move(openBrowser), SessionTimes{}, parent)
{
}

Session::Session(SignInConfig config, TokenStore &store, QNetworkAccessManager &network, BrowserOpener openBrowser,
                 SessionTimes times, QObject *parent)
    : AccessTokenSource(parent), m_config(normalized(std::move(config))),
      d(std::make_unique<Private>(*this, store, network, std::move(openBrowser), std::move(times)))
{
    silenceSecretLogs();
    d->makeKeeper();
}

Session::~Session() = default;

void Session::setConfig(const SignInConfig &config)
{
    d->lookUp.reset();
    d->attempt.reset();
    d->keeper->forget(); // tells those who wait
    m_config = normalized(config);
    d->makeKeeper();
    m_lastError.reset();
    const QPointer<Session> self(this);
    d->setStorageProblem({}, false);
    if (self)
        d->setState(State::SignedOut);
    if (self)
        start();
}

void Session::start()
{
    if (m_state != State::SignedOut || m_config.problem())
        return;
    d->keeper->expectAccount();
    d->lookUp = std::make_unique<QObject>();
    d->store.read(d->key(), d->lookUp.get(),
                  [this](const Result<std::optional<StoredToken>> &found) { d->takeStored(found); });
    d->setState(State::Starting);
}

void Session::signIn(const QStringList &moreScopes)
{
    if (m_state == State::Starting || m_state == State::SigningIn)
        return;
    const auto fail = [this](const Error &error) {
        m_lastError = error;
        Q_EMIT signInFailed(error);
    };
    if (const std::optional<Error> problem = m_config.problem()) {
        fail(*problem);
        return;
    }
    SignInConfig config = m_config;
    config.scopes += grantedScopes() + moreScopes;
    config.scopes.removeDuplicates();
    auto attempt = std::make_unique<SignInAttempt>(config, d->network, d->times);
    if (const Result<Nothing> begun = attempt->begin(); !begun) {
        fail(begun.error());
        return;
    }
    d->attempt = std::move(attempt);
    d->attempt->onOutcome = [this](const Result<TokenAnswer> &outcome) { d->takeSignIn(outcome); };
    // Once a sign-in: a page that keeps knocking must not keep the window busy. Queued, so that the slot may cancel.
    connect(
        d->attempt.get(), &SignInAttempt::foreignAnswerRefused, this,
        [this] {
            qCWarning(lcAuth) << "a request with a wrong state came to the redirect address";
            Q_EMIT foreignAnswerRefused(
                Error{.kind = ErrorKind::NotAllowed,
                      .userText = tr("A page that does not belong to this sign-in tried to finish it. It was refused; "
                                     "Segue still waits for Spotify's answer.")});
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    const QUrl address = d->attempt->authorizeUrl();
    const QPointer<Session> self(this);
    d->setState(State::SigningIn);
    if (!self || !d->attempt || d->attempt->authorizeUrl() != address)
        return;                                       // cancelled by whoever heard of it
    const BrowserOpener openBrowser = d->openBrowser; // it may be the end of this session
    if (openBrowser && openBrowser(address))
        return;
    if (self && m_state == State::SigningIn)
        Q_EMIT browserNotOpened();
}

void Session::cancelSignIn()
{
    if (m_state != State::SigningIn)
        return;
    d->attempt.reset();
    d->leaveSigningIn();
}

void Session::disconnectAccount()
{
    const QPointer<Session> self(this);
    Q_EMIT accountDataToBeRemoved();
    if (!self)
        return;
    d->lookUp.reset();
    d->attempt.reset();
    d->keeper->forget();
    m_lastError.reset();
    d->tokenNotStored = false;
    d->removeFromStore();
    d->setState(State::SignedOut);
}

QUrl Session::authorizeUrl() const
{
    return d->attempt ? d->attempt->authorizeUrl() : QUrl();
}

std::chrono::milliseconds Session::signInTimeLeft() const
{
    return d->attempt ? d->attempt->timeLeft() : std::chrono::milliseconds(0);
}

bool Session::isTokenOnlyInMemory() const
{
    return d->keeper->account() == TokenKeeper::Account::Held && (d->tokenNotStored || !d->store.isPersistent());
}

QStringList Session::grantedScopes() const
{
    return d->keeper->token().scopes;
}

void Session::requestToken(QObject *context, Done<AccessToken> done)
{
    d->keeper->requestToken(context, std::move(done));
}

void Session::reportRejected(const AccessToken &token)
{
    d->keeper->reportRejected(token);
}

} // namespace segue::auth
