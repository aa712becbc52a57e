// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DialogSeams.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace segue::ui
{

namespace
{

void letChoosePicture(QWidget *parent, const QString &folder, std::function<void(QString)> done)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("segue::ui", "Choose a cover"), folder);
    dialog->setObjectName(QStringLiteral("choosePictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({QCoreApplication::translate("segue::ui", "Pictures") +
                                QStringLiteral(" (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.svg)"),
                            QCoreApplication::translate("segue::ui", "All files") + QStringLiteral(" (*)")});
    QObject::connect(dialog, &QDialog::finished, parent, [dialog, done = std::move(done)](int result) {
        const QStringList files = dialog->selectedFiles();
        done(result == QDialog::Accepted && !files.isEmpty() ? files.constFirst() : QString());
    });
    dialog->open();
}

QString filterOf(const FileKind &kind)
{
    return QStringLiteral("%1 (*.%2)").arg(kind.name, kind.endings.join(QStringLiteral(" *.")));
}

void letChooseSaveFile(QWidget *parent, const SaveFileRequest &request, std::function<void(QString, QString)> done)
{
    const QFileInfo place(request.path);
    auto *dialog = new QFileDialog(parent, request.title, place.absolutePath());
    dialog->setObjectName(QStringLiteral("chooseSaveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const FileKind &kind : request.kinds)
        filters.append(filterOf(kind));
    dialog->setNameFilters(filters);
    const auto endingOf = [kinds = request.kinds](const QString &filter) {
        for (const FileKind &kind : kinds) {
            if (filterOf(kind) == filter)
                return kind.endings.constFirst();
        }
        return kinds.constFirst().endings.constFirst();
    };
    dialog->setDefaultSuffix(endingOf({}));
    dialog->selectFile(place.fileName() + u'.' + endingOf({}));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, endingOf](const QString &filter) { dialog->setDefaultSuffix(endingOf(filter)); });
    QObject::connect(dialog, &QDialog::finished, parent, [dialog, endingOf, done = std::move(done)](int result) {
        const QStringList files = dialog->selectedFiles();
        done(result == QDialog::Accepted && !files.isEmpty() ? files.constFirst() : QString(),
             endingOf(dialog->selectedNameFilter()));
    });
    dialog->open();
}

void letChooseOpenFile(QWidget *parent, const QString &title, const QString &folder, const QList<FileKind> &kinds,
                       std::function<void(QString)> done)
{
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setObjectName(QStringLiteral("chooseOpenFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QStringList filters;
    for (const FileKind &kind : kinds)
        filters.append(filterOf(kind));
    filters.append(QCoreApplication::translate("segue::ui", "All files") + QStringLiteral(" (*)"));
    dialog->setNameFilters(filters);
    QObject::connect(dialog, &QDialog::finished, parent, [dialog, done = std::move(done)](int result) {
        const QStringList files = dialog->selectedFiles();
        done(result == QDialog::Accepted && !files.isEmpty() ? files.constFirst() : QString());
    });
    dialog->open();
}

void askUser(QWidget *parent, const Question &question, std::function<void(bool)> done)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QCoreApplication::applicationName(), question.title,
                                QMessageBox::NoButton, parent);
    box->setObjectName(question.id);
    box->setAccessibleName(question.title);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.text);
    QPushButton *accept = box->addButton(question.acceptText,
                                         question.destructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    accept->setObjectName(QStringLiteral("accept"));
    accept->setAccessibleName(question.acceptText);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(cancel->text());
    box->setDefaultButton(question.destructive ? cancel : accept);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QDialog::finished, parent,
                     [box, accept, done = std::move(done)] { done(box->clickedButton() == accept); });
    box->open();
}

} // namespace

DialogSeams DialogSeams::forUser()
{
    return {.choosePicture = letChoosePicture,
            .chooseSaveFile = letChooseSaveFile,
            .chooseOpenFile = letChooseOpenFile,
            .ask = askUser,
            .openUrl = [](const QUrl &url) { return QDesktopServices::openUrl(url); }};
}

} // namespace segue::ui
