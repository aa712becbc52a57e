// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/SourcePage.h"

namespace segue::ui
{
struct Account;
}

/// Pages of what is the user's own: saved, followed, listened to. The account's services must outlive what they read.
namespace segue::ui::sourcePages
{

/// Where these pages, and Browse, are gone to from; those that the account has services for.
[[nodiscard]] QList<models::SourceItem> places(const Account &account);
/// For an item of places().
[[nodiscard]] SourcePage place(const Account &account, const models::SourceItem &item);

} // namespace segue::ui::sourcePages
