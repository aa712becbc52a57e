// SPDX-License-Identifier: GPL-3.0-or-later
// store_writer PATH PLAYLIST FIRST LAST ROWS KILL_AT: puts the sample entries of those numbers, and a version with
// each, one after the other. Tells "put N" before it hands one over, "done N" once that is confirmed, and "writes N" at
// the end.
#include "app/store/Store.h"
#include "tests/app/store/KillPoint.h"
#include "tests/app/store/StoreSamples.h"

#include <QCoreApplication>

#include <cstdio>

using namespace segue;
using namespace segue::store;

namespace
{

void tell(const char *what, int number)
{
    std::printf("%s %d\n", what, number);
    std::fflush(stdout);
}

class Writer : public QObject
{
public:
    Writer(Store &store, QString playlist, int last, int rows)
        : m_store(store), m_playlist(std::move(playlist)), m_last(last), m_rows(rows)
    {
    }

    void write(int number)
    {
        if (number > m_last) {
            QCoreApplication::exit(0);
            return;
        }
        const JournalEntry entry = test::sampleEntry(m_playlist, number, m_rows);
        tell("put", number);
        m_store.putUnfinished(entry, this, [this, number](const Result<Nothing> &result) {
            if (result)
                tell("done", number);
            else
                fail(result.error());
        });
        const NewVersion version{.playlistId = m_playlist,
                                 .at = entry.savedAt,
                                 .source = VersionSource::Made,
                                 .reason = entry.what,
                                 .rows = entry.server};
        m_store.addVersion(version, this, [this, number](const Result<AddedVersion> &result) {
            if (result)
                write(number + 1);
            else
                fail(result.error());
        });
    }

private:
    static void fail(const Error &error)
    {
        std::fprintf(stderr, "%s (%s)\n", qPrintable(error.userText), qPrintable(error.detail));
        QCoreApplication::exit(1);
    }

    Store &m_store;
    const QString m_playlist;
    const int m_last;
    const int m_rows;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 7) {
        std::fprintf(stderr, "usage: store_writer PATH PLAYLIST FIRST LAST ROWS KILL_AT\n");
        return 2;
    }
    test::armKillPoint(arguments.at(6).toInt());
    int code = 0;
    {
        Store store({.path = arguments.at(1), .busyTimeout = std::chrono::minutes(1)});
        Writer writer(store, arguments.at(2), arguments.at(4).toInt(), arguments.at(5).toInt());
        writer.write(arguments.at(3).toInt());
        code = QCoreApplication::exec();
    }
    tell("writes", test::writesSeen());
    return code;
}
