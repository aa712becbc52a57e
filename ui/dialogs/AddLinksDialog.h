// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace segue::ui
{

/// A field for Spotify links, many at once. Hands the text over; the model says what of it can be used.
class AddLinksDialog : public QDialog
{
    Q_OBJECT

public:
    /// `place` says where the tracks will go, as a sentence.
    explicit AddLinksDialog(const QString &place, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void submitted(const QString &text);

private:
    QPlainTextEdit *m_links;
    QPushButton *m_add;
};

/// Asks for a position between 1 and `most`.
class MoveToDialog : public QDialog
{
    Q_OBJECT

public:
    MoveToDialog(int count, int current, int most, QWidget *parent = nullptr);

Q_SIGNALS:
    /// 1 … most.
    void submitted(int position);
};

} // namespace segue::ui
