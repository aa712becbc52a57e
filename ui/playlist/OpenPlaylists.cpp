// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/OpenPlaylists.h"

#include "app/models/Library.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/PlayabilityMarks.h"

#include <algorithm>

namespace segue::ui
{

using playlist::Editor;
using playlist::SaveStatus;

OpenPlaylist::OpenPlaylist() = default;

OpenPlaylist::~OpenPlaylist()
{
    // The model refers to the editor.
    tracks.reset();
}

OpenPlaylists::OpenPlaylists(web::Api &api, models::Library &library, QObject *parent)
    : QObject(parent), m_api(api), m_library(library)
{
}

OpenPlaylists::~OpenPlaylists() = default;

OpenPlaylist *OpenPlaylists::open(const web::Playlist &playlist)
{
    OpenPlaylist *opened = findOrMake(playlist);
    const auto place =
        std::find_if(m_open.begin(), m_open.end(), [opened](const auto &each) { return each.get() == opened; });
    std::rotate(place, place + 1, m_open.end());
    dropOld();
    return opened;
}

OpenPlaylist *OpenPlaylists::openBehind(const web::Playlist &playlist)
{
    OpenPlaylist *opened = findOrMake(playlist);
    opened->waitedFor = true;
    dropOld();
    return opened;
}

HeldPlaylist OpenPlaylists::hold(const web::Playlist &playlist)
{
    const OpenPlaylist *opened = findOrMake(playlist);
    const HeldPlaylist held{.editor = opened->editor.get(), .hold = opened->holds};
    dropOld();
    return held;
}

OpenPlaylist *OpenPlaylists::findOrMake(const web::Playlist &playlist)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [&](const auto &each) { return each->editor->details().id == playlist.id; });
    if (found != m_open.end())
        return found->get();
    auto entry = std::make_unique<OpenPlaylist>();
    entry->editor = std::make_unique<Editor>(m_api, playlist, m_library.user().id);
    entry->marks = std::make_unique<playlist::PlayabilityMarks>(*entry->editor);
    entry->tracks = std::make_unique<models::TrackListModel>(*entry->editor);
    entry->editor->setSaveWay(m_saveWay);
    if (m_store)
        entry->editor->setStore(m_store);
    if (const auto unfinished = m_unfinished.constFind(playlist.id); unfinished != m_unfinished.constEnd())
        entry->editor->setUnfinished(*unfinished);
    connectTo(*entry);
    entry->editor->load();
    // In front of the latest one, which is never dropped.
    const auto place = m_open.empty() ? m_open.end() : m_open.end() - 1;
    return m_open.insert(place, std::move(entry))->get();
}

void OpenPlaylists::connectTo(OpenPlaylist &open)
{
    Editor *editor = open.editor.get();
    connect(editor, &Editor::saveStatusChanged, this, &OpenPlaylists::saveStatusChanged);
    connect(editor, &Editor::choiceNeeded, this, &OpenPlaylists::choiceNeeded);
    connect(editor, &Editor::saveStatusChanged, this, [this, editor] {
        if (editor->saveStatus().state == SaveStatus::State::Saved)
            settle(*editor);
    });
    connect(editor, &Editor::notKept, this, &OpenPlaylists::notKept);
    connect(editor, &Editor::unfinishedSettled, this, [this, editor] {
        const QString id = editor->details().id;
        m_unfinished.remove(id);
        Q_EMIT unfinishedSettled(id);
    });
    connect(&editor->document(), &playlist::Document::completed, this, [this, editor] { settle(*editor); });
    connect(&editor->document(), &playlist::Document::detailsChanged, this, [this, editor] { tellLibrary(*editor); });
}

void OpenPlaylists::settle(const Editor &editor)
{
    tellLibrary(editor);
    if (editor.document().isComplete() && !editor.hasUnsavedEdits())
        Q_EMIT settled(editor);
}

void OpenPlaylists::tellLibrary(const Editor &editor)
{
    web::Playlist details = editor.details();
    const web::Playlist *known = m_library.find(details.id);
    if (!known)
        return;
    if (editor.document().isComplete())
        details.itemCount = editor.document().size();
    else if (details.itemCount < 0) // not told for lists that may not be read; what the library said is good enough
        details.itemCount = known->itemCount;
    if (!(*known == details))
        m_library.update(details);
}

void OpenPlaylists::setUnfinished(const store::JournalEntry &entry)
{
    m_unfinished.insert(entry.playlistId, entry);
    for (const auto &each : m_open) {
        if (each->editor->details().id == entry.playlistId)
            each->editor->setUnfinished(entry);
    }
}

std::optional<store::JournalEntry> OpenPlaylists::unfinishedOf(const QString &playlistId) const
{
    const auto found = m_unfinished.constFind(playlistId);
    return found == m_unfinished.constEnd() ? std::nullopt : std::optional(*found);
}

bool OpenPlaylists::discardUnfinished(const QString &playlistId)
{
    m_unfinished.remove(playlistId);
    for (const auto &each : m_open) {
        if (each->editor->details().id == playlistId) {
            each->editor->discardUnfinished();
            return true;
        }
    }
    return false;
}

void OpenPlaylists::setSaveWay(std::optional<playlist::SaveWay> way)
{
    m_saveWay = way;
    for (const auto &each : m_open)
        each->editor->setSaveWay(way);
}

std::shared_ptr<void> OpenPlaylists::tellRefusals(const Editor &editor) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [&editor](const auto &open) { return open->editor.get() == &editor; });
    return found == m_open.end() ? nullptr : (*found)->tellers;
}

Editor *OpenPlaylists::editorOf(const QString &playlistId) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [&](const auto &each) { return each->editor->details().id == playlistId; });
    return found == m_open.end() ? nullptr : (*found)->editor.get();
}

void OpenPlaylists::close(const QString &playlistId)
{
    std::erase_if(m_open, [&](const auto &each) { return each->editor->details().id == playlistId; });
}

void OpenPlaylists::dropOld()
{
    for (std::size_t i = 0; m_open.size() > mostKept && i + 1 < m_open.size();) {
        if (m_open[i]->waitedFor || m_open[i]->holds.use_count() > 1 || m_open[i]->editor->hasUnsavedEdits())
            ++i;
        else
            m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

QList<Editor *> OpenPlaylists::unsaved() const
{
    QList<Editor *> out;
    for (const auto &each : m_open) {
        if (each->editor->hasUnsavedEdits())
            out.append(each->editor.get());
    }
    return out;
}

} // namespace segue::ui
