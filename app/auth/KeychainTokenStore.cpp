// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/KeychainTokenStore.h"

#include "app/auth/StoredTokenText.h"
#include "app/auth/SystemKeychain.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

namespace segue::auth
{

namespace
{
Unexpected failed(Keychain::Outcome outcome, const QString &detail)
{
    Error error{.kind = ErrorKind::Local, .detail = detail};
    switch (outcome) {
    case Keychain::Outcome::Denied:
        error.userText = QCoreApplication::translate("segue::auth", "The keychain is locked, or refused access.");
        break;
    case Keychain::Outcome::NoKeychain:
        error.userText =
            QCoreApplication::translate("segue::auth", "There is no keychain on this system that Segue can use.");
        break;
    case Keychain::Outcome::Done:
    case Keychain::Outcome::NoEntry:
    case Keychain::Outcome::Failed:
        error.userText =
            QCoreApplication::translate("segue::auth", "This system has no keychain, or it does not work.");
        break;
    }
    return Unexpected(error);
}

Result<std::optional<StoredToken>> readOutcome(Keychain::Outcome outcome, const QByteArray &secret,
                                               const QString &detail)
{
    if (outcome == Keychain::Outcome::NoEntry)
        return std::nullopt;
    if (outcome != Keychain::Outcome::Done)
        return failed(outcome, detail);
    if (const std::optional<StoredToken> token = fromKeychainText(secret))
        return token;
    return Unexpected(Error{.kind = ErrorKind::Local,
                            .userText = QCoreApplication::translate(
                                "segue::auth", "Segue’s entry in the keychain is damaged, or from a newer version.")});
}

/// One call that is under way. Whoever comes first, the keychain or the timeout, settles it; the other finds it
/// settled.
template <typename T>
class Pending : public std::enable_shared_from_this<Pending<T>>
{
public:
    Pending(QObject *context, Done<T> done) : m_context(context), m_done(std::move(done)) {}

    void startTimeout(std::chrono::milliseconds timeout)
    {
        QTimer::singleShot(timeout, m_context, [self = this->shared_from_this()] {
            self->settle(Unexpected(
                Error{.kind = ErrorKind::Timeout,
                      .userText = QCoreApplication::translate("segue::auth", "The keychain did not answer in time.")}));
        });
    }

    /// Keychains may answer at once, or after everybody has gone.
    void settleSoon(const Result<T> &result)
    {
        if (!m_context)
            return;
        QMetaObject::invokeMethod(
            m_context, [self = this->shared_from_this(), result] { self->settle(result); }, Qt::QueuedConnection);
    }

private:
    void settle(const Result<T> &result)
    {
        if (const Done<T> done = std::exchange(m_done, nullptr))
            done(result);
    }

    QPointer<QObject> m_context;
    Done<T> m_done;
};

template <typename T>
std::shared_ptr<Pending<T>> begin(QObject *context, Done<T> done, std::chrono::milliseconds timeout)
{
    auto pending = std::make_shared<Pending<T>>(context, std::move(done));
    pending->startTimeout(timeout);
    return pending;
}
} // namespace

KeychainTokenStore::KeychainTokenStore(std::chrono::milliseconds timeout)
    : KeychainTokenStore(std::make_unique<SystemKeychain>(QStringLiteral("Segue")), timeout)
{
}

KeychainTokenStore::KeychainTokenStore(std::unique_ptr<Keychain> keychain, std::chrono::milliseconds timeout)
    : m_keychain(std::move(keychain)), m_timeout(timeout)
{
}

KeychainTokenStore::~KeychainTokenStore() = default;

void KeychainTokenStore::read(const QString &key, QObject *context, Done<std::optional<StoredToken>> done)
{
    const auto pending = begin(context, std::move(done), m_timeout);
    m_queue.run(key, [this, key, pending](const KeyedQueue::End &end) {
        m_keychain->read(key,
                         [pending, end](Keychain::Outcome outcome, const QByteArray &secret, const QString &detail) {
                             pending->settleSoon(readOutcome(outcome, secret, detail));
                             end();
                         });
    });
}

void KeychainTokenStore::write(const QString &key, const StoredToken &token, QObject *context, Done<Nothing> done)
{
    const auto pending = begin(context, std::move(done), m_timeout);
    m_queue.run(key, [this, key, token, pending](const KeyedQueue::End &end) {
        m_keychain->write(key, toKeychainText(token),
                          [pending, end](Keychain::Outcome outcome, const QByteArray &, const QString &detail) {
                              pending->settleSoon(outcome == Keychain::Outcome::Done ? Result<Nothing>()
                                                                                     : failed(outcome, detail));
                              end();
                          });
    });
}

void KeychainTokenStore::remove(const QString &key, QObject *context, Done<Nothing> done)
{
    const auto pending = begin(context, std::move(done), m_timeout);
    m_queue.run(key, [this, key, pending](const KeyedQueue::End &end) {
        m_keychain->remove(key, [pending, end](Keychain::Outcome outcome, const QByteArray &, const QString &detail) {
            const bool gone = outcome == Keychain::Outcome::Done || outcome == Keychain::Outcome::NoEntry;
            pending->settleSoon(gone ? Result<Nothing>() : failed(outcome, detail));
            end();
        });
    });
}

} // namespace segue::auth
