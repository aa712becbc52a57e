// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// What is left to the user of an edit that Spotify refused.
class TestRefusal : public EditorFixture
{
    Q_OBJECT

    void refuse()
    {
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_api->failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403), false});
        QVERIFY(refused.wait());
    }

private Q_SLOTS:
    void tellsWhatWasNotDone_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("text");
        const QString page = QStringLiteral("https://open.spotify.com/track/");
        QTest::newRow("move") << QStringLiteral("move")
                              << QStringLiteral("10 → 1: Artist of t9 - Title 9  %1t9").arg(page);
        QTest::newRow("removal") << QStringLiteral("remove")
                                 << QStringLiteral("− Artist of t4 - Title 4  %1t4").arg(page);
        QTest::newRow("addition") << QStringLiteral("add") << QStringLiteral("+ %1new").arg(page);
    }
    void tellsWhatWasNotDone()
    {
        QFETCH(QString, edit);
        QFETCH(QString, text);
        openWhole(10);
        for (int i = 0; i < 10; ++i) {
            auto medium = std::make_shared<web::Medium>(*entries()[i].medium);
            medium->title = QStringLiteral("Title %1").arg(i);
            entries()[i].medium = medium;
        }
        openEditor();
        load();
        if (edit == QLatin1String("move"))
            m_editor->moveRows({9}, 0);
        else if (edit == QLatin1String("remove"))
            m_editor->removeRows({4});
        else
            m_editor->insertMedia(2, media({QStringLiteral("spotify:track:new")}));
        refuse();
        QCOMPARE(m_editor->refusedText(), text);
        QCOMPARE(shown(), atSpotify());

        m_editor->retryRefused();
        QCOMPARE(m_editor->refusedText(), QString());
        waitSaved();
        QCOMPARE(shown(), atSpotify());
        QVERIFY(m_editor->undoStack().canUndo());
    }

    void whatWasNotEvenTriedHasNoText()
    {
        openWhole(3);
        auto local = std::make_shared<web::Medium>();
        local->uri = QStringLiteral("spotify:local:::Tape:1");
        local->isLocal = true;
        QVERIFY(!m_editor->insertMedia(0, {local}));
        QCOMPARE(m_editor->refusedText(), QString());
    }
};

SEGUE_TEST(TestRefusal)
#include "tst_Refusal.moc"
