// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/sync/SaveWay.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace segue::ui
{

/// Asks, above the list, how an order that takes many requests is saved, with what each way takes and loses. Not modal:
/// the list can be looked at and edited meanwhile. GUI thread.
class SaveChoiceBar : public QFrame
{
    Q_OBJECT

public:
    explicit SaveChoiceBar(QWidget *parent = nullptr);

    /// Shows the question; keep-dates is chosen until the user chooses otherwise.
    void ask(const playlist::SaveChoice &choice);

    /// "499 requests, about 3 min"
    [[nodiscard]] static QString costText(int calls);

Q_SIGNALS:
    void chosen(segue::playlist::SaveWay way, bool remember);
    /// The user wants none of it: what Spotify does not have yet is to be taken back.
    void discardRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Way {
        QRadioButton *button;
        QLabel *cost;
        QLabel *consequence;
    };
    Way addWay(QVBoxLayout &layout, const QString &name, const QString &text, const QString &consequence);
    [[nodiscard]] playlist::SaveWay way() const;

    QLabel *m_title;
    Way m_keepDates;
    Way m_calm;
    Way m_fast;
    QCheckBox *m_remember;
    QPushButton *m_save;
};

} // namespace segue::ui
