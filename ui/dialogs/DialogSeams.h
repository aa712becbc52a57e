// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace segue::ui
{

/// A decision the user has to make. The safe way out is always Cancel.
struct Question {
    QString id;    ///< object name of the dialog
    QString title; ///< a short question
    QString text;  ///< what happens, complete sentences
    QString acceptText;
    bool destructive = false; ///< then Cancel is the default button
};

/// A sort of file that the user can choose: "CSV table", {"csv"}. The first ending is the one that is written.
struct FileKind {
    QString name;
    QStringList endings;
};

/// Where a file is to be saved.
struct SaveFileRequest {
    QString title;
    QString path; ///< the folder to start in, and a name without an ending
    QList<FileKind> kinds;
};

/// Where the program leaves its own windows: choosing files, questions, the browser. Tests put their own answers in;
/// the ones made here ask the user. None of them blocks: the answer comes by a callback, unless `parent` goes first.
struct DialogSeams {
    /// A picture file; an empty path when the user changed their mind. `folder` is where to start.
    std::function<void(QWidget *parent, const QString &folder, std::function<void(QString path)> done)> choosePicture;
    /// A file to write, and the ending of the kind that was chosen (the name may have another one); an empty path when
    /// the user changed their mind. Has asked before a file is replaced.
    std::function<void(QWidget *parent, const SaveFileRequest &request,
                       std::function<void(QString path, QString ending)> done)>
        chooseSaveFile;
    /// A file to read; an empty path when the user changed their mind.
    std::function<void(QWidget *parent, const QString &title, const QString &folder, const QList<FileKind> &kinds,
                       std::function<void(QString path)> done)>
        chooseOpenFile;
    std::function<void(QWidget *parent, const Question &question, std::function<void(bool yes)> done)> ask;
    /// False when there is no browser to be had.
    std::function<bool(const QUrl &url)> openUrl;

    /// The real ones.
    [[nodiscard]] static DialogSeams forUser();
};

} // namespace segue::ui
