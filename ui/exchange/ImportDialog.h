// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "ui/exchange/ImportChoice.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace segue::ui
{

class ErrorLabel;

/// Shows what was found in a file, and asks where it is to go. Adds nothing itself: `submitted` → its owner adds →
/// accept() or showError().
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The playlist that the tracks can be added to.
    struct Target {
        QString name;   ///< empty: there is none
        int size = 0;   ///< rows that it has
        QString reason; ///< why nothing can be added to it; empty when it can
    };

    /// `file` is the name of the file, without its folder.
    ImportDialog(QString file, playlist::ImportedPlaylists found, Target target, QWidget *parent = nullptr);

    [[nodiscard]] const ImportChoice &choice() const { return m_choice; }
    /// False: to the playlist that is there.
    [[nodiscard]] bool toNewPlaylist() const;
    [[nodiscard]] QString newName() const;
    [[nodiscard]] QString newDescription() const;
    /// Why it cannot be imported as chosen; empty when it can.
    [[nodiscard]] QString problem() const;
    void showError(const Error &error);

Q_SIGNALS:
    /// The fields are locked until accept() or showError().
    void submitted();

private:
    void build();
    void addListChoice(QVBoxLayout &layout);
    void chooseList(int index);
    void showSkipped(QVBoxLayout &layout);
    void check();
    void setBusy(bool busy);

    const QString m_file;
    const playlist::ImportedPlaylists m_found;
    const Target m_target;
    playlist::ExchangeList m_list;
    ImportChoice m_choice;
    bool m_busy = false;
    QLabel *m_name = nullptr;
    QLabel *m_counts = nullptr;
    QComboBox *m_lists = nullptr; ///< when there are several
    QRadioButton *m_toTarget = nullptr;
    QRadioButton *m_toNew = nullptr;
    QLineEdit *m_newName = nullptr;
    ErrorLabel *m_problem = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace segue::ui
