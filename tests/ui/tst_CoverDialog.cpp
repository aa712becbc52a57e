// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/dialogs/CoverDialog.h"
#include "ui/library/DetailsChanges.h"
#include "ui/library/PlaylistActions.h"
#include "ui/playlist/OpenPlaylists.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QThreadPool>

using namespace segue;
using namespace segue::test;
using ui::CoverDialog;

/// A cover from the user's file to the Api, through the real dialog.
class TestCoverDialog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &contents)
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        out.write(contents);
        return out.fileName();
    }
    QString picture(const QString &name, int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(QColor(200, 40, 40));
        QPainter(&image).fillRect(0, 0, width / 2, height, QColor(40, 40, 200));
        image.save(m_folder.filePath(name));
        return m_folder.filePath(name);
    }

    struct Setup : UiFixture {
        Setup()
        {
            api.addPlaylist(QStringLiteral("p"), 3);
            web::Playlist &other = api.addPlaylist(QStringLiteral("q"), 3);
            other.ownerId = QStringLiteral("somebody");
            ok = loadLibrary();
        }
        [[nodiscard]] CoverDialog *dialog() const { return window.findChild<CoverDialog *>(); }

        QWidget window;
        ui::Commands commands;
        ui::MessageArea messages;
        ui::OpenPlaylists open{api, library};
        ui::DetailsChanges details{
            {.library = library, .open = open, .messages = [this]() -> ui::MessageArea & { return messages; }}};
        ui::PlaylistActions actions{account, details,  commands, [this]() -> ui::MessageArea & { return messages; },
                                    seams,   settings, window};
        bool ok = false;
    };

private Q_SLOTS:
    void uploadsWhatTheUserChose()
    {
        Setup s;
        QVERIFY(s.ok);
        s.picture = picture(QStringLiteral("cover.png"), 640, 480);
        QSignalSpy changed(&s.actions, &ui::PlaylistActions::changed);
        s.actions.changeCover(QStringLiteral("p"));
        CoverDialog *dialog = s.dialog();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->step(), CoverDialog::Step::Ready);
        QVERIFY(s.api.uploadedCovers.isEmpty());
        const QPixmap preview = dialog->findChild<QLabel *>(QStringLiteral("coverPreview"))->pixmap(Qt::ReturnByValue);
        QVERIFY(!preview.isNull());
        QCOMPARE(preview.width(), preview.height());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("coverSize"))->text().contains(QStringLiteral("KB")));
        QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("coverRemark"))->text().isEmpty());

        dialog->findChild<QPushButton *>(QStringLiteral("upload"))->click();
        QTRY_COMPARE(changed.size(), 1);
        const QByteArray sent = s.api.uploadedCovers.value(QStringLiteral("p"));
        QVERIFY(sent.startsWith("\xff\xd8"));
        QVERIFY(sent.toBase64().size() <= web::maxCoverBase64Bytes);
        QTRY_VERIFY(!s.dialog());
        // Shown at once, before Spotify has an address for it.
        const auto shown = s.library.playlists().at(s.library.indexOf(QStringLiteral("p")));
        QCOMPARE(shown.images.size(), 1);
        QVERIFY(!s.artwork.image(shown.images, 64).isNull());
        QCOMPARE(s.settings.value(ui::setting::coverFolder), m_folder.path());
    }

    void aPauseOfUploadsIsSaid()
    {
        Setup s;
        QVERIFY(s.ok);
        s.picture = picture(QStringLiteral("cover.png"), 640, 640);
        s.actions.changeCover(QStringLiteral("p"));
        CoverDialog *dialog = s.dialog();
        QTRY_COMPARE(dialog->step(), CoverDialog::Step::Ready);
        auto *remark = dialog->findChild<QLabel *>(QStringLiteral("coverRemark"));
        const QString before = remark->text();
        s.api.hold(true);
        dialog->findChild<QPushButton *>(QStringLiteral("upload"))->click();
        Q_EMIT s.api.uploadsPausedUntil(QDateTime::currentDateTimeUtc().addSecs(40));
        QVERIFY2(remark->text().contains(QStringLiteral("40 s")), qPrintable(remark->text()));
        Q_EMIT s.api.uploadsPausedUntil({});
        QCOMPARE(remark->text(), before);
        s.api.hold(false);
        QTRY_VERIFY(!s.dialog());
    }

    void whatIsNoPictureIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("text") << QByteArray("I am a letter.");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << QByteArray("\xff\xd8\xff\xe0\x00\x10JFIF\x00", 11);
    }

    void whatIsNoPictureIsNotSent()
    {
        QFETCH(QByteArray, contents);
        Setup s;
        QVERIFY(s.ok);
        s.actions.changeCoverTo(QStringLiteral("p"), file(QStringLiteral("wrong.jpg"), contents));
        CoverDialog *dialog = s.dialog();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->step(), CoverDialog::Step::Unusable);
        QVERIFY(!dialog->problem().isEmpty());
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("upload"))->isEnabled());
        // Another file heals it.
        s.picture = picture(QStringLiteral("fine.png"), 300, 300);
        dialog->findChild<QPushButton *>(QStringLiteral("otherPicture"))->click();
        QTRY_COMPARE(dialog->step(), CoverDialog::Step::Ready);
        QVERIFY(dialog->problem().isEmpty());
        QVERIFY(s.api.uploadedCovers.isEmpty());
    }

    void onlyTheLastFileCounts()
    {
        Setup s;
        QVERIFY(s.ok);
        s.actions.changeCoverTo(QStringLiteral("p"), picture(QStringLiteral("large.png"), 3000, 2000));
        CoverDialog *dialog = s.dialog();
        dialog->setFile(picture(QStringLiteral("small.png"), 320, 320));
        QTRY_COMPARE(dialog->step(), CoverDialog::Step::Ready);
        // The large one takes longer, and is done by now as well.
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QCoreApplication::processEvents();
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("coverSize"))->text().startsWith(QStringLiteral("320")));
    }

    void cancelSendsNothing()
    {
        Setup s;
        QVERIFY(s.ok);
        s.actions.changeCoverTo(QStringLiteral("p"), picture(QStringLiteral("c.png"), 320, 320));
        QPointer<CoverDialog> dialog = s.dialog();
        QTRY_COMPARE(dialog->step(), CoverDialog::Step::Ready);
        s.api.hold(true);
        dialog->findChild<QPushButton *>(QStringLiteral("upload"))->click();
        QCOMPARE(dialog->step(), CoverDialog::Step::Uploading);
        dialog->findChild<QPushButton *>(QStringLiteral("cancel"))->click();
        QTRY_VERIFY(!dialog);
        s.api.hold(false);
        QTest::qWait(10);
        QVERIFY(s.library.playlists().at(s.library.indexOf(QStringLiteral("p"))).images.isEmpty());
    }

    void changingOnesMindOpensNothing()
    {
        Setup s;
        QVERIFY(s.ok);
        s.picture.clear();
        s.actions.changeCover(QStringLiteral("p"));
        QVERIFY(!s.dialog());
    }

    void anotherPersonsCoverIsOpenedInstead()
    {
        Setup s;
        QVERIFY(s.ok);
        s.picture = picture(QStringLiteral("d.png"), 320, 320);
        s.actions.changeCover(QStringLiteral("q"));
        QVERIFY(!s.dialog());
        QCOMPARE(s.opened.size(), 1);
    }
};

SEGUE_TEST(TestCoverDialog)
#include "tst_CoverDialog.moc"
