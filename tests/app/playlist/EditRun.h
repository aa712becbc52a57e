// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/playlist/EditOracle.h"
#include "tests/app/playlist/EditRig.h"
#include "tests/app/playlist/EditTraffic.h"
#include "tests/app/playlist/EditWays.h"
#include "tests/app/playlist/Mischief.h"
#include "tests/app/playlist/RandomEdits.h"

namespace segue::playlist::test
{

/// What may happen besides the user's edits.
enum class Scene {
    Quiet,       ///< nothing
    Faults,      ///< calls fail, before or after they were carried out; the session ends
    Kills,       ///< as Faults, and the program is killed and started again
    Announced,   ///< as Faults, and somebody else edits while no call is under way; then the list is read again
    Unannounced, ///< as Faults, and somebody else edits at any time
    Quirks,      ///< as Faults, and the service ignores positions or long ranges, or shows changes late
    Impossible,  ///< the user removes what cannot be removed
};

/// Some dozens of random edits of one playlist, and what came of them. Everything but the timing follows from the seed.
class EditRun
{
public:
    EditRun(Scene scene, quint32 seed);

    /// Opens the playlist.
    void begin();
    /// One edit, and what goes with it.
    void step(int number);
    /// Waits until everything is saved, and checks it.
    void end();

    /// Empty as long as all is as it should be.
    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    [[nodiscard]] bool isGoingOn() const { return m_wrong.isEmpty(); }
    /// What was done, for a person to read.
    [[nodiscard]] const QStringList &story() const { return m_story; }

    struct Figures {
        int settled = 0;
        int edits = 0;
        int writes = 0;
        int planned = 0; ///< writes that were to be carried out, where that is known
        int reads = 0;
        int faults = 0;
        int kills = 0;
        int signOuts = 0;
        int replaces = 0;
        int merges = 0;
        int refusals = 0;
    };
    [[nodiscard]] const Figures &figures() const { return m_figures; }

private:
    void foreignEdit(QRandomGenerator &random);
    void edit(QRandomGenerator &random);
    void killAndRestart();
    void discard();
    void checkKept();
    [[nodiscard]] bool wasReplaced();
    void settle();
    void beginAnew();
    void checkCounts(const StandInList &atSpotify);
    void watch();
    [[nodiscard]] QString changedByItself() const;
    void complain(const QString &text);

    [[nodiscard]] bool isExact() const
    {
        return m_scene == Scene::Quiet || m_scene == Scene::Faults || m_scene == Scene::Kills;
    }
    [[nodiscard]] bool othersEdit() const { return m_scene == Scene::Announced || m_scene == Scene::Unannounced; }
    [[nodiscard]] bool copiesKept() const { return m_rig.honoursPositions() && m_scene != Scene::Quirks; }

    /// A moment from which on the number of calls is known: those of the plan between these lists.
    struct Checkpoint {
        RowList server;
        RowList wanted;
        int revision = 0;
        int writes = 0; ///< in the log
    };
    [[nodiscard]] EditWays::Calls planned(const Checkpoint &from, bool positionsHonoured, int rangeCap) const;
    void checkCountsWithQuirks(const EditTraffic &traffic);

    Scene m_scene;
    QRandomGenerator m_random;
    EditRig m_rig;
    Mischief m_mischief;
    EditWays m_ways;
    EditOracle m_oracle;
    std::unique_ptr<RandomEdits> m_edits;
    QList<EditOracle::Places> m_candidates; ///< lists of which one must come to Spotify; the last one unless killed
    std::optional<Checkpoint> m_checkpoint;
    bool m_checkpointDue = false;
    int m_revision = 0;        ///< when all was saved last
    bool m_loopHasRun = false; ///< since the last edit
    int m_editsSince = 0;      ///< since then
    int m_readsWanted = 0;     ///< since then and in the time before
    int m_readsAsked = 0;      ///< since then
    int m_signOuts = 0;        ///< since then
    int m_mostRows = 0;
    bool m_datesWereUnknown = false; ///< of rows that had just been added
    QString m_wrong;
    QStringList m_story;
    Figures m_figures;
};

} // namespace segue::playlist::test
