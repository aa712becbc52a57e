// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/KeychainTokenStore.h"
#include "app/auth/StoredTokenText.h"
#include "tests/app/auth/ScriptedKeychain.h"

#include <QCoreApplication>
#include <QObject>
#include <QTest>
#include <QTimeZone>

#include <chrono>
#include <memory>
#include <vector>

namespace segue::auth::test
{

using segue::test::KeychainScript;
using segue::test::ScriptedKeychain;

/// What tests of the KeychainTokenStore stand on: a store over a keychain that does as the test says, both new for each
/// test, and calls whose outcomes are collected.
class TokenStoreFixture : public QObject
{
    Q_OBJECT

protected:
    using Found = std::optional<StoredToken>;
    using Outcome = Keychain::Outcome;

    enum class Verb { Read, Write, Remove };

    static constexpr std::chrono::milliseconds never = std::chrono::hours(1);
    static constexpr std::chrono::milliseconds soon{1};

    std::shared_ptr<KeychainScript> m_script;
    std::unique_ptr<KeychainTokenStore> m_store;
    const QString m_key = QStringLiteral("account");

    void makeStore(std::chrono::milliseconds timeout)
    {
        m_store = std::make_unique<KeychainTokenStore>(std::make_unique<ScriptedKeychain>(m_script), timeout);
    }

    static StoredToken token(const QByteArray &refreshToken)
    {
        return StoredToken{.refreshToken = refreshToken,
                           .scopes = {QStringLiteral("playlist-read-private"), QStringLiteral("ugc-image-upload")},
                           .signedInAt = QDateTime(QDate(2025, 2, 3), QTime(4, 5, 6, 789), QTimeZone::utc())};
    }

    /// All outcomes of one call, as they come in.
    template <typename T>
    using Outcomes = std::shared_ptr<std::vector<Result<T>>>;

    template <typename T>
    static std::pair<Outcomes<T>, Done<T>> listen()
    {
        auto outcomes = std::make_shared<std::vector<Result<T>>>();
        return {outcomes, [outcomes](const Result<T> &result) { outcomes->push_back(result); }};
    }

    Outcomes<Found> read(const QString &key, QObject *context)
    {
        const auto [outcomes, done] = listen<Found>();
        m_store->read(key, context, done);
        return outcomes;
    }
    Outcomes<Found> read() { return read(m_key, this); }

    Outcomes<Nothing> write(const QByteArray &refreshToken, QObject *context)
    {
        const auto [outcomes, done] = listen<Nothing>();
        m_store->write(m_key, token(refreshToken), context, done);
        return outcomes;
    }
    Outcomes<Nothing> write(const QByteArray &refreshToken) { return write(refreshToken, this); }

    Outcomes<Nothing> remove()
    {
        const auto [outcomes, done] = listen<Nothing>();
        m_store->remove(m_key, this, done);
        return outcomes;
    }

    /// The outcome of any of the three, without what a read has found.
    Outcomes<Nothing> call(Verb verb, QObject *context)
    {
        const auto [outcomes, done] = listen<Nothing>();
        switch (verb) {
        case Verb::Read:
            m_store->read(m_key, context, [done = done](const Result<Found> &result) {
                done(result.map([](const Found &) { return Nothing{}; }));
            });
            break;
        case Verb::Write:
            m_store->write(m_key, token("written"), context, done);
            break;
        case Verb::Remove:
            m_store->remove(m_key, context, done);
            break;
        }
        return outcomes;
    }

    static void verbs()
    {
        QTest::addColumn<int>("verb");
        QTest::newRow("read") << static_cast<int>(Verb::Read);
        QTest::newRow("write") << static_cast<int>(Verb::Write);
        QTest::newRow("remove") << static_cast<int>(Verb::Remove);
    }

    /// Whatever was queued until now has been delivered then, so what did not happen will not happen either.
    static void deliverEverything() { QCoreApplication::processEvents(); }

    QByteArray storedRefreshToken() const
    {
        const Found found = fromKeychainText(m_script->entries.value(m_key));
        return found ? found->refreshToken : QByteArray();
    }

protected Q_SLOTS:
    void init()
    {
        m_script = std::make_shared<KeychainScript>();
        makeStore(never);
    }
    void cleanup()
    {
        m_store.reset();
        m_script.reset();
    }
};

} // namespace segue::auth::test
