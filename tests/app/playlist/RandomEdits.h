// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Rows.h"

#include <QRandomGenerator>
#include <QSet>
#include <QStringList>

#include <variant>
#include <vector>

namespace segue::playlist
{
class Editor;
}

namespace segue::playlist::test
{

/// One edit after another through the verbs of an Editor, as chance has it. Each verb is compared with a model of its
/// own, as plain as can be: what stands on screen afterwards is what the verb says, and nothing else.
class RandomEdits
{
public:
    struct Options {
        int mostRows = 300;
        /// Remove null entries and local files, too, which cannot be done: then only that it does no harm is known.
        bool impossible = false;
        bool positionsHonoured = false; ///< see web::Api
        /// Never leave the playlist empty: somebody else's additions would be lost with a list that is replaced.
        bool keepSome = false;
    };

    /// `tracks`: URIs to insert; few of them, so that copies come about. The editor must outlive this, or be set anew.
    RandomEdits(Editor &editor, QStringList tracks, const Options &options);
    /// After a restart: another editor, without a history.
    void setEditor(Editor &editor);

    /// What the editor's list is from now on was not made by a verb (somebody else's changes, a refusal): what undo and
    /// redo make of it is not known exactly.
    void listIsNew();

    /// Makes one edit. Returns what it was, for a person to read.
    QString step(QRandomGenerator &random);
    /// What was not as it should be; empty when all was.
    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    /// The list on screen after the last edit.
    [[nodiscard]] const RowList &wanted() const { return m_wanted; }
    /// Rows that verbs have moved, removed or added since forgetTouched().
    [[nodiscard]] const QSet<RowId> &touched() const { return m_touched; }
    void forgetTouched() { m_touched.clear(); }

private:
    /// A row that is on screen, or the URI of one that is to be new.
    using Expected = std::vector<std::variant<RowId, QString>>;
    struct HistoryStep {
        RowList before;
        RowList after;
        RowList touched;
        bool exact = true;
    };

    QString move(QRandomGenerator &random);
    QString nudge(QRandomGenerator &random);
    QString remove(QRandomGenerator &random);
    QString insert(QRandomGenerator &random);
    QString arrange(QRandomGenerator &random);
    QString restore(QRandomGenerator &random);
    QString undo();
    QString redo();

    [[nodiscard]] int size() const { return static_cast<int>(m_wanted.size()); }
    [[nodiscard]] const Row &row(RowId id) const;
    [[nodiscard]] bool canGo(RowId id) const;
    [[nodiscard]] std::vector<int> somePositions(QRandomGenerator &random, bool removable) const;
    [[nodiscard]] static Expected same(const RowList &list);
    [[nodiscard]] QString describe(const Expected &list) const;
    /// The verb has returned `result`; this should be on screen now, and one step more in the history if it changed.
    void check(const QString &what, bool result, const Expected &expected);
    void checkStep(const QString &what, const HistoryStep &step, const RowList &expected);
    void complain(const QString &text);

    Editor *m_editor;
    QStringList m_tracks;
    Options m_options;
    RowList m_wanted;
    std::vector<HistoryStep> m_history;
    int m_index = 0; ///< of the step that redo would make
    QSet<RowId> m_touched;
    QString m_wrong;
};

} // namespace segue::playlist::test
