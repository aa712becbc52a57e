// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace segue::web::test
{

/// The methods that app/web declares as `virtual Call`, read from its headers as they are when the test runs:
/// "Api::me".
[[nodiscard]] QStringList declaredCalls();

} // namespace segue::web::test
