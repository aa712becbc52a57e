// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace segue::playlist
{
class Editor;
struct SaveStatus;
} // namespace segue::playlist

namespace segue::ui
{

/// The line at the bottom: what is selected, how far reading and saving have got, and what can be done about it.
class StatusRow : public QWidget
{
    Q_OBJECT

public:
    explicit StatusRow(QWidget *parent = nullptr);

    /// Null: no playlist is shown.
    void setEditor(playlist::Editor *editor);
    void setSelection(int count, qint64 milliseconds);
    /// The whole account pauses until then (UTC; invalid: no longer).
    void setPausedUntil(const QDateTime &until);
    /// Saving elsewhere: playlists with unsaved edits besides the one that is shown.
    void setOthersUnsaved(int count);

    /// How a state of saving is told. `now` is for tests.
    [[nodiscard]] static QString saveText(const playlist::SaveStatus &status, const QDateTime &now);
    [[nodiscard]] QString saveText() const;

Q_SIGNALS:
    void discardRequested();

private:
    [[nodiscard]] static QString pauseText(const QDateTime &until, const QDateTime &now);
    void showStatus();
    void showProgress();
    void paintDot(const QColor &color);

    QPointer<playlist::Editor> m_editor;
    QTimer m_clock;         ///< while a countdown is shown
    QTimer m_progressDelay; ///< quick reads are not worth a word
    QDateTime m_pausedUntil;
    int m_loaded = 0;
    int m_total = 0;
    int m_othersUnsaved = 0;
    QLabel *m_selection;
    QLabel *m_reading;
    QLabel *m_dot;
    QLabel *m_save;
    QToolButton *m_goOn;
    QToolButton *m_discard;
};

} // namespace segue::ui
