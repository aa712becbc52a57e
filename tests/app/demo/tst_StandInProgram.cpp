// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>

/// segue-standin, as a program.
class TestStandInProgram : public QObject
{
    Q_OBJECT

    static QString program() { return QCoreApplication::applicationDirPath() + QStringLiteral("/segue-standin"); }

private Q_SLOTS:
    void servesUntilTold()
    {
        QProcess process;
        // Under the address sanitizer: what OpenSSL keeps for its threads counts as leaked at the end.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LSAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // Qt complains about others
        process.setProcessEnvironment(environment);
        process.start(program(), {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--items"),
                                  QStringLiteral("20"), QStringLiteral("--dialect"), QStringLiteral("tracks"),
                                  QStringLiteral("--latency"), QStringLiteral("5")});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 10'000);
        const QJsonObject ready = QJsonDocument::fromJson(process.readLine()).object();
        QCOMPARE(ready[QLatin1String("dialect")].toString(), QStringLiteral("tracks"));
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(
            network.get(QNetworkRequest(QUrl(ready[QLatin1String("api")].toString() + QStringLiteral("/me")))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardError().isEmpty());
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("port") << QStringList{QStringLiteral("--port"), QStringLiteral("70000")};
        QTest::newRow("word for a number") << QStringList{QStringLiteral("--items"), QStringLiteral("many")};
        QTest::newRow("dialect") << QStringList{QStringLiteral("--dialect"), QStringLiteral("new")};
        QTest::newRow("unknown") << QStringList{QStringLiteral("--colour")};
        QTest::newRow("extra") << QStringList{QStringLiteral("8080")};
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.start(program(), arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY(process.exitCode() != 0);
        QVERIFY(!process.readAllStandardError().isEmpty());
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }
};

SEGUE_TEST(TestStandInProgram)
#include "tst_StandInProgram.moc"
