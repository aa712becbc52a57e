// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/playlist/Restore.h"
#include "app/store/Version.h"
#include "ui/history/Comparer.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace segue::playlist
{
class Editor;
}
namespace segue::models
{
class TitleLookup;
}
namespace segue::store
{
class Store;
}
namespace segue::web
{
class Api;
}

namespace segue::ui
{

class ComparedRowsModel;
class VersionListModel;

/// The earlier versions of an open playlist, each beside the list as it is now, and the way back to them. Not modal:
/// it follows the list. Closes itself with the editor. GUI thread.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive this, or the editor go first. The Api is asked for the titles of rows on screen that stand in
    /// no list any more.
    HistoryDialog(playlist::Editor &editor, store::Store &store, web::Api &api, QWidget *parent = nullptr);

    ~HistoryDialog() override;

    [[nodiscard]] const playlist::Editor *editor() const;
    /// The version whose rows are shown; 0 while the chosen one is being read, and where there is none.
    [[nodiscard]] qint64 shownVersion() const;

private:
    [[nodiscard]] QWidget *buildRows();
    void buildButtons(QVBoxLayout &layout);
    void readVersions();
    void showVersions(const QList<store::VersionInfo> &versions);
    void readChosen();
    void showNothing(const QString &why);
    void compare();
    void take(const std::shared_ptr<const Comparison> &comparison);
    void showComparison();
    void forgetComparison();
    void follow();
    void showNote(const QString &note);
    void updateButtons();
    [[nodiscard]] store::ListRows listOfNow() const;
    [[nodiscard]] QList<web::MediumPtr> knownMedia() const;
    /// That of the version and the list as it is at this moment, whatever is shown. There is a version.
    [[nodiscard]] playlist::Restoration wholeNow() const;
    /// Positions, in the version, of the selected rows that are missing now.
    [[nodiscard]] std::vector<int> selectedMissing() const;
    [[nodiscard]] QString consequenceOf(const playlist::Restoration &whole) const;
    void restore(const playlist::Restoration &restoration, const QString &text);

    QPointer<playlist::Editor> m_editor;
    store::Store &m_store;
    std::optional<store::Version> m_version;        ///< the chosen one, once it has been read
    std::shared_ptr<const Comparison> m_comparison; ///< of that version, once it is shown
    std::shared_ptr<const Comparison> m_next;       ///< about to be
    QTimer m_show;
    bool m_fromTop = true; ///< the next comparison is of another version than the one on screen
    QString m_consequence; ///< takes a while to tell
    Comparer m_comparer;
    QTimer m_changed; ///< once a turn, however many rows an edit touches
    models::TitleLookup *m_titles;
    VersionListModel *m_versions;
    ComparedRowsModel *m_rows;
    QListView *m_versionList;
    QListView *m_rowList = nullptr;
    QLabel *m_summary = nullptr;
    QCheckBox *m_onlyDifferences = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_restoreRows = nullptr;
    QPushButton *m_restoreAll = nullptr;
};

} // namespace segue::ui
