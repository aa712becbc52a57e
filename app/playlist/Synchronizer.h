// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/Planner.h"
#include "app/playlist/SaveStatus.h"
#include "app/playlist/SaveWay.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>

namespace segue::web
{
class Api;
}

namespace segue::playlist
{

class Document;
class EditJournal;
class ListReader;

/// Brings the wanted list of one document to Spotify, one call at a time. GUI thread; the Api and the document must
/// outlive it.
///
/// By state, not by replay: it only ever compares the wanted list with the list at Spotify and sends the first call of
/// the shortest plan between them. After an answer that was lost or cannot be trusted it reads the list again, finds
/// out which of the lists it expected is there, merges what somebody else did, and goes on from that.
class Synchronizer : public QObject
{
    Q_OBJECT

public:
    /// `userId`: who the rows added here are added by.
    Synchronizer(web::Api &api, Document &document, QString userId, QObject *parent = nullptr);
    ~Synchronizer() override;

    [[nodiscard]] SaveStatus status() const { return m_status; }

    /// Where the wanted list is written down before the first call for it leaves; null (as at first): nowhere.
    void setJournal(EditJournal *journal) { m_journal = journal; }
    /// Whether the list that is wanted now would survive the program.
    [[nodiscard]] bool isKept() const;
    /// What the edit is called that made the wanted list what it is.
    void setWhat(const QString &what) { m_what = what; }

    /// Rows the user has just moved by hand: what the next plan prefers to move.
    void setPreferred(const RowList &rows) { m_preferred = rows; }

    /// Reads the whole list again, now or once the call under way is answered, and merges.
    void readAgain();
    /// Goes on after Held, or at once instead of waiting.
    void resume();
    /// Wanted becomes what Spotify has, once the call under way is answered.
    void cancel();

    /// How orders that take more than `callsWithoutAsking` moves are saved; nothing: the user is asked each time, see
    /// choiceNeeded().
    void setWay(std::optional<SaveWay> way);
    /// The answer to choiceNeeded(): for the list that is wanted, and what it becomes until all of it is saved.
    void choose(SaveWay way);
    /// What there is to choose from, while a choice is waited for.
    [[nodiscard]] const std::optional<SaveChoice> &choice() const { return m_choice; }

    /// Shortest and longest pause before a list is read again after a passing failure.
    void setRetryDelays(std::chrono::milliseconds shortest, std::chrono::milliseconds longest);

Q_SIGNALS:
    void statusChanged();
    /// A call was refused for good. Emitted while the wanted list is still the user's; afterwards it is what
    /// Spotify has.
    void refused(const segue::Error &error);
    void rereadFailed(const segue::Error &error);
    void rereadDone();
    /// The wanted order takes many calls: none is sent before choose(), or before another list is wanted.
    void choiceNeeded(const segue::playlist::SaveChoice &choice);
    void mergedForeignChanges(int added, int removed, int moved);
    /// Wanted should become the server list now (see cancel()); whoever keeps the history does it.
    void cancelDue();

private:
    enum class Activity { Idle, Planning, Choosing, Keeping, Sending, Settling, Reading, Confirming, Waiting, Held };

    void kick();
    void scheduleKick();
    void replan();
    /// The moves of each way; of the calm one only when it may be chosen.
    struct Searched {
        order::ReorderPlan moves;
        std::optional<order::ReorderPlan> calm;
    };
    void planned(const Searched &searched);
    void abandonPlanning();
    void sendNext();
    void keepWanted();
    void keepBeforeReplacing();
    void send(const Step &step);
    void answered(const Step &step, const Result<QString> &result);
    void refuse(const Error &error);
    void startReading();
    void readingDone();
    void confirmAdded();
    void confirmed(int first, const Result<web::EntryPage> &result);
    void waitAfter(const Error &error, Activity activity);
    void rememberPast(const RowList &list);
    [[nodiscard]] bool isOwnPast(const RowList &list) const;
    void hold(const Error &error);
    void setActivity(Activity activity);
    void publish();
    [[nodiscard]] RowLookup lookup() const;

    web::Api &m_api;
    Document &m_document;
    const QString m_userId;
    std::unique_ptr<ListReader> m_reader;
    QList<web::PlaylistEntry> m_read;
    QTimer m_retry;
    std::chrono::milliseconds m_shortestDelay{2000};
    std::chrono::milliseconds m_longestDelay{60000};
    int m_failuresInARow = 0;

    Activity m_activity = Activity::Idle;
    SaveStatus m_status;
    std::optional<Error> m_trouble; ///< why Waiting or Held
    QDateTime m_until;
    std::optional<PlanDraft> m_draft; ///< while its moves are looked for
    std::unique_ptr<QFutureWatcher<Searched>> m_search;
    std::stop_source m_searchStop;
    std::deque<Step> m_plan;
    bool m_planValid = false;
    EditJournal *m_journal = nullptr;
    QString m_what;
    int m_wantedNumber = 0;      ///< counts the lists that were wanted
    int m_keptNumber = 0;        ///< the one that is in the journal
    int m_keepingNumber = 0;     ///< the one that is being written
    bool m_replaceReady = false; ///< the list before and the one after are in the store
    std::optional<SaveWay> m_way = SaveWay::KeepDates;
    std::optional<SaveWay> m_chosen; ///< until the list is in sync
    std::optional<SaveChoice> m_choice;
    int m_callsDone = 0;
    RowList m_preferred;
    RowList m_expectedAfter; ///< the list if the call in doubt was carried out
    std::optional<Step> m_doubtful;
    QString m_snapshot;
    std::deque<RowList> m_past; ///< own lists of the last moments
    QElapsedTimer m_sinceWrite;
    int m_staleReads = 0;
    bool m_rereadWanted = false;
    bool m_cancelWanted = false;
    bool m_kickScheduled = false;
    bool m_confirmTried = false;
    bool m_positionsWork = true;   ///< until the service was seen to ignore them
    int m_rangeCap = 0;            ///< 0 until a long range was seen to do nothing
    bool m_longRangesWork = false; ///< a range over the documented page of items was seen to move
};

} // namespace segue::playlist
