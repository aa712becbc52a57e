// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue::web
{

/// Replaces HTML character references (&amp;amp; &amp;#x27; &amp;#39; …) by what they stand for, once. Descriptions of
/// playlists come escaped that way, and are written as plain text. What is no known reference stays as it is.
[[nodiscard]] QString decodeHtmlEntities(const QString &text);

} // namespace segue::web
