// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace segue::bench
{

/// The stand-in as a process of its own, so that its time and memory are not the program's.
class BenchService
{
public:
    /// Starts `segue-standin` from this program's folder; ends the program with a message when that fails.
    BenchService(int latencyMs, int items);
    ~BenchService();
    Q_DISABLE_COPY_MOVE(BenchService)

    [[nodiscard]] QUrl apiUrl() const { return m_api; }
    /// A call to the control interface; waits for the answer. An array comes under "list".
    QJsonObject control(const QByteArray &method, const QString &path, const QJsonObject &body = {}) const;

private:
    QProcess m_process;
    QUrl m_api;
    QUrl m_control;
};

/// A token that is there from the start.
class FixedToken : public auth::AccessTokenSource
{
    Q_OBJECT

public:
    explicit FixedToken(QByteArray token) : m_token(std::move(token)) {}
    void requestToken(QObject *context, Done<auth::AccessToken> done) override;
    void reportRejected(const auth::AccessToken &) override {}

private:
    const QByteArray m_token;
};

/// Resident memory of this process in KiB that belongs to it alone (anonymous pages).
[[nodiscard]] qint64 privateMemoryKiB();

} // namespace segue::bench
