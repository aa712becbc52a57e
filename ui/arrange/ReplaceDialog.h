// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ReplacementFinder.h"
#include "ui/arrange/ReplaceModel.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace segue::ui
{

class ErrorLabel;
class ChoiceView;

/// Searches for what can stand in the place of a playlist's unavailable tracks, while the user looks on and chooses.
/// GUI thread. The Api must outlive it.
class ReplaceDialog : public QDialog
{
    Q_OBJECT

public:
    /// What taking these rows out would cost beside, as a sentence; empty when nothing.
    using Cost = std::function<QString(const playlist::RowList &rows)>;

    /// Begins to search. `unavailable` as with ReplaceModel, at least one.
    ReplaceDialog(web::Api &api, std::shared_ptr<const playlist::RowSnapshot> rows,
                  const playlist::RowList &unavailable, Cost cost, QWidget *parent = nullptr);
    ~ReplaceDialog() override;

Q_SIGNALS:
    /// Rows of the snapshot, each with what is to take its place; never none.
    void submitted(const std::vector<segue::ui::ReplaceModel::Choice> &choices);

private:
    void buildView();
    QWidget *buildStatus();
    QWidget *buildButtons();
    void search();
    void end(const std::optional<Error> &error);
    void showProgress(int done, int total);
    void showCount();
    void showCost();

    playlist::ReplacementFinder m_finder;
    const Cost m_cost;
    ReplaceModel *m_model;
    ChoiceView *m_view;
    QProgressBar *m_bar;
    QLabel *m_status;
    ErrorLabel *m_errorLabel;
    QPushButton *m_again;
    QLabel *m_costLabel;
    QPushButton *m_replace = nullptr;
    std::vector<int> m_searched; ///< the lines of the model that the finder looks for, by its index
    std::optional<Error> m_lastFailure;
    QTimer m_costTimer; ///< what it costs takes a while to tell for long lists
};

} // namespace segue::ui
