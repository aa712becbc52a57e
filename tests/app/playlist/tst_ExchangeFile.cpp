// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/ExchangeFile.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace segue;
using namespace segue::playlist;

/// Files that are written whole or not at all.
class TestExchangeFile : public QObject
{
    Q_OBJECT

    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
    }

    /// Files cannot grow over this size, as on a disk that is full.
    class FullDisk
    {
    public:
        explicit FullDisk(rlim_t bytes)
        {
            m_signal = std::signal(SIGXFSZ, SIG_IGN);
            getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit small{bytes, m_before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &small);
        }
        ~FullDisk()
        {
            setrlimit(RLIMIT_FSIZE, &m_before);
            std::signal(SIGXFSZ, m_signal);
        }
        Q_DISABLE_COPY_MOVE(FullDisk)

    private:
        rlimit m_before{};
        void (*m_signal)(int) = nullptr;
    };

private Q_SLOTS:
    void writesAndReplaces()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Night – ä.csv"));
        QVERIFY(saveExchangeFile(path, "first and longer").has_value());
        QCOMPARE(contentsOf(path), QByteArray("first and longer"));
        QVERIFY(saveExchangeFile(path, "second").has_value());
        QCOMPARE(contentsOf(path), QByteArray("second"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFullDiskLeavesWhatWasThere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.csv"));
        QVERIFY(saveExchangeFile(path, "as it was").has_value());
        Result<Nothing> result;
        {
            const FullDisk full(100'000);
            result = saveExchangeFile(path, QByteArray(1'000'000, 'x'));
        }
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Local);
        QVERIFY2(result.error().userText.contains(QStringLiteral("list.csv")), qPrintable(result.error().userText));
        QVERIFY(!result.error().detail.isEmpty());
        QCOMPARE(contentsOf(path), QByteArray("as it was"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFolderThatIsGoneIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gone/list.csv"));
        const Result<Nothing> result = saveExchangeFile(path, "x");
        QVERIFY(!result);
        QVERIFY2(result.error().userText.contains(folder.filePath(QStringLiteral("gone"))),
                 qPrintable(result.error().userText));
        // A folder in the place of the file.
        QVERIFY(!saveExchangeFile(folder.path(), "x"));
    }

    void readsWhatItWrites()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.txt"));
        QVERIFY(saveExchangeFile(path, "spotify:track:0000000000000000000001\n").has_value());
        const Result<ImportedPlaylists> found = readExchangeFile(path);
        QVERIFY(found.has_value());
        QCOMPARE(found->joined().rows.size(), 1);
        QCOMPARE(readExchangeFile(folder.filePath(QStringLiteral("other.txt"))).error().kind, ErrorKind::Local);
        QCOMPARE(readExchangeFile(folder.path()).error().kind, ErrorKind::Local);
        QVERIFY(QFile(path).resize(maxImportBytes + 10));
        QCOMPARE(readExchangeFile(path).error().kind, ErrorKind::InvalidInput);
    }

    void knowsFormatsByTheirEndings()
    {
        QCOMPARE(exchangeFormatOf(QStringLiteral("/a.b/c.CSV")), ExchangeFormat::Csv);
        QCOMPARE(exchangeFormatOf(QStringLiteral("c.m3u")), ExchangeFormat::M3u8);
        QCOMPARE(exchangeFormatOf(QStringLiteral("c.m3u8")), ExchangeFormat::M3u8);
        QCOMPARE(exchangeFormatOf(QStringLiteral("c.txt")), ExchangeFormat::Links);
        QCOMPARE(exchangeFormatOf(QStringLiteral("/a.csv/Vol. 2")), std::nullopt);
        QCOMPARE(exchangeFormatOf(QStringLiteral("csv")), std::nullopt);
    }

    void makesFileNamesOfListNames_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << QStringLiteral("Night drive") << QStringLiteral("Night drive");
        QTest::newRow("slashes") << QStringLiteral("AC/DC: 80\\90?") << QStringLiteral("AC-DC- 80-90-");
        QTest::newRow("hidden") << QStringLiteral("../ .etc") << QStringLiteral("- .etc");
        QTest::newRow("dots") << QStringLiteral("And then…... ") << QStringLiteral("And then…");
        QTest::newRow("lines") << QStringLiteral("a\nb\tc\x01") << QStringLiteral("a b c");
        QTest::newRow("nothing") << QStringLiteral(" .. ") << QStringLiteral("Playlist");
        QTest::newRow("long") << QString(100, u'語') << QString(66, u'語');
    }
    void makesFileNamesOfListNames()
    {
        QFETCH(QString, list);
        QTEST(fileNameFor(list), "file");
    }
};

SEGUE_TEST(TestExchangeFile)
#include "tst_ExchangeFile.moc"
