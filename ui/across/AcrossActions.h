// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace segue::ui
{

class Commands;
struct Account;
struct AcrossQuestion;

/// The verbs that look through all playlists of the user: where tracks stand, what stands in more than one, what cannot
/// be played. GUI thread.
class AcrossActions : public QObject
{
    Q_OBJECT

public:
    /// The tracks that are selected where the user is.
    using Selection = std::function<QList<web::MediumPtr>()>;

    /// All must outlive this, and `window` whatever it shows.
    AcrossActions(const Account &account, Commands &commands, Selection selection, QWidget &window,
                  QObject *parent = nullptr);

    /// The key for the selected tracks works here.
    void addTo(QWidget &list) const;
    /// What is selected may be something else.
    void update();

Q_SIGNALS:
    /// See AcrossDialog.
    void placeChosen(const QString &playlistId, const QString &uri, const std::vector<int> &positions);

private:
    [[nodiscard]] static QString reasonWithoutIndex();
    void askForSelection();
    void askForRepeated();
    void askForUnavailable();
    void show(const AcrossQuestion &question, const QList<web::MediumPtr> &media = {});

    const Account &m_account;
    Commands &m_commands;
    const Selection m_selection;
    QWidget &m_window;
};

} // namespace segue::ui
