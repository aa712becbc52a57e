// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace segue::ui
{

class ChoiceTreeModel;

/// Shows a ChoiceTreeModel: groups with check boxes, below them their members with radio buttons, what is not chosen
/// dimmed. A click chooses a member; so does Space, which checks and unchecks groups, and Return unless it is chosen
/// already.
class ChoiceView : public QTreeView
{
    Q_OBJECT

public:
    /// `model` must outlive this.
    explicit ChoiceView(ChoiceTreeModel &model, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChoiceTreeModel &m_model;
};

} // namespace segue::ui
