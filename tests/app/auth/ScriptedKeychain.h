// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/Keychain.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace segue::test
{

/// What a ScriptedKeychain does, and what it was asked. Outlives the keychain, so that answers may come after it.
struct KeychainScript {
    using Outcome = auth::Keychain::Outcome;

    struct Call {
        std::function<void()> carryOut; ///< reads or changes the entry, and answers with what came of it
        std::function<void()> fail;     ///< answers with `failure`, and leaves the entry as it is
    };

    QHash<QString, QByteArray> entries;
    bool answersAtOnce = true;       ///< inside the call; false: calls wait in `held` for the test
    Outcome failure = Outcome::Done; ///< what calls end with when they are answered; Done: they succeed
    QString detail;                  ///< goes with `failure`
    QStringList log;                 ///< "read key", "write key", "remove key": as they came in
    std::vector<Call> held;          ///< in the order in which they came in; stay here when they were answered

    /// Carries out what is held, and what comes in because of that.
    void carryOutAll();
};

/// A keychain with a will of its own: it promises no order, and answers when the test says so, if ever.
class ScriptedKeychain : public auth::Keychain
{
public:
    explicit ScriptedKeychain(std::shared_ptr<KeychainScript> script) : m_script(std::move(script)) {}

    void read(const QString &key, Answer answer) override;
    void write(const QString &key, const QByteArray &secret, Answer answer) override;
    void remove(const QString &key, Answer answer) override;

private:
    void take(const QString &what, const Answer &answer, const std::function<void()> &carryOut);

    const std::shared_ptr<KeychainScript> m_script;
};

} // namespace segue::test
