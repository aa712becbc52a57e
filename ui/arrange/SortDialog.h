// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ops/Sort.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPushButton;

namespace segue::ui
{

/// Asks what to sort by first, and then, and then: up to four keys, each upwards or downwards. GUI thread.
class SortDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int mostKeys = 4;

    /// Begins with these keys; popularity is only offered if `popularityKnown`. `scope` says what will be sorted, as a
    /// sentence.
    SortDialog(const std::vector<playlist::SortKey> &keys, bool ignoreArticles, bool popularityKnown,
               const QString &scope, QWidget *parent = nullptr);

    /// Each field once; never empty while the dialog can be accepted.
    [[nodiscard]] std::vector<playlist::SortKey> keys() const;

Q_SIGNALS:
    void submitted(const std::vector<segue::playlist::SortKey> &keys, bool ignoreArticles);

private:
    struct Line {
        QComboBox *field;
        QComboBox *order;
    };
    Line addLine(QGridLayout &grid, int number, bool popularityKnown);
    void set(const Line &line, const playlist::SortKey &key);
    void follow();

    std::vector<Line> m_lines;
    QCheckBox *m_ignoreArticles;
    QPushButton *m_sort = nullptr;
};

} // namespace segue::ui
