// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/SourceListModel.h"

#include "app/models/TrackColumnsModel.h"
#include "app/models/TrackListModel.h"
#include "app/models/TrackMime.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace segue::models
{

namespace
{

/// Totals of searches go up and down by themselves: then it is no use.
constexpr int mostRestarts = 2;

} // namespace

SourceListModel::SourceListModel(QObject *parent) : QAbstractListModel(parent) {}

SourceListModel::~SourceListModel() = default;

void SourceListModel::setSource(Read read)
{
    m_read = std::move(read);
    setItems({});
    this->read();
}

void SourceListModel::setItems(const QList<SourceItem> &items)
{
    m_call.cancel();
    m_call = {};
    beginResetModel();
    m_items = items;
    m_place = {};
    m_error.reset();
    m_more = false;
    m_readsAll = false;
    m_fresh.clear();
    m_startingOver = false;
    m_restarts = 0;
    m_total = -1;
    endResetModel();
}

void SourceListModel::readAll()
{
    m_readsAll = true;
    fetchMore({});
}

void SourceListModel::setPresent(const QSet<QString> &uris)
{
    m_present = uris;
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PresentRole, Qt::AccessibleTextRole});
}

void SourceListModel::tryAgain()
{
    if (m_error)
        read();
}

void SourceListModel::read()
{
    if (!m_read)
        return;
    m_error.reset();
    m_call = m_read(m_place, this, [this](const Result<web::Page<SourceItem>> &page) {
        m_call = {};
        if (page)
            take(*page);
        else
            m_error = page.error();
        m_readsAll = m_readsAll && m_more && !m_error;
        // Nobody looks further down in a list that has not grown.
        const bool broughtNothing = page && page->items.isEmpty() && m_more;
        if (!m_error && (m_readsAll || m_startingOver || broughtNothing))
            this->read();
        else
            Q_EMIT stateChanged();
    });
    Q_EMIT stateChanged();
}

void SourceListModel::take(const web::Page<SourceItem> &page)
{
    if (m_restarts < mostRestarts && isOfAnotherList(page)) {
        startOver();
        return;
    }
    // A page that brings nothing and promises more would be asked for without end.
    const bool stuck = page.nextOffset() <= m_place.offset && (page.after.isEmpty() || page.after == m_place.after);
    m_more = page.more && !stuck;
    m_total = page.total;
    m_place = {.offset = page.nextOffset(), .after = page.after};
    if (!m_startingOver) {
        append(page.items);
        return;
    }
    m_fresh += page.items;
    if (!m_more || m_fresh.size() >= m_items.size())
        replaceByFresh();
}

/// Whether something was added or removed since the pages before, so that this one does not follow on them.
bool SourceListModel::isOfAnotherList(const web::Page<SourceItem> &page) const
{
    if (page.offset == 0 || m_total < 0 || page.total < 0 || page.total == m_total)
        return false;
    if (page.total < m_total)
        return true; // what moved up is missing
    QSet<QString> known;
    for (const SourceItem &item : m_startingOver ? m_fresh : m_items)
        known.insert(item.uri);
    return std::any_of(page.items.cbegin(), page.items.cend(),
                       [&known](const SourceItem &item) { return known.contains(item.uri); });
}

void SourceListModel::startOver()
{
    ++m_restarts;
    m_startingOver = true;
    m_fresh.clear();
    m_place = {};
    m_total = -1;
    m_more = true;
}

void SourceListModel::append(const QList<SourceItem> &items)
{
    if (items.isEmpty())
        return;
    const auto first = static_cast<int>(m_items.size());
    beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
    m_items += items;
    endInsertRows();
}

void SourceListModel::replaceByFresh()
{
    beginResetModel();
    m_items = std::exchange(m_fresh, {});
    m_startingOver = false;
    endResetModel();
}

QList<web::MediumPtr> SourceListModel::media() const
{
    QList<web::MediumPtr> out;
    for (const SourceItem &item : m_items) {
        if (item.medium)
            out.append(item.medium);
    }
    return out;
}

int SourceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant SourceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return item.title;
    case Qt::AccessibleTextRole: {
        const QString name = item.subtitle.isEmpty() ? item.title : tr("%1, %2").arg(item.title, item.subtitle);
        return m_present.contains(item.uri) ? tr("%1, already in the playlist").arg(name) : name;
    }
    case SubtitleRole:
        return item.subtitle;
    case DetailRole:
        if (item.medium)
            return item.medium->length.count() > 0 ? TrackColumnsModel::lengthText(item.medium->length.count())
                                                   : QString();
        if (!item.year.isEmpty())
            return item.year;
        return item.count >= 0 ? QLocale().toString(item.count) : QString();
    case ImagesRole:
        return QVariant::fromValue(item.images);
    case LinkRole:
        return item.link();
    case MediumRole:
        return item.isMedium();
    case ExplicitRole:
        return item.medium && item.medium->isExplicit;
    case IconRole:
        return item.icon;
    case PlayableRole:
        return !item.medium || item.medium->isPlayable;
    case PresentRole:
        return m_present.contains(item.uri);
    default:
        return {};
    }
}

Qt::ItemFlags SourceListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid())
        return flags;
    const SourceItem &item = m_items.at(index.row());
    if (item.isMedium() || item.isCollection())
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

bool SourceListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !isReading() && !m_error;
}

void SourceListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read();
}

QStringList SourceListModel::mimeTypes() const
{
    return {TrackListModel::rowsMimeType, QStringLiteral("text/uri-list"), QStringLiteral("text/plain")};
}

QMimeData *SourceListModel::mimeData(const QModelIndexList &indexes) const
{
    QModelIndexList sorted = indexes;
    std::sort(sorted.begin(), sorted.end());
    QList<web::MediumPtr> media;
    QList<QUrl> links;
    for (const QModelIndex &index : std::as_const(sorted)) {
        const SourceItem &item = m_items.at(index.row());
        if (item.isMedium())
            media.append(item.medium);
        if (item.isMedium() || item.isCollection())
            links.append(item.link());
    }
    if (links.size() == media.size())
        return media.isEmpty() ? nullptr : makeMediaMime(media).release();
    return makeLinksMime(links).release();
}

} // namespace segue::models
