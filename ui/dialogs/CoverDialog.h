// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/cover/CoverPicture.h"
#include "app/web/Call.h"
#include "app/web/Values.h"

#include <QDialog>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace segue::web
{
class Api;
}

namespace segue::ui
{

class ErrorLabel;

/// From a picture file to a playlist's cover: makes it fit away from the GUI thread, shows what Spotify will show,
/// uploads it with progress. Nothing is sent before the user says so, and nothing that is no usable picture.
class CoverDialog : public QDialog
{
    Q_OBJECT

public:
    /// The Api must outlive the dialog.
    CoverDialog(web::Api &api, const web::Playlist &playlist, QWidget *parent = nullptr);

    void setFile(const QString &path);
    /// The contents of a picture file, or a picture in some program's own words (a dropped image).
    void setContents(const QByteArray &contents);

    enum class Step { Preparing, Ready, Unusable, Uploading };
    [[nodiscard]] Step step() const { return m_step; }
    /// What is wrong right now, in the user's words; empty when all is well.
    [[nodiscard]] QString problem() const;

    void done(int result) override;

Q_SIGNALS:
    /// The user wants another file.
    void otherFileRequested();
    void prepared();
    /// Spotify has accepted it; the dialog closes. `picture` is what it will show.
    void uploaded(const QImage &picture);

private:
    void prepare(const std::function<Result<playlist::CoverPicture>()> &make);
    void showPrepared(const Result<playlist::CoverPicture> &result);
    void upload();
    void setStep(Step step);
    void showProblem(const Error &error);
    void showRemark(const QString &text);
    void showPause(const QDateTime &until);

    web::Api &m_api;
    web::Playlist m_playlist;
    playlist::CoverPicture m_picture;
    web::Call m_call;
    Step m_step = Step::Preparing;
    int m_generation = 0;
    QLabel *m_preview;
    QLabel *m_size;
    QLabel *m_remark;
    ErrorLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_other;
    QPushButton *m_upload;
};

} // namespace segue::ui
