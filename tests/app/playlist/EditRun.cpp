// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditRun.h"

#include "app/playlist/Document.h"
#include "app/playlist/Planner.h"
#include "tests/app/playlist/Chance.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <utility>

namespace segue::playlist::test
{

namespace
{

constexpr int RowsOfPage = 50;

} // namespace

EditRun::EditRun(Scene scene, quint32 seed)
    : m_scene(scene), m_random(seed), m_rig(seed % 2 == 0 ? demo::Dialect::Items : demo::Dialect::Tracks),
      m_mischief(m_rig), m_ways(m_rig)
{
}

void EditRun::complain(const QString &text)
{
    if (!m_wrong.isEmpty())
        return;
    m_wrong = text;
    m_story.append(QStringLiteral("writes since everything was saved last:"));
    for (const QJsonValue entry : m_rig.log(true))
        m_story.append(
            QStringLiteral("%1 %2 -> %3 %4")
                .arg(entry[QLatin1String("method")].toString(),
                     QString::fromUtf8(
                         QJsonDocument(entry[QLatin1String("body")].toObject()).toJson(QJsonDocument::Compact)))
                .arg(entry[QLatin1String("status")].toInt())
                .arg(entry[QLatin1String("ending")].toString()));
}

void EditRun::begin()
{
    m_mischief.fill(m_random);
    if (m_scene == Scene::Quirks)
        m_rig.setRetryDelays(Mischief::DelayWithLag, 2 * Mischief::DelayWithLag);
    if (!m_rig.start())
        return complain(QStringLiteral("the list cannot be read"));
    RandomEdits::Options options;
    options.impossible = m_scene == Scene::Impossible;
    options.positionsHonoured = m_rig.honoursPositions();
    options.keepSome = othersEdit();
    m_edits = std::make_unique<RandomEdits>(m_rig.editor(), m_rig.newTracks(30), options);
    QObject::connect(&m_rig, &EditRig::wantedChanged, &m_rig, [this] { m_checkpointDue = true; });
    QObject::connect(&m_rig, &EditRig::serverChanged, &m_rig, [this] { watch(); });
    if (!m_rig.waitSaved())
        return complain(QStringLiteral("a list that was only read is not saved"));
    m_story.append(QStringLiteral("%1 rows").arg(m_rig.editor().document().size()));
    beginAnew();
}

/// Whatever call was under way when the list on screen was changed is over now.
void EditRun::watch()
{
    if (!std::exchange(m_checkpointDue, false))
        return;
    const Document &document = m_rig.editor().document();
    m_checkpoint = Checkpoint{document.server(), document.wanted(), m_rig.atSpotify().revision,
                              static_cast<int>(m_rig.log(true).size())};
}

void EditRun::beginAnew()
{
    const StandInList list = m_rig.atSpotify();
    const Document &document = m_rig.editor().document();
    m_oracle.begin(document, list);
    m_edits->forgetTouched();
    m_candidates = {m_oracle.places(document, document.wanted())};
    m_revision = list.revision;
    m_ways.beginAnew();
    m_editsSince = 0;
    m_signOuts = 0;
    m_datesWereUnknown = std::any_of(document.wanted().begin(), document.wanted().end(),
                                     [&document](RowId id) { return !document.row(id).confirmed; });
    // Until it begins, nothing tells of a reading that is wanted.
    m_readsWanted = std::exchange(m_readsAsked, 0);
    m_mostRows = document.size();
    m_checkpoint.reset();
    m_checkpointDue = false;
    m_rig.disarm();
    m_rig.clearLog();
}

void EditRun::foreignEdit(QRandomGenerator &random)
{
    const StandInList before = m_rig.atSpotify();
    m_story.append(m_mischief.editElsewhere(random));
    m_oracle.foreign(before, m_rig.atSpotify());
}

QString EditRun::changedByItself() const
{
    const auto told = [](const RowList &list) {
        QStringList ids;
        for (const RowId id : list)
            ids.append(QString::number(id));
        return ids.join(u' ');
    };
    return QStringLiteral("the list on screen changed by itself, %1 merges, refusals: %2\nfrom %3\nto   %4")
        .arg(m_rig.merges())
        .arg(m_rig.refusals().join(u';'), told(m_edits->wanted()), told(m_rig.editor().document().wanted()));
}

void EditRun::edit(QRandomGenerator &random)
{
    const Document &document = m_rig.editor().document();
    if (isExact() && document.wanted() != m_edits->wanted())
        complain(changedByItself());
    if (!isExact())
        m_edits->listIsNew();
    if (m_rig.editor().isKept())
        m_candidates = {m_candidates.constLast()};
    const bool wasSaved = m_rig.isSaved();
    const RowList before = document.wanted();
    m_checkpoint.reset();
    m_loopHasRun = false;
    m_story.append(m_edits->step(random));
    ++m_figures.edits;
    ++m_editsSince;
    m_mostRows = std::max(m_mostRows, document.size());
    if (!m_edits->wrong().isEmpty())
        complain(m_edits->wrong());
    m_oracle.edited(document, before, document.wanted(), copiesKept());
    m_candidates.append(m_oracle.places(document, document.wanted()));
    if (wasSaved) {
        m_checkpoint = Checkpoint{document.server(), document.wanted(), m_rig.atSpotify().revision,
                                  static_cast<int>(m_rig.log(true).size())};
        m_checkpointDue = false;
    }
}

void EditRun::killAndRestart()
{
    if (m_loopHasRun)
        checkKept();
    // What was done since the event loop ran last may be lost as a whole.
    if ((m_rig.isSaved() && m_loopHasRun) || m_rig.editor().isKept())
        m_candidates = {m_candidates.constLast()};
    m_story.append(QStringLiteral("  killed while %1, %2 lists may come back")
                       .arg(m_rig.isSaved()           ? QStringLiteral("saved")
                            : m_rig.editor().isKept() ? QStringLiteral("kept")
                                                      : QStringLiteral("not kept"))
                       .arg(m_candidates.size()));
    ++m_figures.kills;
    m_checkpoint.reset();
    m_rig.kill();
    if (!m_rig.start())
        return complain(QStringLiteral("the list cannot be read after a restart"));
    m_edits->setEditor(m_rig.editor());
    if (!m_rig.finishUnfinished())
        return complain(QStringLiteral("the unfinished edit is not saved after a restart"));
    const StandInList list = m_rig.atSpotify();
    const bool replaced = wasReplaced();
    QStringList why;
    const bool comesBack =
        std::any_of(m_candidates.cbegin(), m_candidates.cend(), [&](const EditOracle::Places &wanted) {
            why.append(m_oracle.compareList(wanted, list, replaced));
            return why.constLast().isEmpty();
        });
    if (!comesBack)
        complain(QStringLiteral("after a restart: ") + why.join(u'\n'));
    if (const QString wrong = m_oracle.compareItems(list, replaced); !wrong.isEmpty())
        complain(QStringLiteral("after a restart: ") + wrong);
    if (const QString wrong = EditOracle::compareScreen(m_rig.editor().document(), list); !wrong.isEmpty())
        complain(QStringLiteral("after a restart: ") + wrong);
    m_edits->listIsNew();
    if (isGoingOn())
        beginAnew();
}

void EditRun::discard()
{
    if (!m_rig.editor().hasUnsavedEdits())
        return;
    m_story.append(QStringLiteral("  discard"));
    const Document &document = m_rig.editor().document();
    const RowList before = document.wanted();
    m_checkpoint.reset();
    m_rig.editor().discardUnsaved();
    if (!m_rig.waitSaved())
        return complain(QStringLiteral("what was discarded is not saved"));
    m_edits->listIsNew();
    m_oracle.edited(document, before, document.wanted(), copiesKept());
    m_candidates = {m_oracle.places(document, document.wanted())};
    m_checkpoint.reset();
}

/// Whoever is signed out may end the program.
void EditRun::checkKept()
{
    const Editor &editor = m_rig.editor();
    if (m_rig.isSignedOut() && !EditRig::waitFor([&editor] { return editor.isKept() || !editor.hasUnsavedEdits(); }))
        complain(QStringLiteral("signed out, and edits are not kept"));
}

bool EditRun::wasReplaced()
{
    const int replaces = trafficOf(m_rig).replaces;
    m_figures.replaces += replaces;
    if (replaces > 0 && !m_ways.mayReplace())
        complain(QStringLiteral("the list was replaced, and nobody asked for that"));
    return replaces > 0;
}

void EditRun::settle()
{
    checkKept();
    if (!m_rig.waitSaved())
        return complain(QStringLiteral("not saved in time: state %1, %2 rows on screen")
                            .arg(static_cast<int>(m_rig.editor().saveStatus().state))
                            .arg(m_rig.editor().document().size()));
    ++m_figures.settled;
    m_story.append(QStringLiteral("  saved"));
    const bool mayDiffer = othersEdit() || m_scene == Scene::Quirks;
    // Nobody can read what the service does not show yet.
    const QDeadlineTimer shown(m_mischief.isLate() ? Mischief::ContentLag + 2 : 0);
    EditRig::waitFor([&shown] { return shown.hasExpired(); });
    if (mayDiffer && !m_rig.readAgain())
        return complain(QStringLiteral("the list cannot be read again"));
    const StandInList list = m_rig.atSpotify();
    const bool replaced = wasReplaced();
    const Document &document = m_rig.editor().document();
    if (const QString wrong = EditOracle::compareScreen(document, list); !wrong.isEmpty())
        complain(wrong);
    if (isExact() || m_scene == Scene::Quirks) {
        if (document.wanted() != m_edits->wanted())
            complain(changedByItself());
        if (const QString wrong = m_oracle.compareList(m_candidates.constLast(), list, replaced); !wrong.isEmpty())
            complain(wrong);
    }
    if (const QString wrong = m_oracle.compareItems(list, replaced); !wrong.isEmpty())
        complain(wrong);
    if (m_scene == Scene::Announced) {
        if (const QString wrong = m_oracle.compareOrder(m_edits->touched(), list); !wrong.isEmpty())
            complain(wrong);
    }
    if (m_scene != Scene::Impossible && m_scene != Scene::Unannounced && !m_rig.refusals().isEmpty())
        complain(QStringLiteral("refused: ") + m_rig.refusals().join(u'\n'));
    m_figures.refusals += static_cast<int>(m_rig.refusals().size());
    m_rig.forgetRefusals();
    checkCounts(list);
    if (isGoingOn())
        beginAnew();
}

EditWays::Calls EditRun::planned(const Checkpoint &from, bool positionsHonoured, int rangeCap) const
{
    PlanOptions options;
    options.positionsHonoured = positionsHonoured;
    options.rangeCap = rangeCap;
    const Document &document = m_rig.editor().document();
    return m_ways.callsFor(
        from.server, from.wanted, [&document](RowId id) -> const Row & { return document.row(id); }, options);
}

void EditRun::checkCounts(const StandInList &atSpotify)
{
    const EditTraffic traffic = trafficOf(m_rig);
    m_figures.faults += traffic.faults;
    m_figures.writes += traffic.writes;
    m_figures.reads += traffic.reads;
    if (m_scene == Scene::Quirks)
        return checkCountsWithQuirks(traffic);
    if (!isExact())
        return;
    const int carriedOut = atSpotify.revision - m_revision;
    if (traffic.writes != carriedOut + traffic.notCarriedOut)
        complain(QStringLiteral("%1 writes were sent, %2 carried out, %3 failed by faults")
                     .arg(traffic.writes)
                     .arg(carriedOut)
                     .arg(traffic.notCarriedOut));
    if (m_checkpoint) {
        const EditWays::Calls needed = planned(*m_checkpoint, m_rig.honoursPositions(), 0);
        const int since = atSpotify.revision - m_checkpoint->revision;
        m_figures.planned += needed.most;
        // A move of copies that look alike may count as carried out when its answer is lost: the list looks as it
        // should.
        if (since > needed.most || (since < needed.least && !atSpotify.hasLookalikes()))
            complain(QStringLiteral("%1 writes were carried out where the plan has %2 to %3")
                         .arg(since)
                         .arg(needed.least)
                         .arg(needed.most));
    }

    // The list is read again for a reason only: a write in doubt, F5, or rows whose date is not known yet. Those are
    // looked for each time that all is saved, also when that was before the last edits.
    const int pages = (std::max(m_mostRows, static_cast<int>(atSpotify.rows.size())) + RowsOfPage - 1) / RowsOfPage + 1;
    const int datesAsked = traffic.adds + traffic.replaces > 0 || m_datesWereUnknown ? m_editsSince + 1 : 0;
    // A read is tried five times before the reading begins anew; twice, when the token is rejected.
    const int begunAnew = traffic.failedReads / 5 + traffic.rejectedReads / 2 + m_signOuts;
    const int reasons = traffic.doubtful + traffic.byPosition + m_readsWanted + datesAsked + begunAnew;
    const int most = reasons * pages + traffic.failedReads;
    if (traffic.reads > most)
        complain(QStringLiteral("%1 pages were read: %2 writes in doubt, %3 times F5, %4 reads failed, %5 rows added")
                     .arg(traffic.reads)
                     .arg(traffic.doubtful)
                     .arg(m_readsWanted)
                     .arg(traffic.failedReads)
                     .arg(traffic.adds));
}

/// What the service did not do, or did too much of, is known once it was read back: one range is ignored before ranges
/// are capped, and copies that went along are added again, at most one a call.
void EditRun::checkCountsWithQuirks(const EditTraffic &traffic)
{
    if (!m_checkpoint || m_mischief.isLate())
        return;
    const Document &document = m_rig.editor().document();
    const auto copies = std::count_if(m_checkpoint->wanted.begin(), m_checkpoint->wanted.end(),
                                      [&](RowId id) { return traffic.thinned.contains(document.row(id).uri()); });
    const int needed = std::max(planned(*m_checkpoint, false, trustedRange).most,
                                planned(*m_checkpoint, m_rig.honoursPositions(), trustedRange).most);
    const int most = needed + static_cast<int>(copies) + traffic.notCarriedOut + 1;
    const int since = traffic.writes - m_checkpoint->writes;
    if (since > most)
        complain(QStringLiteral("%1 writes were sent where %2 would do").arg(since).arg(most));
}

void EditRun::step(int number)
{
    // Its own, so that how much chance earlier steps took does not matter.
    QRandomGenerator random(m_random.generate());
    m_story.append(QStringLiteral("step %1:").arg(number));
    if (chance(random, number == 0 ? 50 : 15)) {
        // Somebody else's additions would be gone with a list that is replaced.
        m_story.append(m_ways.choose(random, !othersEdit()));
        m_checkpoint.reset();
    }
    if (m_scene == Scene::Quirks && m_rig.isSaved() && chance(random, 20))
        m_story.append(m_mischief.setQuirks(random));
    if (m_scene != Scene::Quiet && chance(random, 40))
        m_story.append(m_mischief.armFault(random));
    if (m_scene != Scene::Quiet && chance(random, 4)) {
        m_story.append(m_mischief.endSession());
        ++m_signOuts;
        ++m_figures.signOuts;
    }
    if (m_scene == Scene::Unannounced && chance(random, 30))
        foreignEdit(random);
    if (m_scene == Scene::Announced && chance(random, 40)) {
        settle();
        if (chance(random, 60) && isGoingOn())
            edit(random);
        foreignEdit(random);
        if (!m_rig.readAgain())
            return complain(QStringLiteral("the list cannot be read again"));
        m_edits->listIsNew();
    } else {
        edit(random);
    }
    if (!isGoingOn())
        return;
    if (m_scene == Scene::Kills && chance(random, 25)) {
        for (int i = below(random, 3); i > 0; --i) {
            m_rig.waitForCall();
            m_loopHasRun = true;
        }
        return killAndRestart();
    }
    if (m_scene != Scene::Quiet && m_scene != Scene::Announced && !m_mischief.isLate() && chance(random, 10)) {
        m_story.append(QStringLiteral("  F5"));
        ++m_readsWanted;
        ++m_readsAsked;
        m_rig.wantReading();
    }
    if (!othersEdit() && m_scene != Scene::Impossible && m_scene != Scene::Quirks && chance(random, 3))
        return discard();
    const int next = below(random, 100);
    if (next < 45)
        settle();
    else if (next < 75) {
        m_rig.waitForCall();
        m_loopHasRun = true;
    }
}

void EditRun::end()
{
    settle();
}

} // namespace segue::playlist::test
