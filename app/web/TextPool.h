// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace segue::web
{

/// Makes equal texts share one storage: the artists, albums and adders of a long playlist repeat, and without
/// this each row would hold copies of its own. Not thread-safe.
class TextPool
{
public:
    /// The same text, stored once.
    QString shared(const QString &text);

    /// The pictures whose first address is `firstUrl`, parsed once. `make` is called when they are new. Not by
    /// album: the addresses expire, and a later answer brings others for the same album.
    template <typename Make>
    QList<Image> images(const QString &firstUrl, Make &&make)
    {
        // The 64-bit hash stands for the address, which would take as much as the pictures.
        const size_t key = qHash(firstUrl, imageSeed);
        const auto found = m_images.constFind(key);
        if (found != m_images.cend())
            return *found;
        if (m_images.size() >= maxImages)
            m_images.clear(); // sharing begins anew; nobody's copy is touched
        return *m_images.insert(key, make());
    }

private:
    static constexpr size_t imageSeed = 0x5e60e;
    static constexpr qsizetype maxTexts = 200'000;
    static constexpr qsizetype maxImages = 20'000;

    QSet<QString> m_texts;
    QHash<size_t, QList<Image>> m_images;
};

} // namespace segue::web
