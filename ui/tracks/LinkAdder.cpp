// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/LinkAdder.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/MessageArea.h"
#include "ui/playlist/AddedMessage.h"
#include "ui/playlist/LinkReads.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/playlist/WhenRead.h"
#include "ui/tracks/DuplicateGuard.h"

namespace segue::ui
{

using models::CollectedMedia;
using playlist::Editor;

namespace
{

/// None must hide another, whichever page it is of.
QString nextMessageId()
{
    static int number = 0;
    return QStringLiteral("linksAdded-%1").arg(++number);
}

} // namespace

LinkAdder::LinkAdder(const Services &services, const PlaylistPage &page, QObject *parent)
    : QObject(parent), m_services(services), m_page(page)
{
}

void LinkAdder::add(const Editor &editor, const QList<web::SpotifyLink> &links, int before)
{
    const ListPlace place(editor.document(), before);
    const HeldPlaylist held = m_services.open.hold(editor.details());
    m_services.reads.read(editor.details(), links, this,
                          [this, held, place, name = editor.details().name](const CollectedMedia &collected) {
                              if (held.editor)
                                  take(held, place, collected);
                              else
                                  m_services.messages.show(nextMessageId(), goneMessage(name));
                          });
}

void LinkAdder::take(const HeldPlaylist &held, const ListPlace &place, const CollectedMedia &collected)
{
    if (const QString problem = collected.problem(); !problem.isEmpty())
        m_services.messages.show(nextMessageId(), {.severity = Message::Severity::Warning, .text = problem});
    // It may be read anew just now.
    whenRead(*held.editor, this, [this, held, place, media = collected.media](const std::optional<Error> &error) {
        if (error) {
            m_services.messages.show(nextMessageId(), notAddedMessage(held.editor->details().name, *error));
            return;
        }
        m_services.guard.ask(*held.editor, media,
                             [this, held, place](const QList<web::MediumPtr> &wanted) { insert(held, place, wanted); });
    });
}

void LinkAdder::insert(const HeldPlaylist &held, const ListPlace &place, const QList<web::MediumPtr> &media)
{
    Editor *editor = held.editor;
    if (!editor)
        return;
    const int before = place.in(editor->document());
    // Said by the editor in the words that fit; where it is shown, its page listens, too.
    std::optional<Error> refusal;
    const auto listening = connect(editor, &Editor::refused, this, [&refusal](const Error &error) { refusal = error; });
    const bool done = editor->insertMedia(before, media);
    disconnect(listening);
    if (done)
        tellAdded(*editor, before, static_cast<int>(media.size()));
    else if (refusal && !shows(*editor))
        m_services.messages.show(nextMessageId(), notAddedMessage(editor->details().name, *refusal));
}

void LinkAdder::tellAdded(Editor &editor, int first, int count)
{
    if (shows(editor)) {
        Q_EMIT added(first, count);
        return;
    }
    m_services.messages.show(nextMessageId(), addedMessage(editor, count, {}, [this, id = editor.details().id] {
                                 Q_EMIT showRequested(id);
                             }));
}

bool LinkAdder::shows(const Editor &editor) const
{
    return m_page.open() && m_page.open()->editor.get() == &editor;
}

} // namespace segue::ui
