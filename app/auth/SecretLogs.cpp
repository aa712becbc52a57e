// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/SecretLogs.h"

#include <QLoggingCategory>

#include <cstring>

namespace segue::auth
{

namespace
{
QLoggingCategory::CategoryFilter filterBefore = nullptr;

bool startsWith(const char *name, const char *prefix)
{
    return std::strncmp(name, prefix, std::strlen(prefix)) == 0;
}

void filter(QLoggingCategory *category)
{
    if (filterBefore)
        filterBefore(category);
    const char *name = category->categoryName();
    if (startsWith(name, "qt.networkauth")) {
        // Everything: its warnings quote what the service sent. Failures are reported by Session in other words.
        category->setEnabled(QtDebugMsg, false);
        category->setEnabled(QtInfoMsg, false);
        category->setEnabled(QtWarningMsg, false);
        category->setEnabled(QtCriticalMsg, false);
    } else if (startsWith(name, "qt.network.http") || startsWith(name, "qt.dbus")) {
        category->setEnabled(QtDebugMsg, false);
    }
}
} // namespace

void silenceSecretLogs()
{
    // A filter and not setFilterRules(): rules from the environment would win over the latter.
    static const bool installed = [] {
        filterBefore = QLoggingCategory::installFilter(filter);
        // Installing applies the filter to all categories at once, while filterBefore was not known yet.
        QLoggingCategory::installFilter(filter);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace segue::auth
