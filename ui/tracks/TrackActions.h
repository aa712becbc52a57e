// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/SpotifyLinks.h"
#include "app/web/Values.h"
#include "ui/dialogs/DialogSeams.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QMimeData;

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;
class DuplicateGuard;
class MessageArea;
class TrackView;

/// The verbs on the selected rows: wires the commands to the editor of what the view shows, and keeps them enabled
/// exactly where they can do something. With several views in a window each has its own, and one of them is active.
class TrackActions : public QObject
{
    Q_OBJECT

public:
    /// The commands get their shortcuts in the view; all must outlive this.
    TrackActions(Commands &commands, TrackView &view, MessageArea &messages, const DialogSeams &seams,
                 DuplicateGuard &guard, QObject *parent = nullptr);

    /// Whether the commands mean this view; from the start they do.
    void setActive(bool active);

    /// Adds what the data holds behind the selection, and selects it; says why where that cannot be.
    void add(const QMimeData &data);
    void showMenu(const QPoint &globalPosition);
    /// After another playlist is shown, or may or may not be edited any more.
    void update();

Q_SIGNALS:
    /// What is behind these is wanted in the list, before this position; see LinkAdder.
    void linksToBeRead(const QList<segue::web::SpotifyLink> &links, int before);

private:
    [[nodiscard]] playlist::Editor *editor() const;
    void nudge(int delta);
    void moveTo(int before);
    void askForPosition();
    void removeSelected();
    void remove(const std::vector<int> &positions);
    void cut();
    void copy();
    void paste();
    void insert(const QMimeData &data, int before);
    void insert(playlist::Editor &edited, int before, const QList<web::MediumPtr> &media);
    void addLinks();
    void openInSpotify(int position);
    void say(const QString &text);

    Commands &m_commands;
    TrackView &m_view;
    MessageArea &m_messages;
    const DialogSeams &m_seams;
    DuplicateGuard &m_guard;
    bool m_active = true;
};

} // namespace segue::ui
