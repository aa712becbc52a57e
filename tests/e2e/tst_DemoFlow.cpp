// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the demo to what the service has in the end, in one process: real sign-in, real HTTP, real window.
#include "app/models/ArtworkCache.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/support/TestMain.h"
#include "ui/AppContext.h"
#include "ui/Commands.h"
#include "ui/MainWindow.h"
#include "ui/Settings.h"
#include "ui/Workspace.h"
#include "ui/arrange/ReplaceDialog.h"
#include "ui/dialogs/CoverDialog.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTemporaryDir>

using namespace segue;

class TestDemoFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::AppContext> m_context;
    std::unique_ptr<ui::MainWindow> m_window;
    QNetworkAccessManager m_network;
    QTemporaryDir m_folder;
    QString m_chosenPicture;

    QJsonValue control(const QString &path, const QByteArray &method = "GET", const QJsonObject &body = {})
    {
        const QJsonObject urls = QJsonDocument::fromJson(m_context->demoDescription()).object();
        QNetworkRequest request(QUrl(urls.value(QLatin1String("controlUrl")).toString() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, QJsonDocument(body).toJson());
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 5000))
            return {};
        reply->deleteLater();
        const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
        return answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(answer.object());
    }

    playlist::Editor &editor() const { return m_window->workspace()->page().view().tracks()->editor(); }
    QString id() const { return editor().details().id; }

    QJsonArray rowsAtService()
    {
        return control(QStringLiteral("/playlists/") + id()).toObject().value(QLatin1String("items")).toArray();
    }

    /// What the service has: "row number as at the start, date" of each position.
    QList<QPair<int, QString>> atService()
    {
        QList<QPair<int, QString>> rows;
        const QJsonArray items = rowsAtService();
        for (const QJsonValue &item : items)
            rows.append({item[QLatin1String("row")].toInt(), item[QLatin1String("addedAt")].toString()});
        return rows;
    }

private Q_SLOTS:
    void initTestCase() { ui::initResources(); }

    void init()
    {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_settings = std::make_unique<ui::Settings>(ui::Settings::Temporary());
        ui::Options options;
        options.demo = true;
        options.open = QStringLiteral("Night drive");
        m_context = std::make_unique<ui::AppContext>(options, *m_settings);
        QString error;
        QVERIFY2(m_context->prepare(&error), qPrintable(error));
        ui::DialogSeams seams = ui::DialogSeams::forUser();
        seams.choosePicture = [this](QWidget *, const QString &, const std::function<void(QString)> &done) {
            done(m_chosenPicture);
        };
        m_window = std::make_unique<ui::MainWindow>(*m_context, *m_settings, *m_theme, options, seams);
        m_window->show();
        m_context->start();
        QTRY_VERIFY(m_window->workspace() && m_window->workspace()->page().view().tracks());
        QTRY_VERIFY(editor().document().isComplete());
    }

    void cleanup()
    {
        m_window.reset();
        m_context.reset();
        m_settings.reset();
        m_theme.reset();
    }

    void aDroppedBlockIsOneReorderCallAndKeepsItsDates()
    {
        QList<QPair<int, QString>> expected = atService();
        QVERIFY(expected.size() > 10);
        ui::TrackView &view = m_window->workspace()->page().view();
        const QModelIndexList block{view.model()->index(6, 1), view.model()->index(7, 1), view.model()->index(8, 1)};
        const std::unique_ptr<QMimeData> data(view.model()->mimeData(block));
        QVERIFY(view.model()->dropMimeData(data.get(), Qt::MoveAction, 2, 0, {}));
        QTRY_VERIFY(!editor().hasUnsavedEdits());

        const QJsonArray puts = control(QStringLiteral("/log?method=PUT")).toArray();
        QCOMPARE(puts.size(), 1);
        const QJsonObject call = puts.first()[QLatin1String("body")].toObject();
        QCOMPARE(call.value(QLatin1String("range_start")).toInt(-1), 6);
        QCOMPARE(call.value(QLatin1String("range_length")).toInt(-1), 3);
        QCOMPARE(call.value(QLatin1String("insert_before")).toInt(-1), 2);
        for (int i = 0; i < 3; ++i)
            expected.move(6 + i, 2 + i);
        QCOMPARE(atService(), expected);
    }

    void anAnswerThatIsLostIsNeitherRepeatedNorForgotten_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("cut before it was carried out") << QStringLiteral("dropBefore");
        QTest::newRow("cut after it was carried out") << QStringLiteral("dropAfter");
        QTest::newRow("half an answer") << QStringLiteral("truncated");
    }

    void anAnswerThatIsLostIsNeitherRepeatedNorForgotten()
    {
        QFETCH(QString, fault);
        QList<QPair<int, QString>> expected = atService();
        control(QStringLiteral("/faults"), "POST",
                {{QStringLiteral("kind"), fault}, {QStringLiteral("method"), QStringLiteral("PUT")}});
        QVERIFY(editor().moveRows({0}, 4));
        expected.move(0, 3);
        QTRY_VERIFY_WITH_TIMEOUT(!editor().hasUnsavedEdits(), 20'000);
        QCOMPARE(atService(), expected);
        const auto puts = control(QStringLiteral("/log?method=PUT")).toArray().size();
        QCOMPARE(puts, fault == QLatin1String("dropBefore") ? 2 : 1);
    }

    void somebodyElsesTrackIsMergedWhenTheListIsReadAgain()
    {
        const auto before = atService();
        const QJsonArray tracks = control(QStringLiteral("/tracks?from=900&count=1")).toArray();
        const QString uri = tracks.first()[QLatin1String("uri")].toString();
        QVERIFY(!uri.isEmpty());
        control(QStringLiteral("/playlists/%1/edit").arg(id()), "POST",
                {{QStringLiteral("action"), QStringLiteral("add")},
                 {QStringLiteral("uris"), QJsonArray{uri}},
                 {QStringLiteral("position"), 2}});
        QSignalSpy merged(&editor(), &playlist::Editor::mergedForeignChanges);
        editor().load();
        QTRY_COMPARE(merged.size(), 1);
        QCOMPARE(editor().document().size(), static_cast<int>(before.size()) + 1);
        QCOMPARE(editor().document().rowAt(2).uri(), uri);
        QVERIFY(!editor().hasUnsavedEdits());
    }

    void unavailableTracksAreReplacedInPlace()
    {
        const QJsonArray playlists = control(QStringLiteral("/playlists")).toArray();
        for (const QJsonValue &playlist : playlists) {
            if (playlist[QLatin1String("name")].toString() == QLatin1String("Odds and ends"))
                m_window->workspace()->showPlaylist(playlist[QLatin1String("id")].toString());
        }
        QTRY_VERIFY(editor().details().name == QLatin1String("Odds and ends") && editor().document().isComplete());
        QTRY_VERIFY(m_window->commands().action(ui::CommandId::ReplaceUnavailable)->isEnabled());
        const QJsonArray before = rowsAtService();
        m_window->commands().action(ui::CommandId::ReplaceUnavailable)->trigger();
        auto *dialog = m_window->findChild<ui::ReplaceDialog *>();
        QVERIFY(dialog);
        auto *replace = dialog->findChild<QPushButton *>(QStringLiteral("accept"));
        const auto *status = dialog->findChild<QLabel *>(QStringLiteral("searchStatus"));
        // Sixteen searches: with sanitizers on a busy machine they take more than the usual five seconds.
        QTRY_COMPARE_WITH_TIMEOUT(status->text(), QStringLiteral("Replacements were found for 6 of 8."), 30'000);
        QVERIFY(replace->isEnabled());
        replace->click();
        QTRY_VERIFY(!editor().hasUnsavedEdits());

        const QJsonArray after = rowsAtService();
        QCOMPARE(after.size(), before.size());
        int replaced = 0;
        for (qsizetype i = 0; i < before.size(); ++i) {
            const QJsonObject was = before[i].toObject();
            const QJsonObject is = after[i].toObject();
            if (was.value(QLatin1String("row")) == is.value(QLatin1String("row")))
                continue; // the very row, with its date
            ++replaced;
            QCOMPARE(was.value(QLatin1String("kind")).toString(), QStringLiteral("unavailable"));
            QCOMPARE(is.value(QLatin1String("kind")).toString(), QStringLiteral("track"));
        }
        QCOMPARE(replaced, 6);
        editor().undoStack().undo();
        QTRY_VERIFY(!editor().hasUnsavedEdits());
        const QJsonArray undone = rowsAtService();
        QCOMPARE(undone.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(undone[i][QLatin1String("uri")], before[i][QLatin1String("uri")]);
            QCOMPARE(undone[i][QLatin1String("kind")], before[i][QLatin1String("kind")]);
        }
    }

    void aPictureBecomesTheCover()
    {
        QImage picture(900, 900, QImage::Format_RGB32);
        picture.fill(QColor(30, 120, 90));
        m_chosenPicture = m_folder.filePath(QStringLiteral("cover.png"));
        QVERIFY(picture.save(m_chosenPicture));
        const QList<web::Image> imagesBefore = editor().details().images;

        m_window->commands().action(ui::CommandId::ChangeCover)->trigger();
        ui::CoverDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<ui::CoverDialog *>()));
        QTRY_COMPARE(dialog->step(), ui::CoverDialog::Step::Ready);
        QVERIFY(control(QStringLiteral("/log?path=/images$&method=PUT")).toArray().isEmpty());
        QSignalSpy uploaded(dialog, &ui::CoverDialog::uploaded);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        QTRY_COMPARE(uploaded.size(), 1);

        const QJsonArray puts = control(QStringLiteral("/log?path=/images$&method=PUT")).toArray();
        QCOMPARE(puts.size(), 1);
        QCOMPARE(puts.first()[QLatin1String("status")].toInt(), 202);
        QCOMPARE(puts.first()[QLatin1String("contentType")].toString(), QStringLiteral("image/jpeg"));
        const QJsonObject cover =
            control(QStringLiteral("/playlists/") + id()).toObject().value(QLatin1String("cover")).toObject();
        QVERIFY(cover.value(QLatin1String("uploaded")).toBool());
        // Shown at once: whatever address the header now asks for, the picture is the one that was sent.
        models::ArtworkCache &artwork = m_window->workspace()->account().artwork;
        QTRY_VERIFY(!artwork.image(editor().details().images, 112).isNull());
        const QColor shown = artwork.image(editor().details().images, 112).pixelColor(50, 50);
        QVERIFY2(qAbs(shown.green() - 120) < 12 && qAbs(shown.red() - 30) < 12, qPrintable(shown.name()));
    }

    void noPictureRequestCarriesTheToken()
    {
        QTRY_VERIFY(!control(QStringLiteral("/log?path=/image")).toArray().isEmpty());
        const QJsonArray requests = control(QStringLiteral("/log")).toArray();
        int pictures = 0;
        for (const QJsonValue &request : requests) {
            const QString path = request[QLatin1String("path")].toString();
            if (path.startsWith(QLatin1String("/v1/"))) {
                QVERIFY2(request[QLatin1String("authorization")].toBool(), qPrintable(path));
            } else if (path.startsWith(QLatin1String("/image"))) {
                ++pictures;
                QVERIFY2(!request[QLatin1String("authorization")].toBool(), qPrintable(path));
            }
        }
        QVERIFY(pictures > 0);
    }
};

SEGUE_TEST(TestDemoFlow)
#include "tst_DemoFlow.moc"
