// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/StatusRow.h"

#include "app/playlist/Editor.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace segue::ui
{

using playlist::Editor;
using playlist::SaveStatus;
using State = SaveStatus::State;

StatusRow::StatusRow(QWidget *parent)
    : QWidget(parent), m_selection(new QLabel(this)), m_reading(new QLabel(this)), m_dot(new QLabel(this)),
      m_save(new QLabel(this)), m_goOn(new QToolButton(this)), m_discard(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusRow"));
    m_selection->setObjectName(QStringLiteral("selectionStatus"));
    m_reading->setObjectName(QStringLiteral("readingStatus"));
    m_save->setObjectName(QStringLiteral("saveStatus"));
    m_goOn->setObjectName(QStringLiteral("goOnSaving"));
    m_discard->setObjectName(QStringLiteral("discardEdits"));
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    for (QToolButton *button : {m_goOn, m_discard}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->hide();
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 3, 12, 3);
    layout->setSpacing(8);
    layout->addWidget(m_selection);
    layout->addSpacing(12);
    layout->addWidget(m_reading);
    layout->addStretch();
    layout->addWidget(m_dot);
    layout->addWidget(m_save);
    layout->addWidget(m_goOn);
    layout->addWidget(m_discard);
    setMinimumHeight(fontMetrics().height() + 14);

    m_clock.setInterval(500);
    connect(&m_clock, &QTimer::timeout, this, &StatusRow::showStatus);
    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(500);
    connect(&m_progressDelay, &QTimer::timeout, this, &StatusRow::showProgress);
    connect(m_goOn, &QToolButton::clicked, this, [this] {
        if (m_editor)
            m_editor->resume();
    });
    connect(m_discard, &QToolButton::clicked, this, &StatusRow::discardRequested);
    showStatus();
}

void StatusRow::setEditor(Editor *editor)
{
    if (m_editor)
        m_editor->disconnect(this);
    m_editor = editor;
    m_loaded = 0;
    m_total = 0;
    m_progressDelay.stop();
    m_reading->clear();
    if (editor) {
        connect(editor, &Editor::saveStatusChanged, this, &StatusRow::showStatus);
        connect(editor, &Editor::editabilityChanged, this, &StatusRow::showStatus);
        connect(editor, &QObject::destroyed, this, &StatusRow::showStatus);
        connect(editor, &Editor::loadFailed, this, [this] {
            m_progressDelay.stop();
            m_reading->clear();
        });
        connect(editor, &Editor::loadProgress, this, [this](int loaded, int total) {
            m_loaded = loaded;
            m_total = total;
            if (loaded >= total) {
                m_progressDelay.stop();
                m_reading->clear();
            } else if (!m_reading->text().isEmpty()) {
                showProgress();
            } else if (!m_progressDelay.isActive()) {
                m_progressDelay.start();
            }
        });
        if (editor->isLoading())
            m_progressDelay.start();
    }
    showStatus();
}

void StatusRow::showProgress()
{
    if (!m_editor || !m_editor->isLoading()) {
        m_reading->clear();
        return;
    }
    m_reading->setText(m_total > 0
                           ? tr("Reading %1 of %2").arg(QLocale().toString(m_loaded), QLocale().toString(m_total))
                           : tr("Reading…"));
}

void StatusRow::setSelection(int count, qint64 milliseconds)
{
    QString text;
    if (count > 0) {
        text = tr("%1 selected").arg(QLocale().toString(count));
        if (milliseconds > 0)
            text += QStringLiteral(" · ") + durationText(std::chrono::milliseconds(milliseconds));
    }
    m_selection->setText(text);
}

void StatusRow::setPausedUntil(const QDateTime &until)
{
    m_pausedUntil = until;
    showStatus();
}

void StatusRow::setOthersUnsaved(int count)
{
    m_othersUnsaved = count;
    showStatus();
}

QString StatusRow::pauseText(const QDateTime &until, const QDateTime &now)
{
    constexpr qint64 countedSeconds = 100; // nobody counts down longer than that
    return now.secsTo(until) < countedSeconds ? tr("Pauses %1 (Spotify's limit)").arg(waitText(until, now))
                                              : tr("Pauses until %1 (Spotify's limit)").arg(clockText(until));
}

QString StatusRow::saveText(const SaveStatus &status, const QDateTime &now)
{
    switch (status.state) {
    case State::Saved:
        return tr("All saved");
    case State::Loading:
        return tr("Changes are saved once the list has been read");
    case State::Saving:
        if (status.callsTotal > 1)
            return tr("Saving %1 of %2").arg(qMin(status.callsDone + 1, status.callsTotal)).arg(status.callsTotal);
        return tr("Saving…");
    case State::Planning:
        return tr("Working out the fewest requests…");
    case State::Choosing:
        return tr("Waits for your choice");
    case State::Checking:
        return tr("Checking what Spotify has…");
    case State::Waiting:
        if (status.error && status.error->kind == ErrorKind::RateLimited)
            return pauseText(status.until, now);
        if (status.error && (status.error->kind == ErrorKind::Network || status.error->kind == ErrorKind::Timeout))
            return tr("Changes wait for the network");
        return tr("Tries again in %1").arg(waitText(status.until, now));
    case State::Held:
        if (status.error && status.error->kind == ErrorKind::RateLimited && status.until.isValid())
            return tr("Not saved: Spotify's limit until %1").arg(clockText(status.until));
        return tr("Not saved");
    }
    return {};
}

QString StatusRow::saveText() const
{
    return m_save->text();
}

void StatusRow::showStatus()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const SaveStatus status = m_editor ? m_editor->saveStatus() : SaveStatus{};
    // Nothing to save where nothing may be changed.
    const bool saves = m_editor && (m_editor->isEditable() || status.state != State::Saved);
    QString text = saves ? saveText(status, now) : QString();
    bool paused = m_pausedUntil.isValid() && m_pausedUntil > now;
    if (paused && status.state != State::Waiting && status.state != State::Held)
        text = pauseText(m_pausedUntil, now);
    if (status.state == State::Saved && !paused && m_othersUnsaved > 0)
        text = tr("Saving other playlists…");
    m_save->setText(text);
    m_save->setToolTip(status.error ? status.error->userText : QString());
    setAccessibleName(text);

    const QPalette colours = palette();
    QColor dot;
    switch (status.state) {
    case State::Saved:
        dot = paused ? QColor(0xd9, 0x8a, 0x00) : saves ? QColor(0x3f, 0xa3, 0x6b) : QColor();
        break;
    case State::Loading:
    case State::Planning:
    case State::Saving:
    case State::Checking:
        dot = colours.color(QPalette::Highlight);
        break;
    case State::Choosing:
    case State::Waiting:
        dot = QColor(0xd9, 0x8a, 0x00);
        break;
    case State::Held:
        dot = QColor(0xd6, 0x36, 0x45);
        break;
    }
    paintDot(dot);

    const bool canGoOn = status.state == State::Held || status.state == State::Waiting;
    m_goOn->setText(status.state == State::Held ? tr("Try again") : tr("Try now"));
    m_goOn->setAccessibleName(m_goOn->text());
    m_goOn->setVisible(canGoOn);
    const bool canDiscard =
        canGoOn || status.state == State::Planning || (status.state == State::Saving && status.callsTotal > 1);
    m_discard->setText(status.state == State::Saving || status.state == State::Planning ? tr("Cancel") : tr("Discard"));
    m_discard->setAccessibleName(m_discard->text());
    m_discard->setToolTip(tr("Take back what Spotify does not have yet"));
    m_discard->setVisible(canDiscard);

    if (status.state == State::Waiting || paused)
        m_clock.start();
    else
        m_clock.stop();
}

void StatusRow::paintDot(const QColor &color)
{
    const qreal scale = devicePixelRatioF();
    QPixmap pixmap(QSize(9, 9) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    if (color.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QRectF(0.5, 0.5, 8, 8));
    }
    m_dot->setPixmap(pixmap);
}

} // namespace segue::ui
