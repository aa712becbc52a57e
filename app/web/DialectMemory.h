// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Dialect.h"

#include <QHash>
#include <QString>

#include <optional>

namespace segue::web
{

/// Where the dialect of each client id is kept between runs. No secret: settings will do.
class DialectMemory
{
public:
    virtual ~DialectMemory() = default;
    [[nodiscard]] virtual std::optional<Dialect> load(const QString &clientId) const = 0;
    virtual void save(const QString &clientId, Dialect dialect) = 0;
};

/// Remembers until it is destroyed.
class DialectMemoryInRam final : public DialectMemory
{
public:
    [[nodiscard]] std::optional<Dialect> load(const QString &clientId) const override
    {
        const auto found = m_known.constFind(clientId);
        return found == m_known.cend() ? std::nullopt : std::optional(*found);
    }
    void save(const QString &clientId, Dialect dialect) override { m_known.insert(clientId, dialect); }

private:
    QHash<QString, Dialect> m_known;
};

} // namespace segue::web
