// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CoverDialog.h"

#include "app/web/Api.h"
#include "ui/look/Artwork.h"
#include "ui/look/ErrorLabel.h"
#include "ui/look/Text.h"

#include <QDialogButtonBox>
#include <QFutureWatcher>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace segue::ui
{

namespace
{
constexpr int previewSize = 280;
}

CoverDialog::CoverDialog(web::Api &api, const web::Playlist &playlist, QWidget *parent)
    : QDialog(parent), m_api(api), m_playlist(playlist), m_preview(new QLabel(this)), m_size(new QLabel(this)),
      m_remark(new QLabel(this)), m_problem(new ErrorLabel(this)), m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("coverDialog"));
    setWindowTitle(tr("Cover of “%1”").arg(playlist.name));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);

    m_preview->setObjectName(QStringLiteral("coverPreview"));
    m_preview->setAccessibleName(tr("Preview of the cover"));
    m_preview->setFixedSize(previewSize, previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_size->setObjectName(QStringLiteral("coverSize"));
    m_size->setAlignment(Qt::AlignCenter);
    for (QLabel *label : std::initializer_list<QLabel *>{m_remark, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
    m_remark->setObjectName(QStringLiteral("coverRemark"));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setObjectName(QStringLiteral("coverProblem"));
    m_progress->setObjectName(QStringLiteral("coverProgress"));
    m_progress->setAccessibleName(tr("Upload"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    m_other = buttons->addButton(tr("Other picture…"), QDialogButtonBox::ResetRole);
    m_other->setObjectName(QStringLiteral("otherPicture"));
    m_other->setAccessibleName(tr("Other picture"));
    m_other->setAutoDefault(false);
    m_upload = buttons->addButton(tr("Upload"), QDialogButtonBox::AcceptRole);
    m_upload->setObjectName(QStringLiteral("upload"));
    m_upload->setAccessibleName(tr("Upload"));
    m_upload->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_preview, 0, Qt::AlignHCenter);
    layout->addWidget(m_size);
    layout->addWidget(m_remark);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addSpacing(6);
    layout->addWidget(buttons);
    setMinimumWidth(400);

    connect(buttons, &QDialogButtonBox::accepted, this, &CoverDialog::upload);
    for (const auto paused : {&web::Api::pausedUntil, &web::Api::uploadsPausedUntil})
        connect(&api, paused, this, &CoverDialog::showPause);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_other, &QPushButton::clicked, this, &CoverDialog::otherFileRequested);
    setStep(Step::Preparing);
}

void CoverDialog::setFile(const QString &path)
{
    prepare([path] { return playlist::makeCoverPicture(path); });
}

void CoverDialog::setContents(const QByteArray &contents)
{
    prepare([contents] { return playlist::makeCoverPicture(contents); });
}

void CoverDialog::prepare(const std::function<Result<playlist::CoverPicture>()> &make)
{
    m_call.cancel();
    const int generation = ++m_generation;
    m_picture = {};
    setStep(Step::Preparing);
    auto *watcher = new QFutureWatcher<Result<playlist::CoverPicture>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        // Another file was chosen while this one was being read.
        if (generation == m_generation)
            showPrepared(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(make));
}

void CoverDialog::showPrepared(const Result<playlist::CoverPicture> &result)
{
    if (!result) {
        setStep(Step::Unusable);
        showProblem(result.error());
    } else {
        m_picture = *result;
        setStep(Step::Ready);
        const qreal scale = devicePixelRatioF();
        QPixmap pixmap(m_preview->size() * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        const int pixels = artworkPixels(previewSize, scale);
        QPainter painter(&pixmap);
        drawArtwork(painter, m_preview->rect(),
                    m_picture.preview.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        painter.end();
        m_preview->setPixmap(pixmap);
        m_size->setText(tr("%1 × %2 pixels · %3 KB")
                            .arg(m_picture.width)
                            .arg(m_picture.height)
                            .arg(QLocale().toString((m_picture.jpeg.size() + 1023) / 1024)));
        showRemark(m_picture.remark);
        m_upload->setFocus();
    }
    Q_EMIT prepared();
}

void CoverDialog::setStep(Step step)
{
    m_step = step;
    const bool hasPicture = step == Step::Ready || step == Step::Uploading;
    if (!hasPicture) {
        m_preview->setPixmap({});
        m_preview->setText(step == Step::Preparing ? tr("Reading the picture…") : QString());
        m_size->clear();
    }
    m_preview->setVisible(step != Step::Unusable);
    m_size->setVisible(step != Step::Unusable);
    showRemark(hasPicture ? m_picture.remark : QString());
    m_problem->setVisible(false);
    m_problem->say(QString());
    // Kept in the layout while hidden, so that the dialog does not jump when the upload begins.
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(step != Step::Unusable);
    m_progress->setSizePolicy(policy);
    m_progress->setVisible(step == Step::Uploading);
    m_other->setEnabled(step != Step::Uploading);
    m_upload->setEnabled(step == Step::Ready);
    m_upload->setText(step == Step::Uploading ? tr("Uploading…") : tr("Upload"));
}

void CoverDialog::showProblem(const Error &error)
{
    m_problem->say(error);
    m_problem->setVisible(true);
}

QString CoverDialog::problem() const
{
    return m_problem->said();
}

void CoverDialog::showRemark(const QString &text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

/// The upload waits for it by itself.
void CoverDialog::showPause(const QDateTime &until)
{
    if (m_step != Step::Uploading)
        return;
    // Stays true while it is read.
    showRemark(until.isValid()
                   ? tr("Spotify takes no more uploads right now. This one goes on by itself, in %1 at most.")
                         .arg(waitText(until))
                   : m_picture.remark);
}

void CoverDialog::upload()
{
    if (m_step != Step::Ready)
        return;
    setStep(Step::Uploading);
    m_progress->setRange(0, 0);
    const auto progress = [bar = QPointer<QProgressBar>(m_progress)](qint64 sent, qint64 total) {
        if (!bar || total <= 0)
            return;
        bar->setRange(0, 1000);
        bar->setValue(static_cast<int>(sent * 1000 / total));
    };
    m_call = m_api.uploadCover(m_playlist.id, m_picture.jpeg, progress, this, [this](const Result<Nothing> &result) {
        if (!result) {
            setStep(Step::Ready);
            showProblem(result.error());
            m_upload->setText(tr("Try again"));
            return;
        }
        Q_EMIT uploaded(m_picture.preview);
        accept();
    });
}

void CoverDialog::done(int result)
{
    ++m_generation;
    m_call.cancel();
    QDialog::done(result);
}

} // namespace segue::ui
