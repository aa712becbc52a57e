// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/MediaCollector.h"

#include <QPointer>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace segue::ui
{

class MessageArea;
struct Account;

/// Reads what is behind links that are to be added to playlists: for one playlist in the order in which that was
/// wanted, for several at the same time, whatever is shown meanwhile. A message for each playlist tells of it, with a
/// way to leave off. GUI thread.
class LinkReads : public QObject
{
    Q_OBJECT

public:
    /// The account's services and `messages` must outlive this.
    LinkReads(const Account &account, MessageArea &messages, QObject *parent = nullptr);
    ~LinkReads() override;

    /// There is something in it.
    using Take = std::function<void(const models::CollectedMedia &collected)>;
    /// Calls `take` once, through the event loop. Never when the user leaves off, when there is nothing to add (then it
    /// says so, with a way to try again where that may help), or once `context` has gone.
    void read(const web::Playlist &playlist, const QList<web::SpotifyLink> &links, QObject *context, const Take &take);

private:
    struct Job {
        QString playlistId;
        QString playlistName;
        QList<web::SpotifyLink> links;
        QPointer<QObject> context;
        Take take;
    };
    struct Reading {
        std::deque<Job> jobs; ///< the first is being read
        std::unique_ptr<models::MediaCollector> collector;
    };

    void add(const Job &job);
    void begin(const QString &playlistId);
    void cancel(const QString &playlistId);
    [[nodiscard]] Job takeFirst(const QString &playlistId);
    void tell(const QString &playlistId);
    void finish(const QString &playlistId, const models::CollectedMedia &collected);
    void fail(const QString &playlistId, const Error &error);
    [[nodiscard]] QString nextOutcomeId();

    web::Api &m_api;
    web::Catalogue *m_catalogue;
    MessageArea &m_messages;
    std::map<QString, Reading> m_readings; ///< by playlist
    int m_outcomes = 0;                    ///< none must hide another
};

} // namespace segue::ui
