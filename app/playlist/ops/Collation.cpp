// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Collation.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace segue::playlist
{

std::vector<std::int64_t> collationRanks(const std::vector<QString> &texts, const QLocale &locale)
{
    // Made here, as a collator belongs to one thread. The C locale orders by code points, small letters behind all
    // capitals: that is for programs, so its users get the order of English.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);

    QHash<QString, int> known;
    std::vector<QCollatorSortKey> keys;
    std::vector<int> keyOf(texts.size(), -1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].isEmpty())
            continue;
        const auto found = known.constFind(texts[i]);
        keyOf[i] = found != known.cend() ? *found : static_cast<int>(keys.size());
        if (found == known.cend()) {
            known.insert(texts[i], keyOf[i]);
            keys.push_back(collator.sortKey(texts[i]));
        }
    }

    std::vector<int> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&keys](int index) -> const QCollatorSortKey & { return keys[static_cast<std::size_t>(index)]; };
    std::sort(order.begin(), order.end(), [&key](int a, int b) { return key(a) < key(b); });
    std::vector<std::int64_t> rankOf(keys.size(), 0);
    for (std::size_t i = 1; i < order.size(); ++i) {
        const bool same = key(order[i - 1]).compare(key(order[i])) == 0;
        rankOf[static_cast<std::size_t>(order[i])] = rankOf[static_cast<std::size_t>(order[i - 1])] + (same ? 0 : 1);
    }

    std::vector<std::int64_t> ranks(texts.size(), -1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (keyOf[i] >= 0)
            ranks[i] = rankOf[static_cast<std::size_t>(keyOf[i])];
    }
    return ranks;
}

QString withoutArticle(const QString &text)
{
    for (const QLatin1String article : {QLatin1String("The "), QLatin1String("A "), QLatin1String("An ")}) {
        if (text.startsWith(article, Qt::CaseInsensitive)) {
            const QString rest = text.mid(article.size()).trimmed();
            return rest.isEmpty() ? text : rest;
        }
    }
    return text;
}

} // namespace segue::playlist
