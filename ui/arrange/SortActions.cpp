// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/SortActions.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ops/Select.h"
#include "ui/Commands.h"
#include "ui/Settings.h"
#include "ui/arrange/SortDialog.h"
#include "ui/arrange/SortFields.h"
#include "ui/playlist/PlaylistPage.h"

#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;
using playlist::RowList;
using playlist::RowLookup;
using playlist::ShuffleKind;
using playlist::SortField;
using playlist::SortKey;

namespace
{

constexpr CommandId others[] = {CommandId::SortBySeveral, CommandId::Reverse, CommandId::Shuffle,
                                CommandId::ShuffleAlbums, CommandId::SpreadArtists};

bool tellsPopularity(const Document &document)
{
    return std::any_of(document.wanted().begin(), document.wanted().end(), [&document](playlist::RowId id) {
        const web::MediumPtr &medium = document.row(id).entry.medium;
        return medium && medium->popularity >= 0;
    });
}

} // namespace

SortActions::SortActions(Commands &commands, PlaylistPage &page, Settings &settings, QObject *parent)
    : ListVerbs(commands, page, parent), m_settings(settings)
{
    for (const SortFieldText &field : sortFieldTexts())
        wire(field.command, [this, chosen = field.field] { sortBy(chosen); });
    wire(CommandId::SortBySeveral, [this] { askForKeys(); });
    wire(CommandId::Reverse, [this] {
        sort({{SortField::Position, Qt::DescendingOrder}},
             [](int count) { return tr("Reverse %Ln track(s)", nullptr, count); });
    });
    wire(CommandId::Shuffle,
         [this] { shuffle(ShuffleKind::Rows, [](int count) { return tr("Shuffle %Ln track(s)", nullptr, count); }); });
    wire(CommandId::ShuffleAlbums, [this] {
        shuffle(ShuffleKind::Albums,
                [](int count) { return tr("Shuffle the albums of %Ln track(s)", nullptr, count); });
    });
    wire(CommandId::SpreadArtists, [this] {
        shuffle(ShuffleKind::SpreadArtists,
                [](int count) { return tr("Spread the artists of %Ln track(s)", nullptr, count); });
    });
}

void SortActions::reopened()
{
    m_arranger.cancel();
    m_last.reset();
}

void SortActions::update()
{
    QString reason = reasonAgainstEditing();
    if (reason.isEmpty() && editor()->document().size() < 2)
        reason = tr("There is only one track.");
    for (const SortFieldText &field : sortFieldTexts()) {
        const bool unknown =
            reason.isEmpty() && field.field == SortField::Popularity && !tellsPopularity(editor()->document());
        commands().setPossible(field.command,
                               unknown ? tr("Spotify does not tell how popular these tracks are.") : reason);
    }
    for (const CommandId id : others)
        commands().setPossible(id, reason);
    showDirections();
}

void SortActions::showDirections()
{
    const auto now = editor() ? sortedNow(selectedRows()) : std::nullopt;
    for (const SortFieldText &field : sortFieldTexts()) {
        const bool sorted = now && now->field == field.field;
        const bool up = sorted && now->order == Qt::AscendingOrder;
        // Right of the text, where other commands have their keys.
        commands().setHint(field.command, sorted ? (up ? field.upwards : field.downwards) : QString());
        commands().setDescription(field.command,
                                  tr("Sort by %1, %2").arg(field.inside, up ? field.downwards : field.upwards));
    }
}

std::optional<SortKey> SortActions::sortedNow(const RowList &rows) const
{
    // The order of the rows says nothing about which they are.
    const auto same = [](RowList a, RowList b) {
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        return a == b;
    };
    if (!m_last || m_last->editor != editor() || m_last->list != editor()->document().wanted() ||
        !same(m_last->rows, rows))
        return {};
    return m_last->key;
}

void SortActions::sortBy(SortField field)
{
    if (!editor())
        return;
    SortKey key{.field = field};
    if (const auto now = sortedNow(selectedRows()); now && now->field == field && now->order == Qt::AscendingOrder)
        key.order = Qt::DescendingOrder;
    const std::vector<SortFieldText> fields = sortFieldTexts();
    const auto text =
        std::find_if(fields.begin(), fields.end(), [field](const SortFieldText &each) { return each.field == field; });
    sort({key},
         [inside = text->inside](int count) { return tr("Sort %Ln track(s) by %1", nullptr, count).arg(inside); });
}

void SortActions::askForKeys()
{
    if (!reasonAgainstEditing().isEmpty())
        return;
    const RowList rows = selectedRows();
    const int affected = rows.empty() ? editor()->document().size() : static_cast<int>(rows.size());
    auto *dialog = new SortDialog(sortKeysNamed(m_settings.value(setting::sortKeys)),
                                  m_settings.value(setting::ignoreArticles), tellsPopularity(editor()->document()),
                                  rows.empty() ? tr("Sorts the whole playlist: %Ln track(s).", nullptr, affected)
                                               : tr("Sorts the %Ln selected track(s).", nullptr, affected),
                                  page().window());
    connect(dialog, &SortDialog::submitted, this,
            [this, asked = QPointer<Editor>(editor())](const std::vector<SortKey> &keys, bool ignoreArticles) {
                m_settings.set(setting::sortKeys, namesOf(keys));
                m_settings.set(setting::ignoreArticles, ignoreArticles);
                if (!asked || asked != editor())
                    return;
                QStringList names;
                for (const SortKey &key : keys) {
                    for (const SortFieldText &field : sortFieldTexts()) {
                        if (field.field == key.field)
                            names.append(field.inside);
                    }
                }
                sort(keys, [names](int count) {
                    return tr("Sort %Ln track(s) by %1", nullptr, count).arg(names.join(QStringLiteral(", ")));
                });
            });
    dialog->open();
}

void SortActions::sort(const std::vector<SortKey> &keys, const Naming &name)
{
    const playlist::SortOptions options{
        .keys = keys, .locale = QLocale(), .ignoreArticles = m_settings.value(setting::ignoreArticles)};
    // Only what is one field in the menu can be turned round there.
    const bool turns = keys.size() == 1 && keys.front().field != SortField::Position;
    arrange([options](const RowList &list, const std::vector<int> &positions,
                      const RowLookup &row) { return playlist::sortedAt(list, positions, row, options); },
            name, turns ? std::optional(keys.front()) : std::nullopt);
}

void SortActions::shuffle(ShuffleKind kind, const Naming &name)
{
    const playlist::ShuffleOptions options{.kind = kind, .seed = QRandomGenerator::global()->generate64()};
    arrange([options](const RowList &list, const std::vector<int> &positions,
                      const RowLookup &row) { return playlist::shuffledAt(list, positions, row, options); },
            name);
}

void SortActions::arrange(playlist::Arranger::Operation operation, const Naming &name, std::optional<SortKey> key)
{
    Editor *edited = editor();
    if (!edited || !reasonAgainstEditing().isEmpty())
        return;
    const RowList rows = selectedRows();
    m_last.reset();
    m_arranger.start(edited->document(), rows, std::move(operation),
                     [this, edited = QPointer<Editor>(edited), rows, name, key](const RowList &order,
                                                                                const std::vector<int> &positions) {
                         if (!edited)
                             return;
                         const bool changed = edited->arrange(order, rows, name(static_cast<int>(positions.size())));
                         if (key)
                             m_last = {.editor = edited, .list = order, .rows = rows, .key = *key};
                         if (!changed && edited->isEditable())
                             say(tr("The tracks are in this order already."));
                         refresh();
                     });
}

} // namespace segue::ui
