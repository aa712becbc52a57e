// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace segue::web
{

/// The body of a write, readable one single time.
///
/// QNetworkAccessManager sends a request again by itself, up to three times and whatever its method, when the
/// server closes the connection before the first byte of an answer (QHttpNetworkConnectionChannel::_q_error
/// and handleUnexpectedEOF). For a write that may mean doing it twice. Before each such repetition it rewinds
/// the upload device, and gives up with ContentReSendError when that fails: no attribute switches the
/// repetition off, but a device that cannot be rewound does. An empty body needs this as well, because a
/// request without a device is repeated unasked.
class UploadOnce : public QIODevice
{
    Q_OBJECT

public:
    explicit UploadOnce(QByteArray data, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return false; } // else Qt keeps a copy it can rewind
    [[nodiscard]] qint64 size() const override { return m_data.size(); }
    bool seek(qint64 pos) override;
    bool reset() override;

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    [[nodiscard]] bool mayHaveLeft() const;

    QByteArray m_data;
    qint64 m_next = 0;
};

} // namespace segue::web
