// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/UploadOnce.h"

#include <cstring>

namespace segue::web
{

UploadOnce::UploadOnce(QByteArray data, QObject *parent) : QIODevice(parent), m_data(std::move(data))
{
    // Unbuffered, so that QIODevice has nothing of its own to rewind into.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool UploadOnce::mayHaveLeft() const
{
    // A request with a body is incomplete, and so without effect, until the body has been fetched from here.
    // One without a body is complete with its headers, and nothing here tells whether those have left.
    return m_next > 0 || m_data.isEmpty();
}

bool UploadOnce::seek(qint64 pos)
{
    if (pos != m_next && mayHaveLeft())
        return false;
    if (pos < 0 || pos > m_data.size())
        return false;
    m_next = pos;
    return QIODevice::seek(pos);
}

bool UploadOnce::reset()
{
    return !mayHaveLeft() && seek(0);
}

qint64 UploadOnce::readData(char *to, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_data.size() - m_next);
    if (count <= 0)
        return m_next >= m_data.size() ? -1 : 0;
    std::memcpy(to, m_data.constData() + m_next, static_cast<std::size_t>(count));
    m_next += count;
    return count;
}

} // namespace segue::web
