// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Values.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace segue::ui
{

class ErrorLabel;

/// Name, description, and who sees a playlist: for a new one or for changing one. Keeps Spotify's rules (lengths, no
/// line breaks, a collaborative playlist is not on the profile) while the user types. Sends nothing itself:
/// `submitted` → its owner saves → accept() or showError().
class DetailsDialog : public QDialog
{
    Q_OBJECT

public:
    /// For a new playlist.
    explicit DetailsDialog(QWidget *parent = nullptr);
    /// For changing this one.
    explicit DetailsDialog(const web::Playlist &playlist, QWidget *parent = nullptr);

    /// A name to begin with, all of it selected: typing replaces it.
    void suggestName(const QString &name);

    /// For a new playlist everything; for another one what differs. Nothing set means: nothing to do.
    [[nodiscard]] web::PlaylistDetails details() const;
    /// Why it cannot be saved as it is; empty when it can.
    [[nodiscard]] QString problem() const;
    /// The service refused: says so and lets the user try again.
    void showError(const Error &error);

Q_SIGNALS:
    /// The user wants to save; the fields are locked until accept() or showError().
    void submitted(const segue::web::PlaylistDetails &details);

private:
    void build();
    void check();
    void submit();
    void setBusy(bool busy);
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;

    web::Playlist m_before;
    bool m_isNew = true;
    bool m_busy = false;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameCount = nullptr;
    QPlainTextEdit *m_description = nullptr;
    QLabel *m_descriptionCount = nullptr;
    QCheckBox *m_onProfile = nullptr;
    QCheckBox *m_collaborative = nullptr;
    QLabel *m_note = nullptr;
    ErrorLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace segue::ui
