// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Call.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>

namespace segue::web
{
class Shelf;
}

namespace segue::models
{

/// Which tracks are among the user's Liked Songs, as far as somebody wanted to know, and putting them there. Answers
/// are kept in memory, for as long as this lives. One question is under way at a time. GUI thread; the Shelf must
/// outlive it.
class LikedTracks : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Liked, NotLiked };

    explicit LikedTracks(web::Shelf &shelf, QObject *parent = nullptr);

    [[nodiscard]] State state(const QString &uri) const;
    /// Tracks of Spotify's only: neither episodes nor local files.
    [[nodiscard]] static bool canBeLiked(const QString &uri);

    /// What is on screen; takes the place of what was wanted before. Answers come with changed(). A question that fails
    /// is not repeated before this is called again; one that this account may not ask, never.
    void want(const QStringList &uris);
    /// Shown at once, sent then; what is refused is as it was before, and failed() follows.
    void set(const QStringList &uris, bool liked);
    /// Removes them if all are liked, else saves those that are not; asks about what is not known first.
    void toggle(const QStringList &uris);

Q_SIGNALS:
    /// Some state() is another one.
    void changed();
    /// What the user wanted was not done.
    void failed(const segue::Error &error);

private:
    void ask();
    /// `then` when the states of all of them are known; failed() instead where that cannot be.
    void learn(const QStringList &uris, const std::function<void()> &then);
    void take(const QStringList &uris, const QList<bool> &liked);
    [[nodiscard]] QStringList unknownOf(const QStringList &uris) const;
    void send(const QStringList &uris, bool liked);

    web::Shelf &m_shelf;
    QStringList m_wanted;
    QHash<QString, bool> m_liked;
    QSet<QString> m_set; ///< by the user: answers to earlier questions are out of date
    web::Call m_question;
    bool m_mayAsk = true;
};

} // namespace segue::models
