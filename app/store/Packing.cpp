// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Packing.h"

#include <QByteArrayView>
#include <QCryptographicHash>

namespace segue::store
{

namespace
{

// Item ids are as good as random: a higher level takes far longer and saves next to nothing.
constexpr int level = 1;
constexpr qsizetype checksumSize = 8;

QByteArray checksum(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(bytes);
    return hash.result().left(checksumSize);
}

} // namespace

QByteArray packed(const QByteArray &bytes)
{
    const QByteArray body = qCompress(bytes, level);
    return checksum(body).append(body);
}

std::optional<QByteArray> unpacked(const QByteArray &bytes)
{
    // Before anything else: given damaged bytes, qUncompress asks for gigabytes before it gives up.
    const QByteArray body = bytes.mid(checksumSize);
    if (body.isEmpty() || checksum(body) != bytes.left(checksumSize))
        return std::nullopt;
    QByteArray result = qUncompress(body);
    if (result.isEmpty())
        return std::nullopt; // every format has a first byte
    return result;
}

} // namespace segue::store
