// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

#include <chrono>

namespace segue::playlist::test
{

class EditRig;

/// What the service and other people do to a random playlist. Each says what it did, for a person to read.
class Mischief
{
public:
    explicit Mischief(EditRig &rig) : m_rig(rig) {}

    /// Real writes take 0.1 s at least, are seen after 0.6 s, and looked for after 2 s.
    static constexpr int LatencyWithLag = 2; // ms
    static constexpr int ContentLag = 8;     // ms
    static constexpr std::chrono::milliseconds DelayWithLag{30};

    /// A playlist of 0 to 300 rows: tracks, episodes, local files, entries without an item, and copies.
    void fill(QRandomGenerator &random);
    QString armFault(QRandomGenerator &random);
    /// The user has to sign in again, see EditRig::signIn().
    QString endSession();
    QString setQuirks(QRandomGenerator &random);
    QString editElsewhere(QRandomGenerator &random);

    /// The service shows changes late, or did so.
    [[nodiscard]] bool isLate() const { return m_isLate; }

private:
    EditRig &m_rig;
    bool m_isLate = false;
};

} // namespace segue::playlist::test
