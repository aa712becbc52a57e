// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace segue
{
struct Error;
}
namespace segue::models
{
class Library;
}
namespace segue::web
{
class Api;
}

namespace segue::ui
{

class MessageArea;

/// Finds the playlists that somebody has a link to, in the library or not. GUI thread.
class LinkOpener : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    LinkOpener(web::Api &api, models::Library &library, MessageArea &messages, QObject *parent = nullptr);

    /// The playlist that the text names, and nothing else: a link or URI with any text around it, or a bare id. Empty
    /// when it names none, or several things.
    [[nodiscard]] static QString playlistIn(const QString &text);

    /// Where a playlist is to be shown.
    enum class Place { Here, Beside };
    /// Asks Spotify for it unless it is known. A later call takes the place of one that is under way.
    void open(const QString &playlistId, Place place = Place::Here);

Q_SIGNALS:
    /// The library knows it now; see Library::visit().
    void found(const QString &playlistId, segue::ui::LinkOpener::Place place);

private:
    void tellFailed(const QString &playlistId, Place place, const Error &error);
    void lookWhetherFollowed(const QString &playlistId);

    web::Api &m_api;
    models::Library &m_library;
    MessageArea &m_messages;
    QString m_wanted; ///< the last one that was asked for
};

} // namespace segue::ui
