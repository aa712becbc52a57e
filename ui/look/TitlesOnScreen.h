// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QListView;

namespace segue::models
{
class TitleLookup;
}

namespace segue::ui
{

class ComparedRowsModel;

/// Has the titles looked up that the rows on screen lack, and no others: a list can be scrolled through without a call
/// for every row of it. GUI thread.
class TitlesOnScreen : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this. The view shows the model.
    TitlesOnScreen(QListView &view, ComparedRowsModel &model, models::TitleLookup &lookup, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void showAnswers();
    [[nodiscard]] int firstShown() const;
    [[nodiscard]] int lastShown() const;

    QListView &m_view;
    ComparedRowsModel &m_model;
    models::TitleLookup &m_lookup;
    QTimer m_settle; ///< what is only scrolled past is not looked up
};

} // namespace segue::ui
