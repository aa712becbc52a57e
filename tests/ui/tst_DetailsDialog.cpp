// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "ui/dialogs/DetailsDialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace segue;
using ui::DetailsDialog;

/// Spotify's rules for the details of a playlist, kept while typing.
class TestDetailsDialog : public QObject
{
    Q_OBJECT

private:
    struct Open {
        explicit Open(DetailsDialog *made) : dialog(made)
        {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
        }
        std::unique_ptr<DetailsDialog> dialog;
        QLineEdit *name = dialog->findChild<QLineEdit *>(QStringLiteral("nameField"));
        QPlainTextEdit *description = dialog->findChild<QPlainTextEdit *>(QStringLiteral("descriptionField"));
        QCheckBox *onProfile = dialog->findChild<QCheckBox *>(QStringLiteral("onProfileBox"));
        QCheckBox *collaborative = dialog->findChild<QCheckBox *>(QStringLiteral("collaborativeBox"));
        QPushButton *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
    };

    static web::Playlist playlist()
    {
        web::Playlist out;
        out.id = QStringLiteral("p");
        out.name = QStringLiteral("Night drive");
        out.description = QStringLiteral("late, fast");
        out.onProfile = true;
        return out;
    }

private Q_SLOTS:
    void aNewPlaylistNeedsAName()
    {
        Open open(new DetailsDialog);
        QVERIFY(!open.save->isEnabled());
        open.name->setText(QStringLiteral("   "));
        QVERIFY(!open.save->isEnabled());
        open.name->setText(QStringLiteral(" Sunday  morning "));
        QVERIFY(open.save->isEnabled());
        QSignalSpy submitted(open.dialog.get(), &DetailsDialog::submitted);
        open.save->click();
        QCOMPARE(submitted.size(), 1);
        const auto details = submitted.at(0).at(0).value<web::PlaylistDetails>();
        QCOMPARE(details.name.value(), QStringLiteral("Sunday morning"));
        QVERIFY(!details.description);
        QCOMPARE(details.onProfile.value(), false);
        QCOMPARE(details.collaborative.value(), false);
    }

    void lengthsAreCounted()
    {
        Open open(new DetailsDialog(playlist()));
        open.name->setText(QString(100, u'x'));
        QVERIFY(open.save->isEnabled());
        open.name->setText(QString(101, u'x'));
        QVERIFY(!open.save->isEnabled());
        QVERIFY(open.dialog->problem().contains(QStringLiteral("100")));
        open.name->setText(QStringLiteral("x"));
        open.description->setPlainText(QString(300, u'y'));
        QVERIFY(open.save->isEnabled());
        open.description->setPlainText(QString(301, u'y'));
        QVERIFY(!open.save->isEnabled());
    }

    void lineBreaksBecomeSpaces()
    {
        Open open(new DetailsDialog(playlist()));
        open.description->setPlainText(QStringLiteral("one\ntwo\r\n\nthree"));
        QCOMPARE(open.dialog->details().description.value(), QStringLiteral("one two three"));
    }

    void profileAndCollaborativeExcludeEachOther()
    {
        Open open(new DetailsDialog(playlist()));
        QVERIFY(open.onProfile->isChecked());
        open.collaborative->setChecked(true);
        QVERIFY(!open.onProfile->isChecked());
        QVERIFY(open.dialog->findChild<QLabel *>(QStringLiteral("visibilityNote"))
                    ->text()
                    .contains(QStringLiteral("cannot be on your profile")));
        web::PlaylistDetails details = open.dialog->details();
        QCOMPARE(details.collaborative.value(), true);
        QCOMPARE(details.onProfile.value(), false);
        open.onProfile->setChecked(true);
        QVERIFY(!open.collaborative->isChecked());
        // Back where it was: nothing to send.
        details = open.dialog->details();
        QVERIFY(!details.collaborative && !details.onProfile);
    }

    void sendsOnlyWhatChanged()
    {
        Open open(new DetailsDialog(playlist()));
        QSignalSpy submitted(open.dialog.get(), &DetailsDialog::submitted);
        open.name->setText(QStringLiteral("Day drive"));
        const web::PlaylistDetails details = open.dialog->details();
        QCOMPARE(details.name.value(), QStringLiteral("Day drive"));
        QVERIFY(!details.description && !details.onProfile && !details.collaborative);
        open.name->setText(QStringLiteral("Night drive"));
        open.save->click();
        QCOMPARE(submitted.size(), 0);
        QVERIFY(!open.dialog->isVisible());
    }

    void aDescriptionCannotBeEmptied()
    {
        Open open(new DetailsDialog(playlist()));
        open.description->setPlainText(QString());
        QVERIFY(!open.save->isEnabled());
        QVERIFY(!open.dialog->problem().isEmpty());
    }

    void aRefusalLetsTheUserTryAgain()
    {
        Open open(new DetailsDialog(playlist()));
        QSignalSpy submitted(open.dialog.get(), &DetailsDialog::submitted);
        open.name->setText(QStringLiteral("Day drive"));
        open.save->click();
        QVERIFY(!open.name->isEnabled());
        QVERIFY(!open.save->isEnabled());
        open.dialog->showError(Error{.kind = ErrorKind::Network, .userText = QStringLiteral("No network.")});
        QVERIFY(open.dialog->isVisible());
        QVERIFY(
            open.dialog->findChild<QLabel *>(QStringLiteral("problem"))->text().contains(QStringLiteral("network")));
        open.save->click();
        QCOMPARE(submitted.size(), 2);
    }
};

Q_DECLARE_METATYPE(segue::web::PlaylistDetails)

SEGUE_TEST(TestDetailsDialog)
#include "tst_DetailsDialog.moc"
