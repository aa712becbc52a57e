// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Saved.h"

#include "app/demo/Catalogue.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr qint64 Newest = 1'793'000'000; ///< late October 2026, so that the same seed gives the same dates
constexpr int Tracks = 137;
constexpr int Albums = 23;
constexpr int Episodes = 24;
constexpr int Artists = 57;
constexpr int BigPlaylist = 10'000; ///< tracks below this number are in it, if it is that big
constexpr quint64 ForSaved = 320;

auto isOf(const QString &id)
{
    return [&id](const Saved::Entry &entry) { return entry.id == id; };
}

} // namespace

void Saved::add(SavedKind kind, const QString &id, qint64 addedAt)
{
    if (contains(kind, id))
        return;
    QList<Entry> &list = m_lists[std::size_t(kind)];
    const auto at =
        std::find_if(list.begin(), list.end(), [&](const Entry &entry) { return entry.addedAt <= addedAt; });
    list.insert(at, {id, addedAt});
}

void Saved::remove(SavedKind kind, const QString &id)
{
    m_lists[std::size_t(kind)].removeIf(isOf(id));
}

bool Saved::contains(SavedKind kind, const QString &id) const
{
    return std::any_of(list(kind).begin(), list(kind).end(), isOf(id));
}

std::optional<SavedKind> savedKindOf(const QString &name)
{
    static const QStringList names{QStringLiteral("track"), QStringLiteral("album"),  QStringLiteral("episode"),
                                   QStringLiteral("show"),  QStringLiteral("artist"), QStringLiteral("user")};
    const auto at = names.indexOf(name);
    return at < 0 ? std::nullopt : std::optional(SavedKind(at));
}

void buildSaved(Saved &saved, const Catalogue &catalogue)
{
    const auto fill = [&](SavedKind kind, IdKind idKind, int count, int among) {
        for (int i = 0; saved.list(kind).size() < count; ++i) {
            const quint64 random = catalogue.number(ForSaved + quint64(kind), quint64(i));
            saved.add(kind, catalogue.id(idKind, int(random % quint64(among))),
                      Newest - i * 29'000LL - qint64(random >> 40) % 20'000);
        }
    };
    fill(SavedKind::Track, IdKind::Track, Tracks, BigPlaylist);
    fill(SavedKind::Album, IdKind::Album, Albums, BigPlaylist / Catalogue::TracksPerAlbum);
    fill(SavedKind::Episode, IdKind::Episode, Episodes, Catalogue::EpisodesOfAll);
    fill(SavedKind::Show, IdKind::Show, int(catalogue.shows().size()) - 1, int(catalogue.shows().size()));
    fill(SavedKind::Artist, IdKind::Artist, Artists, Catalogue::Artists);
    const QJsonArray others = catalogue.words().value(QLatin1String("others")).toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(others.size(), 2); ++i)
        saved.add(SavedKind::User, others[i][QLatin1String("id")].toString(), Newest - i);
}

} // namespace segue::demo
