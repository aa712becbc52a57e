// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ops/Merge.h"

#include <QDialog>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace segue::ui
{

class PlaylistFilterModel;

/// What the user wants merged.
struct MergeChoice {
    QStringList playlistIds; ///< of the others, in the order of the library
    playlist::MergeOrder order = playlist::MergeOrder::Concatenate;
    bool skipPresent = true;
    bool intoNew = false; ///< else into the playlist that the dialog was opened for
    QString newName;
};

/// Asks which playlists to merge with one, how, and where to. Reads nothing and changes nothing itself. GUI thread.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    struct Playlist {
        QString id;
        QString name;
        QString ownerName;  ///< empty for the user's own
        int itemCount = -1; ///< −1: not known
        QString reason; ///< why it cannot be chosen, for the first one: not be changed; a sentence. Empty when it can
    };

    MergeDialog(Playlist target, const QList<Playlist> &others, QWidget *parent = nullptr);

    [[nodiscard]] MergeChoice choice() const;
    /// Why it cannot be merged as chosen; empty when it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void submitted(const segue::ui::MergeChoice &choice);

protected:
    /// From the filter into the list by keys.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<Playlist> &others);
    void build();
    void addList(QVBoxLayout &layout);
    void addHow(QVBoxLayout &layout);
    void addWhere(QVBoxLayout &layout);
    void addButtons(QVBoxLayout &layout);
    void check();
    void suggestName();
    void toggle(const QModelIndex &shown) const;
    [[nodiscard]] QList<int> chosenRows() const;
    /// Of everything that is to be merged; what is not known counts as nothing.
    [[nodiscard]] int sum() const;
    [[nodiscard]] QString sumText() const;

    const Playlist m_target;
    QStandardItemModel *m_others;
    PlaylistFilterModel *m_shown;
    std::optional<int> m_stateAtPress; ///< Qt::CheckState
    QLineEdit *m_filter = nullptr;
    QTreeView *m_view = nullptr;
    QComboBox *m_order = nullptr;
    QCheckBox *m_skipPresent = nullptr;
    QRadioButton *m_intoTarget = nullptr;
    QRadioButton *m_intoNew = nullptr;
    QLineEdit *m_newName = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_merge = nullptr;
};

} // namespace segue::ui
