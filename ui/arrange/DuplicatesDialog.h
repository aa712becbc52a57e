// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/DuplicateFinder.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace segue::ui
{

class ChoiceView;
class DuplicatesModel;

/// Shows what stands in a playlist more than once, and lets the user choose what of it goes. GUI thread.
class DuplicatesDialog : public QDialog
{
    Q_OBJECT

public:
    /// What removing these rows would cost, as a sentence; empty when nothing.
    using Cost = std::function<QString(const playlist::RowList &rows)>;

    DuplicatesDialog(std::shared_ptr<const playlist::RowSnapshot> rows, Cost cost, QWidget *parent = nullptr);
    ~DuplicatesDialog() override;

Q_SIGNALS:
    /// Rows of the snapshot, never none.
    void submitted(const segue::playlist::RowList &rows);

private:
    QCheckBox *addReason(const QString &name, const QString &text, const QString &toolTip);
    void find();
    void show(const std::vector<playlist::DuplicateGroup> &groups);
    void showCount();
    void showCost();

    const std::shared_ptr<const playlist::RowSnapshot> m_rows;
    const Cost m_cost;
    playlist::DuplicateFinder m_finder;
    DuplicatesModel *m_model;
    QCheckBox *m_byUri;
    QCheckBox *m_byRecording;
    QCheckBox *m_bySong;
    QComboBox *m_keep;
    QStackedWidget *m_stack;
    ChoiceView *m_view;
    QLabel *m_nothing;
    QLabel *m_costLabel;
    QPushButton *m_reset = nullptr;
    QPushButton *m_remove = nullptr;
    QTimer m_costTimer; ///< what it costs takes a while to tell for long lists
};

} // namespace segue::ui
