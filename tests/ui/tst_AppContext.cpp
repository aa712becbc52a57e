// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Session.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/AppContext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace segue;
using namespace segue::test;
using ui::AppContext;

/// The services of an account, which come and go with who is signed in; over the stand-in.
class TestAppContext : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        Setup()
        {
            options.demo = true;
            context = std::make_unique<AppContext>(options, settings);
        }
        [[nodiscard]] bool start()
        {
            QString error;
            if (!context->prepare(&error))
                return false;
            context->start();
            if (!QTest::qWaitFor([this] { return context->account().has_value(); }, 10'000))
                return false;
            return true;
        }
        [[nodiscard]] bool startAndRead()
        {
            if (!start())
                return false;
            models::Library &library = context->account()->library;
            library.load();
            return QTest::qWaitFor([&library] { return !library.user().id.isEmpty(); }, 10'000);
        }
        /// Whoever asks the service who they are, once, is told that they are this one.
        [[nodiscard]] bool nextProfileIs(const QString &id)
        {
            const QUrl control(QJsonDocument::fromJson(context->demoDescription())
                                   .object()
                                   .value(QLatin1String("controlUrl"))
                                   .toString() +
                               QStringLiteral("/faults"));
            QNetworkRequest request(control);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
            const QJsonObject profile{{QStringLiteral("id"), id}, {QStringLiteral("type"), QStringLiteral("user")}};
            const QJsonObject fault{{QStringLiteral("kind"), QStringLiteral("answer")},
                                    {QStringLiteral("method"), QStringLiteral("GET")},
                                    {QStringLiteral("path"), QStringLiteral("/me$")},
                                    {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(profile).toJson())}};
            const std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(fault).toJson()));
            return QTest::qWaitFor([&reply] { return reply->isFinished(); }) &&
                   reply->error() == QNetworkReply::NoError;
        }

        ui::Options options;
        ui::Settings settings{ui::Settings::Temporary()};
        QNetworkAccessManager network;
        std::unique_ptr<AppContext> context;
    };

private Q_SLOTS:
    void whoeverComesBackAsSomebodyElseGetsServicesOfTheirOwn()
    {
        Setup s;
        QVERIFY(s.startAndRead());
        QSignalSpy closing(s.context.get(), &AppContext::accountClosing);
        QSignalSpy opened(s.context.get(), &AppContext::accountOpened);
        QVERIFY(s.nextProfileIs(QStringLiteral("somebody-else")));
        s.context->session().signIn();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(closing.size(), 1);
        QVERIFY(s.context->account()->library.user().id.isEmpty()); // nothing is left of the one before
    }

    void whoeverComesBackAsThemselvesKeepsWhatIsOpen_data()
    {
        QTest::addColumn<bool>("isRead");
        QTest::newRow("as it is known") << true;
        QTest::newRow("before it is known who they are") << false;
    }

    void whoeverComesBackAsThemselvesKeepsWhatIsOpen()
    {
        QFETCH(bool, isRead);
        Setup s;
        QVERIFY(isRead ? s.startAndRead() : s.start());
        QSignalSpy closing(s.context.get(), &AppContext::accountClosing);
        QSignalSpy signedIn(&s.context->session(), &auth::Session::stateChanged);
        s.context->session().signIn();
        QTRY_COMPARE(signedIn.size(), 2);
        // Who it is was asked before, and this takes several answers, one after the other.
        QSignalSpy loaded(&s.context->account()->library, &models::Library::loaded);
        s.context->account()->library.load();
        QTRY_VERIFY(!loaded.isEmpty() || !closing.isEmpty());
        QVERIFY(closing.isEmpty());
    }
};

SEGUE_TEST(TestAppContext)
#include "tst_AppContext.moc"
