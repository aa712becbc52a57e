// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourceActions.h"

#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/library/LinkOpener.h"
#include "ui/panes/Pane.h"
#include "ui/panes/Panes.h"
#include "ui/playing/Player.h"
#include "ui/sources/PresentTracks.h"
#include "ui/sources/SourcePanel.h"
#include "ui/sources/SourceVerbs.h"

#include <QListView>
#include <QSplitter>

namespace segue::ui
{

SourceActions::SourceActions(const Services &services, QSplitter &splitter, QObject *parent)
    : QObject(parent), m_settings(services.settings), m_panes(services.panes), m_messages(services.messages),
      m_panel(new SourcePanel(services.account, &splitter)), m_present(new PresentTracks(*m_panel, this))
{
    m_panel->setMinimumWidth(220);
    splitter.addWidget(m_panel);
    splitter.setStretchFactor(splitter.indexOf(m_panel), 0);
    m_panel->setVisible(m_settings.value(setting::searchShown));
    connect(services.commands.action(CommandId::SearchSpotify), &QAction::triggered, this, [this] {
        setShown(true);
        m_panel->startSearch();
    });
    connect(m_panel, &SourcePanel::closeRequested, this, [this] {
        setShown(false);
        m_panes.active().takeFocus();
    });
    connect(m_panel, &SourcePanel::addRequested, this,
            [this](const QList<web::MediumPtr> &media) { m_panes.active().add(media); });
    connect(m_panel, &SourcePanel::addLinksRequested, this,
            [this](const QList<QUrl> &links) { m_panes.active().addLinks(links); });
    connect(m_panel, &SourcePanel::linkRequested, this,
            [&seams = services.seams](const QUrl &link) { (void)seams.openUrl(link); });
    connect(m_panel, &SourcePanel::playlistRequested, &services.links,
            [&links = services.links](const QString &id) { links.open(id); });
    connect(m_panel, &SourcePanel::failed, this, &SourceActions::tell);
    new SourceVerbs(*m_panel, services.commands, services.player, services.liked, this);
    if (Player *player = services.player) {
        connect(m_panel, &SourcePanel::playRequested, player, [player](const QStringList &uris) {
            player->play({.deviceId = {}, .contextUri = {}, .position = -1, .uris = uris.mid(0, Player::mostUris)});
        });
        connect(m_panel, &SourcePanel::queueRequested, player,
                [this, player] { player->addToQueue(m_panel->selectedMedia()); });
    }
}

void SourceActions::setShown(bool shown)
{
    m_panel->setVisible(shown);
    m_settings.set(setting::searchShown, shown);
}

void SourceActions::setEditor(playlist::Editor *editor)
{
    m_present->setEditor(editor);
}

void SourceActions::showUser(const QString &id, const QString &name)
{
    models::SourceItem user;
    user.kind = models::SourceItem::Kind::User;
    user.uri = QStringLiteral("spotify:user:") + id;
    user.title = name;
    setShown(true);
    m_panel->goTo(user);
    m_panel->list().setFocus(Qt::OtherFocusReason);
}

void SourceActions::tell(const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    m_messages.show(QStringLiteral("source"), message);
}

} // namespace segue::ui
