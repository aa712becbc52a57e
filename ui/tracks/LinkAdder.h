// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/MediaCollector.h"
#include "ui/tracks/ListPlace.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class DuplicateGuard;
class MessageArea;
struct Account;

/// Adds what is behind links to albums, shows and playlists, once it has been read: beside the row where they were
/// dropped, wherever that stands by then. GUI thread.
class LinkAdder : public QObject
{
    Q_OBJECT

public:
    /// Tells what it does in `messages`. All must outlive this, as the account's services must.
    LinkAdder(const Account &account, MessageArea &messages, DuplicateGuard &guard, QObject *parent = nullptr);
    ~LinkAdder() override;

    /// `before` is a position now. One after the other: a later one takes the place of one that is being read.
    void add(playlist::Editor &editor, const QList<web::SpotifyLink> &links, int before);
    /// Leaves off; nothing is added.
    void cancel();

Q_SIGNALS:
    /// They are in the list, as one step of its undo stack.
    void added(int first, int count);

private:
    void take(const models::CollectedMedia &collected);
    void tellFailed(const Error &error, const QList<web::SpotifyLink> &links, int before);

    web::Api &m_api;
    web::Catalogue *m_catalogue;
    MessageArea &m_messages;
    DuplicateGuard &m_guard;
    QPointer<playlist::Editor> m_editor;
    std::optional<ListPlace> m_place; ///< in its list
    std::unique_ptr<models::MediaCollector> m_collector;
};

} // namespace segue::ui
