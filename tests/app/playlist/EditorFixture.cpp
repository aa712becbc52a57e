// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"

namespace segue::test
{

using namespace std::chrono_literals;

void EditorFixture::openEditor(int expectedCount)
{
    web::Playlist playlist;
    playlist.id = QStringLiteral("p");
    playlist.name = QStringLiteral("Night drive");
    playlist.ownerId = QStringLiteral("me");
    playlist.ownerName = QStringLiteral("Me");
    playlist.itemCount = expectedCount;
    m_editor = std::make_unique<playlist::Editor>(*m_api, playlist, QStringLiteral("me"));
    m_editor->setRetryDelays(1ms, 20ms);
}

void EditorFixture::load()
{
    m_editor->load();
    QTRY_VERIFY(m_editor->document().isComplete());
    m_api->log.clear();
}

void EditorFixture::openWhole(int count)
{
    m_api->addPlaylist(QStringLiteral("p"), count);
    openEditor(count);
    load();
}

QStringList EditorFixture::shown() const
{
    QStringList names;
    for (int i = 0; i < m_editor->document().size(); ++i)
        names.append(m_editor->document().rowAt(i).uri().section(u':', -1));
    return names;
}

QStringList EditorFixture::atSpotify() const
{
    QStringList names;
    for (const QString &uri : m_api->urisOf(QStringLiteral("p")))
        names.append(uri.section(u':', -1));
    return names;
}

void EditorFixture::waitSaved()
{
    QTRY_VERIFY(!m_editor->hasUnsavedEdits() && m_editor->saveStatus().state == State::Saved);
}

QStringList EditorFixture::tracks(std::initializer_list<int> numbers)
{
    QStringList names;
    for (const int number : numbers)
        names.append(QStringLiteral("t%1").arg(number));
    return names;
}

QList<web::MediumPtr> EditorFixture::media(const QStringList &uris)
{
    QList<web::MediumPtr> out;
    for (const QString &uri : uris) {
        auto medium = std::make_shared<web::Medium>();
        medium->uri = uri;
        out.append(medium);
    }
    return out;
}

std::vector<int> EditorFixture::oddRows(int count)
{
    std::vector<int> rows;
    for (int i = 1; i < count; i += 2)
        rows.push_back(i);
    return rows;
}

} // namespace segue::test
