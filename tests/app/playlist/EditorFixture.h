// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/support/FakeApi.h"

#include <QObject>
#include <QTest>

#include <initializer_list>
#include <memory>
#include <vector>

namespace segue::test
{

/// What tests of the Editor stand on: the playlist "p" of the user "me" over an Api in memory, both new for each test.
/// Tracks go by the last part of their URIs, "t0", "t1" …
class EditorFixture : public QObject
{
    Q_OBJECT

protected:
    using State = playlist::SaveStatus::State;

    /// An editor of the playlist in place of any other, with waits that a test can afford; nothing is read yet.
    void openEditor(int expectedCount = -1);
    /// Reads the playlist and forgets the calls that took.
    void load();
    /// Makes the playlist, opens and reads it.
    void openWhole(int count);

    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] QStringList atSpotify() const;
    [[nodiscard]] QList<web::PlaylistEntry> &entries() const { return m_api->entriesOf(QStringLiteral("p")); }
    /// Waits until there is nothing left to send or to read back.
    void waitSaved();

    /// {3, 4}: "t3", "t4".
    static QStringList tracks(std::initializer_list<int> numbers);
    static QList<web::MediumPtr> media(const QStringList &uris);
    /// 1, 3, 5 …: to move these takes a call each.
    static std::vector<int> oddRows(int count);

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<playlist::Editor> m_editor;

protected Q_SLOTS:
    virtual void init() { m_api = std::make_unique<FakeApi>(); }
    virtual void cleanup()
    {
        m_editor.reset();
        m_api.reset();
    }
};

} // namespace segue::test
