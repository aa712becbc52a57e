// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryDialog.h"

#include "app/models/TitleLookup.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/store/Store.h"
#include "ui/history/ComparedRowsModel.h"
#include "ui/history/HistoryDelegates.h"
#include "ui/history/VersionListModel.h"
#include "ui/history/VersionText.h"
#include "ui/look/TitlesOnScreen.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace segue::ui
{

using playlist::ComparedRow;
using playlist::Document;
using playlist::Editor;
using playlist::Restoration;

namespace
{

void prepare(QListView &list, const QString &name, const QString &accessibleName)
{
    list.setObjectName(name);
    list.setAccessibleName(accessibleName);
    list.setUniformItemSizes(true);
    list.setMouseTracking(true);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace

HistoryDialog::HistoryDialog(Editor &editor, store::Store &store, web::Api &api, QWidget *parent)
    : QDialog(parent), m_editor(&editor), m_store(store), m_titles(new models::TitleLookup(api, this)),
      m_versions(new VersionListModel(this)), m_rows(new ComparedRowsModel(*m_titles, this)),
      m_versionList(new QListView(this))
{
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History of “%1”").arg(editor.details().name));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);

    prepare(*m_versionList, QStringLiteral("versionList"), tr("Versions"));
    m_versionList->setModel(m_versions);
    m_versionList->setItemDelegate(new VersionDelegate(m_versionList));
    m_versionList->setMinimumWidth(230);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("historySplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_versionList);
    splitter->addWidget(buildRows());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 580});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(splitter, 1);
    buildButtons(*layout);
    resize(880, 560);

    m_changed.setSingleShot(true);
    m_changed.setInterval(0);
    connect(&m_changed, &QTimer::timeout, this, &HistoryDialog::compare);
    connect(&m_comparer, &Comparer::compared, this, &HistoryDialog::take);
    m_show.setSingleShot(true);
    m_show.setInterval(0);
    connect(&m_show, &QTimer::timeout, this, &HistoryDialog::showComparison);
    connect(m_versionList->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::readChosen);
    follow();
    showNothing(tr("Reading…"));
    readVersions();
}

HistoryDialog::~HistoryDialog() = default;

const Editor *HistoryDialog::editor() const
{
    return m_editor;
}

qint64 HistoryDialog::shownVersion() const
{
    return m_version && m_comparison ? m_version->info.id : 0;
}

QWidget *HistoryDialog::buildRows()
{
    auto *side = new QWidget(this);
    m_summary = new QLabel(side);
    m_summary->setObjectName(QStringLiteral("versionSummary"));
    m_summary->setWordWrap(true);
    m_onlyDifferences = new QCheckBox(tr("Only what &differs"), side);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_onlyDifferences->setAccessibleName(tr("Only what differs"));
    connect(m_onlyDifferences, &QCheckBox::toggled, m_rows, &ComparedRowsModel::setOnlyDifferences);
    m_rowList = new QListView(side);
    prepare(*m_rowList, QStringLiteral("versionRows"), tr("Rows of the version"));
    m_rowList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_rowList->setModel(m_rows);
    m_rowList->setItemDelegate(new ComparedRowDelegate(m_rowList));
    auto *titles = new TitlesOnScreen(
        *m_rowList, *m_titles, [this](const QModelIndex &index) { return m_rows->uriWithoutTitle(index.row()); }, side);
    connect(titles, &TitlesOnScreen::answered, m_rows,
            [this](const QModelIndex &first, const QModelIndex &last) { m_rows->tellTitles(first.row(), last.row()); });
    connect(m_rowList->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryDialog::updateButtons);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &HistoryDialog::updateButtons);

    auto *head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_onlyDifferences);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_rowList, 1);
    return side;
}

void HistoryDialog::buildButtons(QVBoxLayout &layout)
{
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("restoreNote"));
    m_note->setWordWrap(true);
    layout.addWidget(m_note);

    const auto button = [this](const QString &text, const char *name) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(QString(text).remove(u'&'));
        made->setAutoDefault(false);
        return made;
    };
    m_restoreRows = button(tr("Restore &selected rows"), "restoreRows");
    m_restoreAll = button(tr("&Restore this list"), "restoreAll");
    QPushButton *close = button(tr("Close"), "close");
    auto *line = new QHBoxLayout;
    line->addWidget(m_restoreRows);
    line->addWidget(m_restoreAll);
    line->addStretch();
    line->addWidget(close);
    layout.addLayout(line);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_restoreAll, &QPushButton::clicked, this, [this] {
        if (m_version)
            restore(wholeNow(), tr("Restore the list of %1").arg(dayText(m_version->info.at)));
    });
    connect(m_restoreRows, &QPushButton::clicked, this, [this] {
        const std::vector<int> positions = selectedMissing();
        if (m_version && !positions.empty())
            restore(playlist::restorationOf(positions, m_version->rows, listOfNow()),
                    tr("Restore %n row(s) of %1", nullptr, static_cast<int>(positions.size()))
                        .arg(dayText(m_version->info.at)));
    });
}

void HistoryDialog::follow()
{
    Document *document = &m_editor->document();
    const auto changed = [this] { m_changed.start(); };
    connect(document, &Document::wantedChanged, this, changed);
    connect(document, &Document::resetDone, this, changed);
    connect(document, &Document::completed, this, changed);
    connect(m_editor, &Editor::editabilityChanged, this, changed);
    connect(document, &Document::detailsChanged, this,
            [this] { setWindowTitle(tr("History of “%1”").arg(m_editor->details().name)); });
    connect(&m_store, &store::Store::versionsChanged, this, [this](const QString &playlistId) {
        if (m_editor && (playlistId.isEmpty() || playlistId == m_editor->details().id))
            readVersions();
    });
    // At once: what is shown refers to it.
    connect(m_editor, &QObject::destroyed, this, [this] {
        m_changed.stop();
        forgetComparison();
        close();
    });
}

void HistoryDialog::readVersions()
{
    if (!m_editor)
        return;
    m_store.listVersions(m_editor->details().id, this, [this](const Result<QList<store::VersionInfo>> &result) {
        if (!result)
            showNothing(result.error().userText);
        else
            showVersions(*result);
    });
}

void HistoryDialog::showVersions(const QList<store::VersionInfo> &versions)
{
    const QModelIndex current = m_versionList->currentIndex();
    const qint64 chosen = current.isValid() ? m_versions->versions().at(current.row()).id : 0;
    m_versions->setVersions(versions);
    if (versions.isEmpty()) {
        m_version.reset();
        showNothing(tr("There are no earlier versions yet. Segue keeps one whenever it reads this playlist or changes "
                       "it."));
        return;
    }
    m_versionList->setCurrentIndex(m_versions->index(qMax(0, m_versions->rowOf(chosen))));
}

void HistoryDialog::readChosen()
{
    const QModelIndex index = m_versionList->currentIndex();
    if (!index.isValid())
        return;
    const qint64 id = m_versions->versions().at(index.row()).id;
    if (m_version && m_version->info.id == id)
        return;
    m_titles->again();
    // What is still shown is not what is chosen: it must not be restored.
    m_version.reset();
    forgetComparison();
    updateButtons();
    m_store.readVersion(id, this, [this, id](const Result<store::Version> &result) {
        const QModelIndex now = m_versionList->currentIndex();
        if (!now.isValid() || m_versions->versions().at(now.row()).id != id)
            return; // another one was chosen meanwhile
        if (!result) {
            m_version.reset();
            showNothing(result.error().userText);
            return;
        }
        m_version = *result;
        m_fromTop = true;
        compare();
    });
}

void HistoryDialog::showNothing(const QString &why)
{
    forgetComparison();
    m_rows->setComparison(nullptr);
    m_summary->setText(why);
    showNote({});
    updateButtons();
}

store::ListRows HistoryDialog::listOfNow() const
{
    const Document &document = m_editor->document();
    store::ListRows rows;
    rows.reserve(document.size());
    for (const playlist::RowId id : document.wanted()) {
        const playlist::Row &row = document.row(id);
        rows.append(store::ListRow{.uri = row.uri(), .addedAt = row.entry.addedAt, .addedBy = row.entry.addedBy});
    }
    return rows;
}

QList<web::MediumPtr> HistoryDialog::knownMedia() const
{
    const Document &document = m_editor->document();
    QList<web::MediumPtr> known;
    known.reserve(document.size());
    const auto add = [&](const playlist::RowList &list) {
        for (const playlist::RowId id : list)
            known.append(document.row(id).entry.medium);
    };
    add(document.wanted());
    if (!document.isInSync())
        add(document.server());
    return known;
}

playlist::Restoration HistoryDialog::wholeNow() const
{
    if (m_comparison && m_comparison->revision == m_editor->document().wantedRevision())
        return m_comparison->whole;
    return playlist::restoration(m_version->rows, listOfNow());
}

void HistoryDialog::compare()
{
    m_changed.stop();
    if (!m_editor || !m_version)
        return;
    if (!m_editor->document().isComplete()) {
        showNothing(tr("The playlist has not been read to its end yet."));
        return;
    }
    m_comparer.start(m_version->rows, listOfNow(), knownMedia(), m_editor->document().wantedRevision());
}

void HistoryDialog::forgetComparison()
{
    m_comparer.abandon();
    m_show.stop();
    m_next.reset();
    m_comparison.reset();
}

void HistoryDialog::take(const std::shared_ptr<const Comparison> &comparison)
{
    m_next = comparison;
    m_consequence = consequenceOf(comparison->whole);
    m_show.start(); // both in one go would take nearly a frame
}

void HistoryDialog::showComparison()
{
    m_comparison = std::exchange(m_next, nullptr);
    const int scrolled = std::exchange(m_fromTop, false) ? 0 : m_rowList->verticalScrollBar()->value();
    m_rows->setComparison(m_comparison);
    m_rowList->verticalScrollBar()->setValue(scrolled);
    const QString words = changeWords(m_comparison->change);
    m_summary->setText(words.isEmpty() ? tr("This is the list as it is now.") : tr("Since then: %1").arg(words));
    showNote(m_comparison->rows.isEmpty() ? QString() : m_consequence);
    updateButtons();
}

std::vector<int> HistoryDialog::selectedMissing() const
{
    std::vector<int> positions;
    // By ranges: all rows are one of them.
    for (const QItemSelectionRange &range : m_rowList->selectionModel()->selection()) {
        for (int i = range.top(); i <= range.bottom(); ++i) {
            const ComparedRow &row = m_rows->at(i);
            if (row.mark == ComparedRow::Mark::Removed)
                positions.push_back(row.then);
        }
    }
    return positions;
}

QString HistoryDialog::consequenceOf(const Restoration &whole) const
{
    if (!m_editor)
        return {};
    if (const QString reason = m_editor->readOnlyReason(); !reason.isEmpty())
        return reason;
    QStringList sentences;
    if (whole.added > 0)
        sentences.append(
            tr("Restoring this list adds %n track(s) again; the date added becomes today’s.", nullptr, whole.added));
    if (!whole.removed.empty()) {
        sentences.append(
            tr("Restoring removes %n track(s) added since.", nullptr, static_cast<int>(whole.removed.size())));
        const int dates = m_editor->costOfRemoving(whole.removed).copiesLosingDate;
        if (dates > 0)
            sentences.append(tr("For that, %n other row(s) of the same tracks must be added again, with today’s date.",
                                nullptr, dates));
    }
    if (whole.impossible > 0)
        sentences.append(tr("Spotify offers no way to bring back %n row(s): local files or entries that are no longer "
                            "available.",
                            nullptr, whole.impossible));
    if (whole.kept > 0)
        sentences.append(tr("Of what was added since, %n row(s) must stay: local files or entries that are no longer "
                            "available.",
                            nullptr, whole.kept));
    if (sentences.isEmpty() && whole.changes)
        sentences.append(tr("Restoring this list only moves rows; every date stays."));
    return sentences.join(u' ');
}

/// Stays while another version is read: each change of its height has all rows laid out again.
void HistoryDialog::showNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void HistoryDialog::updateButtons()
{
    if (!m_restoreAll) // still being built
        return;
    const bool editable = m_editor && m_comparison && m_editor->isEditable() && m_editor->document().isComplete();
    m_restoreAll->setEnabled(editable && m_comparison->whole.changes);
    m_restoreRows->setEnabled(editable && !selectedMissing().empty());
}

void HistoryDialog::restore(const Restoration &restoration, const QString &text)
{
    if (!m_editor || !restoration.changes)
        return;
    QList<Editor::ListedRow> rows;
    rows.reserve(restoration.rows.size());
    for (const playlist::RestoredRow &row : restoration.rows) {
        if (row.now >= 0) {
            rows.append(Editor::ListedRow{.position = row.now, .medium = {}});
            continue;
        }
        web::MediumPtr medium = m_rows->medium(row.row.uri);
        if (!medium) {
            auto bare = std::make_shared<web::Medium>();
            bare->uri = row.row.uri;
            bare->kind = row.row.uri.startsWith(QLatin1String("spotify:episode:")) ? web::MediumKind::Episode
                                                                                   : web::MediumKind::Track;
            medium = bare;
        }
        rows.append(Editor::ListedRow{.position = -1, .medium = medium});
    }
    m_editor->restore(rows, text);
}

} // namespace segue::ui
