// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class SourcePanel;

/// Has the panel mark the tracks that the open playlist has already; not while nobody sees it. GUI thread.
class PresentTracks : public QObject
{
    Q_OBJECT

public:
    /// The panel must outlive this.
    explicit PresentTracks(SourcePanel &panel, QObject *parent = nullptr);

    /// The playlist to which the panel adds; null for none.
    void setEditor(playlist::Editor *editor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    SourcePanel &m_panel;
    QPointer<playlist::Editor> m_editor;
    QTimer m_settle;    ///< not for every page of a long list
    bool m_due = false; ///< the panel has not been told since it was hidden
};

} // namespace segue::ui
