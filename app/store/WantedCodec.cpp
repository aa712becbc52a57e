// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/WantedCodec.h"

#include "app/store/EntryStream.h"
#include "app/web/TextPool.h"

#include <QDataStream>

#include <limits>

namespace segue::store
{

namespace
{

constexpr quint8 formatNumber = 1;
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_0;
/// A step from one server index to the next is never this large; it stands for a row that is to be added.
constexpr qint32 addedMark = std::numeric_limits<qint32>::min();

} // namespace

QByteArray encodeWanted(const QList<WantedRow> &rows)
{
    QByteArray bytes;
    QDataStream out(&bytes, QDataStream::WriteOnly);
    out.setVersion(streamVersion);
    out << formatNumber << static_cast<quint32>(rows.size());
    qint32 before = -1;
    for (const WantedRow &row : rows) {
        if (row.serverIndex < 0) {
            out << addedMark;
        } else {
            out << row.serverIndex - before; // mostly 1: packs to nothing
            before = row.serverIndex;
        }
    }
    for (const WantedRow &row : rows) {
        if (row.serverIndex < 0)
            writeEntry(out, row.added);
    }
    return bytes;
}

std::optional<QList<WantedRow>> decodeWanted(const QByteArray &bytes, qsizetype serverSize)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    quint8 format = 0;
    quint32 count = 0;
    in >> format >> count;
    if (format != formatNumber || count > bytes.size() / sizeof(qint32))
        return std::nullopt;

    QList<WantedRow> rows(count);
    qint64 index = -1;
    for (WantedRow &row : rows) {
        qint32 step = 0;
        in >> step;
        if (step == addedMark)
            continue;
        index += step;
        if (index < 0 || index >= serverSize)
            return std::nullopt;
        row.serverIndex = static_cast<int>(index);
    }
    web::TextPool texts;
    for (WantedRow &row : rows) {
        if (row.serverIndex < 0 && in.status() == QDataStream::Ok)
            row.added = readEntry(in, texts);
    }
    if (in.status() != QDataStream::Ok)
        return std::nullopt;
    return rows;
}

QByteArray encodePositions(const QList<int> &positions)
{
    QList<WantedRow> rows;
    rows.reserve(positions.size());
    for (const int position : positions)
        rows.append(WantedRow{.serverIndex = position, .added = {}});
    return encodeWanted(rows);
}

std::optional<QList<int>> decodePositions(const QByteArray &bytes, qsizetype size)
{
    const std::optional<QList<WantedRow>> rows = decodeWanted(bytes, size);
    if (!rows)
        return std::nullopt;
    QList<int> positions;
    positions.reserve(rows->size());
    for (const WantedRow &row : *rows) {
        if (row.serverIndex <= (positions.isEmpty() ? -1 : positions.constLast()))
            return std::nullopt;
        positions.append(row.serverIndex);
    }
    return positions;
}

} // namespace segue::store
