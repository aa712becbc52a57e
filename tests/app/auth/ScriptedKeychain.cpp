// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/auth/ScriptedKeychain.h"

namespace segue::test
{

void KeychainScript::carryOutAll()
{
    for (std::size_t i = 0; i < held.size(); ++i) {
        const Call call = held[i]; // `held` may grow meanwhile
        call.carryOut();
    }
}

void ScriptedKeychain::take(const QString &what, const Answer &answer, const std::function<void()> &carryOut)
{
    m_script->log.append(what);
    // Whatever is held belongs to the script: a shared pointer in there would keep it for ever.
    const auto fail = [script = m_script.get(), answer] { answer(script->failure, {}, script->detail); };
    if (!m_script->answersAtOnce)
        m_script->held.push_back({carryOut, fail});
    else if (m_script->failure == Outcome::Done)
        carryOut();
    else
        fail();
}

void ScriptedKeychain::read(const QString &key, Answer answer)
{
    take(QStringLiteral("read ") + key, answer, [script = m_script.get(), key, answer] {
        if (script->entries.contains(key))
            answer(Outcome::Done, script->entries.value(key), {});
        else
            answer(Outcome::NoEntry, {}, QStringLiteral("no such entry"));
    });
}

void ScriptedKeychain::write(const QString &key, const QByteArray &secret, Answer answer)
{
    take(QStringLiteral("write ") + key, answer, [script = m_script.get(), key, secret, answer] {
        script->entries.insert(key, secret);
        answer(Outcome::Done, {}, {});
    });
}

void ScriptedKeychain::remove(const QString &key, Answer answer)
{
    take(QStringLiteral("remove ") + key, answer, [script = m_script.get(), key, answer] {
        const bool existed = script->entries.remove(key) > 0;
        answer(existed ? Outcome::Done : Outcome::NoEntry, {}, {});
    });
}

} // namespace segue::test
