// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/IndexTables.h"

#include "app/store/Statement.h"
#include "app/store/StoreFailure.h"
#include "app/store/Transaction.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

namespace segue::store
{

namespace
{

constexpr int tablesVersion = 1;
/// "SegI", the file's application_id.
constexpr int indexApplicationId = 0x53656749;

constexpr int stateBits = 2;
constexpr quint32 stateMask = (1U << stateBits) - 1;
constexpr quint32 mostNumbers = 1U << (32 - stateBits);

constexpr quint32 gone = 0; ///< the number of entries without a URI; SQLite's own begin with 1

quint32 cellOf(quint32 number, EntryState state)
{
    return number << stateBits | static_cast<quint32>(state);
}

quint32 numberOf(quint32 cell)
{
    return cell >> stateBits;
}

EntryState stateOf(quint32 cell)
{
    return static_cast<EntryState>(cell & stateMask);
}

const QLatin1StringView usualPrefix("spotify:track:");

/// Nearly all are tracks, whose prefix would be a third of the file.
QByteArray keyOf(const QString &uri)
{
    const bool isUsual = uri.startsWith(usualPrefix) && uri.mid(usualPrefix.size(), 1) != QLatin1StringView(":");
    return isUsual ? uri.mid(usualPrefix.size()).toUtf8() : QByteArray(':' + uri.toUtf8());
}

QString uriOf(const QByteArray &key)
{
    return key.startsWith(':') ? QString::fromUtf8(key.mid(1)) : usualPrefix + QString::fromUtf8(key);
}

QByteArray bytesOf(const QList<quint32> &cells)
{
    QByteArray bytes(cells.size() * qsizetype(sizeof(quint32)), Qt::Uninitialized);
    qToLittleEndian<quint32>(cells.constData(), cells.size(), bytes.data());
    return bytes;
}

QList<quint32> cellsIn(const QByteArray &bytes)
{
    if (bytes.size() % qsizetype(sizeof(quint32)) != 0)
        throw damagedFailure(QStringLiteral("%1 bytes of entries").arg(bytes.size()));
    QList<quint32> cells(bytes.size() / qsizetype(sizeof(quint32)));
    qFromLittleEndian<quint32>(bytes.constData(), cells.size(), cells.data());
    return cells;
}

qint64 numberFrom(const QSqlDatabase &database, const char *sql)
{
    return Statement(database, QString::fromLatin1(sql)).run().onlyNumber();
}

/// The numbers with the greatest counts, of those above `least`, most first; `total` of all above it.
std::vector<quint32> greatest(const std::vector<quint32> &counts, quint32 least, int most, qint64 &total)
{
    std::vector<quint32> numbers;
    for (quint32 number = 0; number < counts.size(); ++number) {
        if (counts[number] > least)
            numbers.push_back(number);
    }
    total = static_cast<qint64>(numbers.size());
    const auto middle = numbers.begin() + std::min<qsizetype>(most, static_cast<qsizetype>(numbers.size()));
    std::partial_sort(numbers.begin(), middle, numbers.end(), [&counts](quint32 a, quint32 b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    numbers.erase(middle, numbers.end());
    return numbers;
}

/// Of a number, in a table that grows with the numbers that turn up.
quint32 &at(std::vector<quint32> &table, quint32 number)
{
    if (number >= table.size())
        table.resize(std::max<std::size_t>(number + 1, table.size() * 2));
    return table[number];
}

/// Which place in an answer the track of a number has.
class Slots
{
public:
    Slots() = default;
    /// In their order.
    explicit Slots(const std::vector<quint32> &numbers)
    {
        for (std::size_t i = 0; i < numbers.size(); ++i)
            set(numbers[i], static_cast<int>(i));
    }
    void set(quint32 number, int slot)
    {
        if (number >= m_slots.size())
            m_slots.resize(std::size_t(number) + 1, -1);
        m_slots[number] = slot;
    }
    /// −1: none.
    [[nodiscard]] int of(quint32 number) const { return number < m_slots.size() ? m_slots[number] : -1; }

private:
    std::vector<int> m_slots; ///< by number
};

} // namespace

bool IndexTables::isPrepared() const
{
    return numberFrom(m_database, "PRAGMA application_id") == indexApplicationId &&
           numberFrom(m_database, "PRAGMA user_version") == tablesVersion;
}

void IndexTables::prepare() const
{
    // Both are there at once, and stay.
    if (isPrepared())
        return;
    Transaction transaction(m_database);
    // Another process may have been here since.
    if (isPrepared())
        return;
    if (numberFrom(m_database, "SELECT count(*) FROM sqlite_master") > 0)
        throw damagedFailure(QStringLiteral("no index of version %1").arg(tablesVersion));
    for (const char *sql :
         {"CREATE TABLE uri (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE)",
          // The entries last: what is asked without them is read without them.
          "CREATE TABLE playlist (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
          " snapshot_id TEXT NOT NULL, read_at INTEGER NOT NULL, size INTEGER NOT NULL, entries BLOB NOT NULL)"})
        Statement(m_database, QString::fromLatin1(sql)).run();
    Statement(m_database, QStringLiteral("PRAGMA application_id = %1").arg(indexApplicationId)).run();
    Statement(m_database, QStringLiteral("PRAGMA user_version = %1").arg(tablesVersion)).run();
    transaction.commit();
}

void IndexTables::check() const
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    Statement pages(m_database, QStringLiteral("PRAGMA quick_check(1)"));
    pages.run();
    if (pages.next() && pages.text(0) != QLatin1String("ok"))
        throw damagedFailure(pages.text(0));
    std::vector<quint32> known{1}; // that of entries without a URI
    Statement numbers(m_database, QStringLiteral("SELECT number FROM uri"));
    for (numbers.run(); numbers.next();) {
        const qint64 number = numbers.number(0);
        if (number <= 0 || number >= qint64(mostNumbers))
            throw damagedFailure(QStringLiteral("number %1 of a URI").arg(number));
        at(known, static_cast<quint32>(number)) = 1;
    }
    for (const StoredList &list : readLists()) {
        for (const Cell cell : list.cells) {
            if (at(known, numberOf(cell)) == 0)
                throw damagedFailure(QStringLiteral("no URI of number %1").arg(numberOf(cell)));
        }
    }
}

void IndexTables::put(const IndexedList &list) const
{
    Transaction transaction(m_database);
    writeList(list);
    transaction.commit();
}

void IndexTables::writeList(const IndexedList &list) const
{
    const Cells cells = cellsOf(list);
    Statement(m_database, QStringLiteral("INSERT INTO playlist (id, snapshot_id, read_at, size, entries)"
                                         " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                                         " snapshot_id = excluded.snapshot_id, read_at = excluded.read_at,"
                                         " size = excluded.size, entries = excluded.entries"))
        .run({list.playlistId, list.snapshotId, Statement::fromDate(list.readAt), cells.size(), bytesOf(cells)});
}

IndexTables::Cells IndexTables::cellsOf(const IndexedList &list) const
{
    QHash<quint32, EntryState> before;
    const bool untold = std::any_of(list.entries.begin(), list.entries.end(),
                                    [](const IndexedEntry &entry) { return entry.state == EntryState::Untold; });
    if (untold) {
        for (const Cell cell : storedCells(list.playlistId))
            before.insert(numberOf(cell), stateOf(cell));
    }
    Statement known(m_database, QStringLiteral("SELECT number FROM uri WHERE key = ?"));
    Statement insert(m_database, QStringLiteral("INSERT INTO uri (key) VALUES (?)"));
    Cells cells;
    cells.reserve(list.entries.size());
    for (const IndexedEntry &entry : list.entries) {
        if (entry.uri.isEmpty()) {
            cells.append(cellOf(gone, EntryState::Ordinary));
            continue;
        }
        const QByteArray key = keyOf(entry.uri);
        qint64 number = known.run({key}).onlyNumber();
        if (number == 0)
            number = insert.run({key}).insertedId();
        if (number <= 0 || number >= qint64(mostNumbers))
            throw damagedFailure(QStringLiteral("number %1 of a URI").arg(number));
        const auto wanted = static_cast<quint32>(number);
        cells.append(cellOf(wanted, entry.state == EntryState::Untold ? before.value(wanted, EntryState::Ordinary)
                                                                      : entry.state));
    }
    return cells;
}

IndexTables::Cells IndexTables::storedCells(const QString &playlistId) const
{
    Statement list(m_database, QStringLiteral("SELECT entries FROM playlist WHERE id = ?"));
    return list.run({playlistId}).next() ? cellsIn(list.bytes(0)) : Cells();
}

void IndexTables::keepOnly(const QStringList &playlistIds) const
{
    Transaction transaction(m_database);
    removeOthers(playlistIds);
    removeUnusedUris();
    transaction.commit();
}

void IndexTables::removeOthers(const QStringList &playlistIds) const
{
    const QSet<QString> kept(playlistIds.begin(), playlistIds.end());
    QStringList others;
    Statement all(m_database, QStringLiteral("SELECT id FROM playlist"));
    for (all.run(); all.next();) {
        if (const QString id = all.text(0); !kept.contains(id))
            others.append(id);
    }
    Statement remove(m_database, QStringLiteral("DELETE FROM playlist WHERE id = ?"));
    for (const QString &id : std::as_const(others))
        remove.run({id});
}

void IndexTables::removeUnusedUris() const
{
    std::vector<quint32> uses;
    for (const StoredList &list : readLists()) {
        for (const Cell cell : list.cells)
            at(uses, numberOf(cell)) = 1;
    }
    std::vector<qint64> unused;
    Statement all(m_database, QStringLiteral("SELECT number FROM uri"));
    for (all.run(); all.next();) {
        const auto number = static_cast<std::size_t>(all.number(0));
        if (number >= uses.size() || uses[number] == 0)
            unused.push_back(all.number(0));
    }
    Statement remove(m_database, QStringLiteral("DELETE FROM uri WHERE number = ?"));
    for (const qint64 number : unused)
        remove.run({number});
}

QList<IndexedPlaylist> IndexTables::playlists() const
{
    QList<IndexedPlaylist> playlists;
    Statement all(m_database, QStringLiteral("SELECT id, snapshot_id, read_at, size FROM playlist ORDER BY number"));
    for (all.run(); all.next();)
        playlists.append({.playlistId = all.text(0),
                          .snapshotId = all.text(1),
                          .readAt = all.date(2),
                          .size = static_cast<int>(all.number(3))});
    return playlists;
}

QList<IndexTables::StoredList> IndexTables::readLists() const
{
    // A number out of nowhere would have tables made that do not fit into memory.
    const qint64 greatest = Statement(m_database, QStringLiteral("SELECT max(number) FROM uri")).run().onlyNumber();
    QList<StoredList> lists;
    Statement all(m_database, QStringLiteral("SELECT id, entries FROM playlist ORDER BY number"));
    for (all.run(); all.next();) {
        lists.append({.playlistId = all.text(0), .cells = cellsIn(all.bytes(1))});
        for (const Cell cell : std::as_const(lists.last().cells)) {
            if (numberOf(cell) > greatest)
                throw damagedFailure(QStringLiteral("number %1 of %2").arg(numberOf(cell)).arg(greatest));
        }
    }
    return lists;
}

IndexAnswer IndexTables::answerFor(const std::vector<quint32> &numbers) const
{
    IndexAnswer answer;
    Statement key(m_database, QStringLiteral("SELECT key FROM uri WHERE number = ?"));
    for (const quint32 number : numbers) {
        if (number != gone && !key.run({number}).next())
            throw damagedFailure(QStringLiteral("no URI of number %1").arg(number));
        answer.tracks.append({.uri = number == gone ? QString() : uriOf(key.bytes(0)), .places = {}});
    }
    return answer;
}

void IndexTables::fillPlaces(IndexAnswer &answer, const QList<StoredList> &lists,
                             const std::function<int(Cell)> &slotOf) const
{
    for (const StoredList &list : lists) {
        int playlist = -1; // it is named once something of it is
        for (qsizetype i = 0; i < list.cells.size(); ++i) {
            const int slot = slotOf(list.cells.at(i));
            if (slot < 0)
                continue;
            if (playlist < 0) {
                playlist = static_cast<int>(answer.playlists.size());
                answer.playlists.append(list.playlistId);
            }
            answer.tracks[slot].places.append({.playlist = playlist, .position = static_cast<int>(i)});
        }
    }
}

IndexAnswer IndexTables::find(const QStringList &uris) const
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    IndexAnswer answer;
    Slots slotTable;
    QSet<QString> seen;
    Statement known(m_database, QStringLiteral("SELECT number FROM uri WHERE key = ?"));
    for (const QString &uri : uris) {
        if (uri.isEmpty() || seen.contains(uri))
            continue;
        seen.insert(uri);
        if (const qint64 number = known.run({keyOf(uri)}).onlyNumber(); number > 0)
            slotTable.set(static_cast<quint32>(number), static_cast<int>(answer.tracks.size()));
        answer.tracks.append({.uri = uri, .places = {}});
    }
    answer.total = answer.tracks.size();
    fillPlaces(answer, readLists(), [&slotTable](Cell cell) { return slotTable.of(numberOf(cell)); });
    return answer;
}

IndexAnswer IndexTables::repeated(int most) const
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    const QList<StoredList> lists = readLists();
    std::vector<quint32> counts;  // playlists, by number
    std::vector<quint32> counted; // the last playlist that was counted, from 1
    for (qsizetype i = 0; i < lists.size(); ++i) {
        for (const Cell cell : lists.at(i).cells) {
            const quint32 number = numberOf(cell);
            if (number == gone || std::exchange(at(counted, number), static_cast<quint32>(i) + 1) == quint32(i) + 1)
                continue;
            ++at(counts, number);
        }
    }
    qint64 total = 0;
    const std::vector<quint32> numbers = greatest(counts, 1, most, total);
    IndexAnswer answer = answerFor(numbers);
    answer.total = total;
    const Slots slotTable(numbers);
    fillPlaces(answer, lists, [&slotTable](Cell cell) { return slotTable.of(numberOf(cell)); });
    return answer;
}

IndexAnswer IndexTables::unavailable(int most) const
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    const auto isMeant = [](Cell cell) { return numberOf(cell) == gone || stateOf(cell) == EntryState::Unavailable; };
    const QList<StoredList> lists = readLists();
    std::vector<quint32> counts; // places, by number
    for (const StoredList &list : lists) {
        for (const Cell cell : list.cells) {
            if (isMeant(cell))
                ++at(counts, numberOf(cell));
        }
    }
    qint64 total = 0;
    const std::vector<quint32> numbers = greatest(counts, 0, most, total);
    IndexAnswer answer = answerFor(numbers);
    answer.total = total;
    const Slots slotTable(numbers);
    fillPlaces(answer, lists,
               [&slotTable, &isMeant](Cell cell) { return isMeant(cell) ? slotTable.of(numberOf(cell)) : -1; });
    return answer;
}

} // namespace segue::store
