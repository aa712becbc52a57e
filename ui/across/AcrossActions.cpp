// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/across/AcrossActions.h"

#include "app/store/TrackIndex.h"
#include "ui/Account.h"
#include "ui/Commands.h"
#include "ui/across/AcrossDialog.h"

#include <QWidget>

namespace segue::ui
{

using store::IndexAnswer;
using store::TrackIndex;

namespace
{

/// More than anybody looks through; the rest is counted.
constexpr int mostShown = 2000;

} // namespace

AcrossActions::AcrossActions(const Account &account, Commands &commands, Selection selection, QWidget &window,
                             QObject *parent)
    : QObject(parent), m_account(account), m_commands(commands), m_selection(std::move(selection)), m_window(window)
{
    const auto wire = [this](CommandId id, void (AcrossActions::*ask)()) {
        m_commands.setPossible(id, m_account.index ? QString() : reasonWithoutIndex());
        if (m_account.index)
            connect(m_commands.action(id), &QAction::triggered, this, ask);
    };
    wire(CommandId::InWhichPlaylists, &AcrossActions::askForSelection);
    wire(CommandId::DuplicatesAcross, &AcrossActions::askForRepeated);
    wire(CommandId::UnavailableAcross, &AcrossActions::askForUnavailable);
    m_commands.action(CommandId::InWhichPlaylists)->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

QString AcrossActions::reasonWithoutIndex()
{
    return tr("Segue does not look through the playlists of this account.");
}

void AcrossActions::update()
{
    QString reason;
    if (!m_account.index)
        reason = reasonWithoutIndex();
    else if (m_selection().isEmpty())
        reason = tr("No tracks are selected.");
    m_commands.setPossible(CommandId::InWhichPlaylists, reason);
}

void AcrossActions::addTo(QWidget &list) const
{
    list.addAction(m_commands.action(CommandId::InWhichPlaylists));
}

void AcrossActions::askForSelection()
{
    const QList<web::MediumPtr> media = m_selection();
    QStringList uris;
    for (const web::MediumPtr &medium : media)
        uris.append(medium->uri);
    if (uris.isEmpty())
        return;
    show({.name = QStringLiteral("inWhichPlaylistsDialog"),
          .title = tr("In which playlists?"),
          .nothing = tr("In none of the playlists that have been looked through."),
          .ask = [uris](TrackIndex &index, QObject *context,
                        const Done<IndexAnswer> &done) { index.find(uris, context, done); },
          .summary =
              [](const PlacesModel &places) {
                  return tr("In %Ln playlist(s) of yours.", nullptr, places.playlistCount());
              },
          .isSmall = true},
         media);
}

void AcrossActions::askForRepeated()
{
    show({.name = QStringLiteral("duplicatesAcrossDialog"),
          .title = tr("Duplicates across my playlists"),
          .nothing = tr("Nothing stands in more than one of the playlists that have been looked through."),
          .ask = [](TrackIndex &index, QObject *context,
                    const Done<IndexAnswer> &done) { index.repeated(mostShown, context, done); },
          .summary =
              [](const PlacesModel &places) {
                  const QString count =
                      tr("In more than one playlist: %Ln track(s).", nullptr, static_cast<int>(places.total()));
                  const QString most = tr("The %Ln that stand in most are shown.", nullptr, places.rowCount());
                  return places.total() > places.rowCount() ? QString(count + u' ' + most) : count;
              },
          .fewest = 2});
}

void AcrossActions::askForUnavailable()
{
    show({.name = QStringLiteral("unavailableAcrossDialog"),
          .title = tr("Unavailable tracks in my playlists"),
          .nothing = tr("Everything can be played in the playlists that have been looked through."),
          .ask = [](TrackIndex &index, QObject *context,
                    const Done<IndexAnswer> &done) { index.unavailable(mostShown, context, done); },
          .summary =
              [](const PlacesModel &places) {
                  const QString count =
                      tr("%Ln track(s) cannot be played any more.", nullptr, static_cast<int>(places.total()));
                  const QString most = tr("The %Ln that stand in most places are shown.", nullptr, places.rowCount());
                  return places.total() > places.rowCount() ? QString(count + u' ' + most) : count;
              },
          .fewest = 1});
}

void AcrossActions::show(const AcrossQuestion &question, const QList<web::MediumPtr> &media)
{
    // A question takes the place of the one before.
    for (AcrossDialog *each : m_window.findChildren<AcrossDialog *>(question.name))
        each->close();
    auto *dialog = new AcrossDialog(m_account, question, media, &m_window);
    connect(dialog, &AcrossDialog::placeChosen, this, &AcrossActions::placeChosen);
    dialog->QDialog::show();
}

} // namespace segue::ui
