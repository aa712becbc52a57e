// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/ComparedRowsModel.h"

#include "app/models/TitleLookup.h"
#include "app/playlist/exchange/RowText.h"

#include <QLocale>

namespace segue::ui
{

using playlist::ComparedRow;

using models::TitleLookup;

ComparedRowsModel::ComparedRowsModel(const TitleLookup &lookup, QObject *parent)
    : QAbstractListModel(parent), m_lookup(lookup)
{
}

void ComparedRowsModel::setComparison(std::shared_ptr<const Comparison> comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    choose();
    endResetModel();
}

void ComparedRowsModel::setOnlyDifferences(bool only)
{
    beginResetModel();
    m_onlyDifferences = only;
    choose();
    endResetModel();
}

void ComparedRowsModel::choose()
{
    m_shown.clear();
    if (!m_comparison)
        return;
    const QList<ComparedRow> &rows = m_comparison->rows;
    m_shown.reserve(rows.size());
    for (int i = 0; i < rows.size(); ++i) {
        if (!m_onlyDifferences || rows.at(i).mark != ComparedRow::Mark::Same)
            m_shown.append(i);
    }
}

const store::ListRow &ComparedRowsModel::listRow(const ComparedRow &row) const
{
    return row.then >= 0 ? m_comparison->then.at(row.then) : m_comparison->now.at(row.now);
}

web::MediumPtr ComparedRowsModel::medium(const QString &uri) const
{
    const web::MediumPtr known = m_comparison ? m_comparison->known.value(uri) : nullptr;
    return known ? known : m_lookup.medium(uri);
}

QString ComparedRowsModel::uriWithoutTitle(int row) const
{
    const QString &uri = listRow(at(row)).uri;
    return m_lookup.state(uri) == TitleLookup::State::Unasked && !m_comparison->known.contains(uri) ? uri : QString();
}

void ComparedRowsModel::tellTitles(int first, int last)
{
    Q_EMIT dataChanged(index(first), index(last));
}

QString ComparedRowsModel::noteOn(const QString &uri) const
{
    switch (m_lookup.state(uri)) {
    case TitleLookup::State::Known:
        return {};
    case TitleLookup::State::Missing:
        return tr("Spotify does not tell the title");
    case TitleLookup::State::Unasked:
        return m_lookup.error() ? tr("the title could not be read") : QString();
    }
    return {};
}

int ComparedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ComparedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ComparedRow &row = at(index.row());
    const QString &uri = listRow(row).uri;
    playlist::ExchangeRow known;
    if (const web::MediumPtr found = medium(uri))
        known = playlist::exchangeRow({.medium = found, .addedAt = {}, .addedBy = {}});
    else if (uri.startsWith(QLatin1String("spotify:local:")))
        known = playlist::rowOfLocalFile(uri);
    const QString unknown = uri.isEmpty() ? tr("No longer available") : uri;
    const QString position = QLocale().toString((row.then >= 0 ? row.then : row.now) + 1);
    const QString artists = known.artists.join(QStringLiteral(", "));

    switch (role) {
    case TitleRole:
        return known.title.isEmpty() ? unknown : known.title;
    case ArtistsRole:
        return artists;
    case PositionRole:
        return position;
    case MarkRole:
        return static_cast<int>(row.mark);
    case KnownRole:
        return !known.title.isEmpty();
    case NoteRole:
        return known.title.isEmpty() && !uri.isEmpty() ? noteOn(uri) : QString();
    case MarkTextRole:
        switch (row.mark) {
        case ComparedRow::Mark::Same:
            return {};
        case ComparedRow::Mark::Moved:
            return tr("moved, now at %1").arg(QLocale().toString(row.now + 1));
        case ComparedRow::Mark::Removed:
            return tr("removed since");
        case ComparedRow::Mark::Added:
            return tr("added since");
        }
        return {};
    case Qt::ToolTipRole:
        if (const QString note = data(index, NoteRole).toString(); !note.isEmpty() && m_lookup.error())
            return QString(data(index, Qt::DisplayRole).toString() + u'\n' + m_lookup.error()->userText);
        [[fallthrough]];
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{known.title.isEmpty() ? unknown : known.title, artists, data(index, NoteRole).toString(),
                          data(index, MarkTextRole).toString()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace segue::ui
