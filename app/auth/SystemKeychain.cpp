// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/SystemKeychain.h"

#include <qt6keychain/keychain.h>

namespace segue::auth
{

namespace
{
Keychain::Outcome outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return Keychain::Outcome::Done;
    case QKeychain::EntryNotFound:
        return Keychain::Outcome::NoEntry;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Keychain::Outcome::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Keychain::Outcome::NoKeychain;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return Keychain::Outcome::Failed;
    }
    return Keychain::Outcome::Failed;
}

// A job is never deleted by us: some back ends keep a pointer to it until the system has answered. It deletes itself.
void start(QKeychain::Job *job, const QString &key, std::function<void(QKeychain::Job &)> finished)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [finished = std::move(finished)](QKeychain::Job *done) { finished(*done); });
    job->start();
}
} // namespace

void SystemKeychain::read(const QString &key, Answer answer)
{
    start(new QKeychain::ReadPasswordJob(m_service), key, [answer = std::move(answer)](QKeychain::Job &job) {
        const auto &reading = static_cast<const QKeychain::ReadPasswordJob &>(job);
        answer(outcomeOf(job), reading.textData().toUtf8(), job.errorString());
    });
}

void SystemKeychain::write(const QString &key, const QByteArray &secret, Answer answer)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(QString::fromUtf8(secret));
    start(job, key,
          [answer = std::move(answer)](QKeychain::Job &done) { answer(outcomeOf(done), {}, done.errorString()); });
}

void SystemKeychain::remove(const QString &key, Answer answer)
{
    start(new QKeychain::DeletePasswordJob(m_service), key,
          [answer = std::move(answer)](QKeychain::Job &done) { answer(outcomeOf(done), {}, done.errorString()); });
}

} // namespace segue::auth
