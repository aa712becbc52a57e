// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Call.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>

namespace segue::web
{
class Shelf;
}

namespace segue::models
{

/// How a LikedTracks::set() ended.
struct LikeOutcome {
    bool liked = false;         ///< what was wanted
    QStringList changed;        ///< what was not so before, and is now; empty without an error: all of it was so
    QStringList failed;         ///< what could not be done, or nobody knows of
    std::optional<Error> error; ///< of the first that failed
    bool isSeen = false;        ///< the user sees it where they did it
};

/// Which tracks and episodes are among what the user has saved (Liked Songs, Your Episodes), as far as somebody wanted
/// to know, and putting them there. Answers are kept in memory, for as long as this lives. One question is under way at
/// a time, about one kind, and a kind that is refused does not keep the other from being asked or changed. GUI thread;
/// the Shelf must outlive it.
class LikedTracks : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Liked, NotLiked };

    explicit LikedTracks(web::Shelf &shelf, QObject *parent = nullptr);

    /// As the user wants it while that is under way; else what Spotify said last.
    [[nodiscard]] State state(const QString &uri) const;
    /// What Spotify has in its catalogue, and no local files.
    [[nodiscard]] static bool canBeLiked(const QString &uri) { return isTrack(uri) || isEpisode(uri); }
    [[nodiscard]] static bool isTrack(const QString &uri);
    [[nodiscard]] static bool isEpisode(const QString &uri);

    /// What `who` shows or has selected; takes the place of what they wanted before. Answers come with changed(). A
    /// question that fails is not repeated before this is called again; one that lacks something, not before
    /// askAgain(); one that this account may not ask, never.
    void want(const QStringList &uris, const QObject *who = nullptr);
    /// The account may be allowed more than before, or Spotify be reached again.
    void askAgain();
    /// Asks anew for what is wanted, and for everything else when it is wanted again. Shows what it knew until then.
    void reload();
    /// What is known is shown at once, and sent; what is refused is as it was before. Of what is to be saved and is
    /// unknown, it asks first, so that finished() can tell what was there already. finished() follows, also at once.
    void set(const QStringList &uris, bool liked, bool isSeen = false);

Q_SIGNALS:
    /// Some state() is another one.
    void changed();
    void finished(const segue::models::LikeOutcome &outcome);

private:
    enum Kind { Tracks, Episodes, kindTotal }; ///< a call takes URIs of one
    enum class Asking { May, WhenWanted, WhenAllowed, Never };
    struct Wish {
        quint64 number = 0; ///< of the latest one about that URI
        bool liked = false;
        bool isUnderWay = false;
    };
    struct Setting {
        LikeOutcome outcome;
        int open = 1;
    };
    using SettingPtr = std::shared_ptr<Setting>;

    [[nodiscard]] static QStringList ofKind(const QStringList &uris, Kind kind);
    [[nodiscard]] QStringList unknownOf(const QStringList &uris) const;
    void ask();
    void take(const QStringList &uris, const QList<bool> &liked, quint64 asked);
    /// Asks about what is unknown, then sends what is not as it is wanted. All of one kind.
    void learn(const QStringList &uris, const SettingPtr &setting);
    void send(const QStringList &uris, const SettingPtr &setting);
    void takeOutcome(const QStringList &uris, quint64 number, bool liked, const std::optional<Error> &error);
    void settle(const SettingPtr &setting, const QStringList &uris = {}, const std::optional<Error> &error = {});

    web::Shelf &m_shelf;
    QHash<const QObject *, QStringList> m_wanted;
    QHash<QString, bool> m_there; ///< as Spotify said
    QSet<QString> m_stale;        ///< of these: before reload()
    QHash<QString, Wish> m_wishes;
    quint64 m_wishCount = 0;
    web::Call m_question;
    std::array<Asking, kindTotal> m_asking{};
};

} // namespace segue::models
