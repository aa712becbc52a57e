// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"
#include "app/demo/StandIn.h"
#include "app/playlist/Editor.h"
#include "app/store/Store.h"
#include "app/web/ApiClient.h"
#include "app/web/DialectMemory.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace segue::playlist::test
{

/// One position of a playlist as the stand-in has it.
struct StandInRow {
    qint64 row = 0; ///< stays with the item through moves; an item that is added again gets another
    QString uri;    ///< empty for an entry without an item
    QString ownUri; ///< of one without an item, too
    QString kind;
    QDateTime addedAt;
    QString addedBy;

    /// Whether nobody could tell the two apart by reading the playlist.
    [[nodiscard]] bool looksLike(const StandInRow &other) const
    {
        return uri == other.uri && addedAt == other.addedAt && addedBy == other.addedBy;
    }
};

struct StandInList {
    QList<StandInRow> rows;
    int revision = 0; ///< counts the changes

    [[nodiscard]] bool hasLookalikes() const;
};

/// One playlist of the stand-in, and over real HTTP all that the program has for editing it: ApiClient, Store, Editor.
/// The program can be killed and started again; the stand-in stays.
class EditRig : public QObject
{
    Q_OBJECT

public:
    explicit EditRig(demo::Dialect dialect, int bigSize = 620);
    ~EditRig() override;

    // -- the service ---------------------------------------------------------------------------------------
    /// Makes the playlist of this name the one that is edited.
    void choose(const QString &name);
    [[nodiscard]] const QString &playlistId() const { return m_playlistId; }
    [[nodiscard]] StandInList atSpotify();
    /// Somebody else's edit.
    void foreignEdit(const QJsonObject &edit);
    void setOptions(const QJsonObject &options);
    /// For requests to the items of the playlist; `fault` lacks the path.
    void arm(QJsonObject fault);
    [[nodiscard]] QJsonArray faults();
    void disarm();
    /// Requests to the items of the playlist since clearLog(): reads, or writes.
    [[nodiscard]] QJsonArray log(bool writes);
    void clearLog();
    /// URIs that no playlist of the stand-in holds.
    [[nodiscard]] QStringList newTracks(int count);

    /// No token is good any more, and there is no other one.
    void signOut();
    /// The user does; waitSaved() and start() begin with that.
    void signIn();
    [[nodiscard]] bool isSignedOut() const;

    /// For every start from now on.
    void setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest);

    // -- the program ---------------------------------------------------------------------------------------
    /// Starts it, and reads the list. False when that does not succeed.
    bool start();
    /// Ends it at once: connections are cut, nothing is waited for but the store's own thread.
    void kill();
    /// As the program does at its start: what the journal has is finished.
    bool finishUnfinished();
    [[nodiscard]] Editor &editor() const { return *m_editor; }
    [[nodiscard]] bool honoursPositions() const { return m_api->honoursPositions(); }

    /// How the user has orders saved.
    struct Saving {
        std::optional<SaveWay> way = SaveWay::KeepDates; ///< see Editor::setSaveWay()
        SaveWay answer = SaveWay::KeepDates;             ///< to the question
        bool answersAtOnce = true;                       ///< otherwise not before waitSaved()
    };
    /// For the program that runs, and every start from now on.
    void setSaving(const Saving &saving);

    // -- waiting -------------------------------------------------------------------------------------------
    /// Runs the event loop until `condition` holds; false when that takes longer than any test should.
    static bool waitFor(const std::function<bool()> &condition);
    [[nodiscard]] bool isSaved() const;
    /// Goes on by itself where the user would press "Try again", sign in, or answer a question.
    bool waitSaved();
    /// Until another list is known to be at Spotify, or everything is saved, or nothing goes on without the user.
    bool waitForCall();
    [[nodiscard]] bool waitsForUser() const;
    /// F5.
    void wantReading();
    /// F5, with all that follows.
    bool readAgain();

    [[nodiscard]] int merges() const { return m_merges; }
    [[nodiscard]] const QStringList &refusals() const { return m_refusals; }
    void forgetRefusals() { m_refusals.clear(); }

Q_SIGNALS:
    void serverChanged();
    void wantedChanged();

private:
    class Tokens;
    [[nodiscard]] QJsonArray controlled(const QString &path);

    demo::StandIn m_standIn;
    std::unique_ptr<Tokens> m_tokens;
    web::DialectMemoryInRam m_dialects;
    QTemporaryDir m_folder;
    QString m_playlistId;
    QString m_userId;

    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<web::Caller> m_caller;
    std::unique_ptr<web::ApiClient> m_api;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Editor> m_editor;
    Saving m_saving;
    std::chrono::milliseconds m_shortestDelay{1};
    std::chrono::milliseconds m_longestDelay{20};
    int m_serverChanges = 0;
    int m_merges = 0;
    bool m_readWanted = false; ///< and not begun
    bool m_loadFailed = false;
    QStringList m_refusals;
};

} // namespace segue::playlist::test
