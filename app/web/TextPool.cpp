// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/TextPool.h"

namespace segue::web
{

QString TextPool::shared(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (m_texts.size() >= maxTexts)
        m_texts.clear(); // sharing begins anew; nobody's copy is touched
    return *m_texts.insert(text);
}

} // namespace segue::web
