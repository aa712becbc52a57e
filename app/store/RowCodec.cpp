// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/RowCodec.h"

#include <QDataStream>
#include <QHash>
#include <QStringList>
#include <QStringView>
#include <QTimeZone>

#include <algorithm>
#include <vector>

namespace segue::store
{

namespace
{

constexpr quint8 formatNumber = 1;
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_0;
constexpr qsizetype idLength = 22;

// What a row's first byte tells.
constexpr quint8 textUri = 0;
constexpr quint8 trackUri = 1;
constexpr quint8 episodeUri = 2;
constexpr quint8 uriMask = 0x0f;
constexpr quint8 undated = 0x80;

constexpr QLatin1StringView trackPrefix("spotify:track:");
constexpr QLatin1StringView episodePrefix("spotify:episode:");

bool isId(QStringView text)
{
    return text.size() == idLength && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
           });
}

quint8 kindOf(const QString &uri)
{
    const QStringView view(uri);
    if (view.startsWith(trackPrefix) && isId(view.mid(trackPrefix.size())))
        return trackUri;
    if (view.startsWith(episodePrefix) && isId(view.mid(episodePrefix.size())))
        return episodeUri;
    return textUri;
}

/// The user ids, each once, and which of them each row has.
class Adders
{
public:
    quint32 indexOf(const QString &name)
    {
        const auto found = m_indexes.constFind(name);
        if (found != m_indexes.cend())
            return *found;
        m_names.append(name);
        return *m_indexes.insert(name, static_cast<quint32>(m_names.size() - 1));
    }
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
    QHash<QString, quint32> m_indexes;
};

/// Reads what encodeRows wrote. Every loop ends at the first failure of the stream, so that damaged numbers cost
/// nothing.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_size(bytes.size()), m_in(bytes) { m_in.setVersion(streamVersion); }

    std::optional<ListRows> read()
    {
        quint8 format = 0;
        quint32 count = 0;
        m_in >> format >> count;
        if (format != formatNumber || count > m_size) // each row takes more than one byte
            return std::nullopt;
        m_rows.resize(count);
        QByteArray flags(count, '\0');
        m_in.readRawData(flags.data(), static_cast<int>(count));
        if (!readUris(flags) || !readDates(flags) || !readAdders() || m_in.status() != QDataStream::Ok)
            return std::nullopt;
        return std::move(m_rows);
    }

private:
    bool readUris(const QByteArray &flags)
    {
        char id[idLength];
        for (qsizetype i = 0; i < m_rows.size() && m_in.status() == QDataStream::Ok; ++i) {
            const quint8 kind = static_cast<quint8>(flags.at(i)) & uriMask;
            if (kind == textUri) {
                m_in >> m_rows[i].uri;
            } else if (kind == trackUri || kind == episodeUri) {
                if (m_in.readRawData(id, idLength) != idLength)
                    return false;
                m_rows[i].uri = (kind == trackUri ? trackPrefix : episodePrefix) + QString::fromLatin1(id, idLength);
            } else {
                return false;
            }
        }
        return true;
    }

    bool readDates(const QByteArray &flags)
    {
        quint64 unit = 1;
        quint64 date = 0;
        m_in >> unit;
        for (qsizetype i = 0; i < m_rows.size() && m_in.status() == QDataStream::Ok; ++i) {
            if (static_cast<quint8>(flags.at(i)) & undated)
                continue;
            quint64 step = 0;
            m_in >> step;
            date += step;
            m_rows[i].addedAt = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(date * unit), QTimeZone::utc());
        }
        return true;
    }

    bool readAdders()
    {
        quint32 count = 0;
        m_in >> count;
        QStringList names;
        for (quint32 i = 0; i < count && m_in.status() == QDataStream::Ok; ++i) {
            QString name;
            m_in >> name;
            names.append(name);
        }
        for (qsizetype i = 0; i < m_rows.size() && m_in.status() == QDataStream::Ok; ++i) {
            quint32 index = 0;
            m_in >> index;
            if (index >= names.size())
                return false;
            m_rows[i].addedBy = names.at(index);
        }
        return true;
    }

    qsizetype m_size;
    QDataStream m_in;
    ListRows m_rows;
};

} // namespace

QByteArray encodeRows(std::span<const ListRow> rows)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(rows.size()) * 40 + 64);
    QDataStream out(&bytes, QDataStream::WriteOnly);
    out.setVersion(streamVersion);
    out << formatNumber << static_cast<quint32>(rows.size());

    QByteArray flags;
    std::vector<qint64> dates;
    bool wholeSeconds = true;
    for (const ListRow &row : rows) {
        const bool dated = row.addedAt.isValid();
        flags.append(static_cast<char>(kindOf(row.uri) | (dated ? 0 : undated)));
        if (dated) {
            dates.push_back(row.addedAt.toMSecsSinceEpoch());
            wholeSeconds = wholeSeconds && dates.back() % 1000 == 0;
        }
    }
    out.writeRawData(flags.constData(), static_cast<int>(flags.size()));

    qsizetype at = 0;
    for (const ListRow &row : rows) {
        if ((static_cast<quint8>(flags.at(at++)) & uriMask) == textUri)
            out << row.uri;
        else
            out.writeRawData(QStringView(row.uri).right(idLength).toLatin1().constData(), idLength);
    }

    // Spotify tells whole seconds, and neighbours were often added together: small numbers, which pack well.
    const qint64 unit = wholeSeconds ? 1000 : 1;
    out << static_cast<quint64>(unit);
    quint64 before = 0;
    for (const qint64 date : dates) {
        const auto now = static_cast<quint64>(date / unit);
        out << now - before;
        before = now;
    }

    Adders adders;
    std::vector<quint32> indexes;
    indexes.reserve(rows.size());
    for (const ListRow &row : rows)
        indexes.push_back(adders.indexOf(row.addedBy));
    out << static_cast<quint32>(adders.names().size());
    for (const QString &name : adders.names())
        out << name;
    for (const quint32 index : indexes)
        out << index;
    return bytes;
}

std::optional<ListRows> decodeRows(const QByteArray &bytes)
{
    return Reader(bytes).read();
}

} // namespace segue::store
