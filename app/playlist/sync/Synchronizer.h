// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/sync/EarlyReads.h"
#include "app/playlist/sync/ListSnapshots.h"
#include "app/playlist/sync/PlanSearch.h"
#include "app/playlist/sync/SavePause.h"
#include "app/playlist/sync/SaveStatus.h"
#include "app/playlist/sync/ServiceTraits.h"
#include "app/playlist/sync/SyncActivity.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

namespace segue::web
{
class Api;
}

namespace segue::playlist
{

class AddedRows;
class Document;
class EditJournal;
class WholeListReader;
struct Expectation;

/// Brings the wanted list of one document to Spotify, one call at a time. GUI thread; the Api, the document and the
/// journal must outlive it.
///
/// By state, not by replay: it only ever compares the wanted list with the list at Spotify and sends the first call of
/// the shortest plan between them, once the wanted list is in the journal. After an answer that was lost or cannot be
/// trusted it reads the list again, finds out which of the lists it expected is there, merges what somebody else did,
/// and goes on from that.
class Synchronizer : public QObject
{
    Q_OBJECT

public:
    /// `userId`: who the rows added here are added by.
    Synchronizer(web::Api &api, Document &document, EditJournal &journal, QString userId, QObject *parent = nullptr);
    ~Synchronizer() override;

    [[nodiscard]] SaveStatus status() const { return m_status; }

    /// Whether single copies can be removed by their positions: what the service documents, unless it was seen not to.
    [[nodiscard]] bool honoursPositions() const;
    /// Of Document::server(); empty when not known.
    [[nodiscard]] QString listSnapshot() const;

    /// Rows the user has just moved by hand: what the next plan prefers to move.
    void setPreferred(const RowList &rows) { m_preferred = rows; }

    /// Reads the whole list again, now or once the call under way is answered, and merges.
    void readAgain();
    /// Spotify told a snapshot id of the playlist. One that is new to us, while nothing of ours is under way, is a
    /// reason to read the list again.
    void hear(const QString &snapshotId);
    /// Goes on after Held, or at once instead of waiting.
    void resume();
    /// Wanted becomes what Spotify has, once the call under way is answered; not if another list is wanted by then.
    void cancel();

    /// See PlanSearch.
    void setWay(std::optional<SaveWay> way) { m_search.setWay(way); }
    void choose(SaveWay way) { m_search.choose(way); }
    [[nodiscard]] const std::optional<SaveChoice> &choice() const { return m_search.choice(); }

    /// Shortest and longest pause before a list is read again after a passing failure.
    void setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
    {
        m_pause.setDelays(shortest, longest);
    }

Q_SIGNALS:
    void statusChanged();
    /// A call was refused for good. Emitted while the wanted list is still the user's; afterwards it is what
    /// Spotify has.
    void refused(const segue::Error &error);
    void rereadFailed(const segue::Error &error);
    /// As PlanSearch says: no call is sent before choose(), or before another list is wanted.
    void choiceNeeded(const segue::playlist::SaveChoice &choice);
    void mergedForeignChanges(int added, int removed, int moved);
    /// The list at Spotify, as the document has it now, was read after this snapshot id was told, and is another one
    /// than before.
    void changedElsewhere(const QString &snapshotId);
    /// Wanted should become the server list now (see cancel()); whoever keeps the history does it.
    void cancelDue();

private:
    using Activity = SyncActivity;

    void onWantedChanged();
    void scheduleKick();
    void kick();
    void finishInSync();
    void replan();
    void takePlan(const Plan &plan);
    void bringBack(const Plan &plan);
    void sendNext();
    [[nodiscard]] bool lacksSnapshotFor(const Step &step) const;
    void askForSnapshot();
    void takeSnapshot(const QString &snapshotId);
    void send(const Step &step);
    void answered(const Step &step, const Result<QString> &result);
    void confirmed(const Step &step, const QString &snapshotId);
    void failed(const Step &step, const Error &error);
    void refuseOrCheck(const Error &error);
    void refuse(const Error &error);
    void startReading();
    void readingDone(const QList<web::PlaylistEntry> &entries);
    [[nodiscard]] Expectation expectation() const;
    void readingFailed(const Error &error);
    [[nodiscard]] bool isStopped() const;
    void endPause();
    void waitAfter(const Error &error);
    void settle();
    void hold(const Error &error);
    void setActivity(Activity activity);
    void publish();
    [[nodiscard]] RowLookup lookup() const;

    web::Api &m_api;
    Document &m_document;
    EditJournal &m_journal;
    const QString m_userId;
    PlanSearch m_search;
    std::unique_ptr<WholeListReader> m_reader;
    std::unique_ptr<AddedRows> m_added;
    SavePause m_pause;
    EarlyReads m_early;
    ListSnapshots m_snapshots;
    ServiceTraits m_traits;

    Activity m_activity = Activity::Idle;
    SaveStatus m_status;
    std::deque<Step> m_plan;
    int m_planRevision = -1;   ///< the list that is wanted when m_plan is carried out; −1: there is no plan
    int m_callsDone = 0;       ///< since the list was last in sync
    bool m_versionDue = false; ///< our calls made a list that is not in the history yet
    RowList m_preferred;
    RowList m_expectedAfter;        ///< the list if the call in doubt was carried out
    std::optional<Step> m_doubtful; ///< whether it was carried out is not known
    bool m_checkedRefusal = false;  ///< the list was read again because of the refusal before
    bool m_rereadWanted = false;
    bool m_cancelWanted = false;
    bool m_kickScheduled = false;
};

} // namespace segue::playlist
