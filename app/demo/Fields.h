// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace segue::demo
{

/// The `fields` filter of the playlist endpoints: names with commas between them, a dot or parentheses to
/// reach into an object or into each entry of an array, ! to leave a name out. What is named and not there is
/// left out silently, which is how an old items(track(…)) yields empty entries on the new route.
class Fields
{
public:
    /// Nothing for a text that is no filter (unbalanced parentheses, empty names).
    static std::optional<Fields> parse(const QString &text);

    [[nodiscard]] QJsonObject applied(const QJsonObject &object) const;

    /// Whether anything of the top-level `name` would be kept: what need not be made in the first place.
    [[nodiscard]] bool wants(const QString &name) const;

private:
    struct Node {
        QString name;
        bool isLeftOut = false;
        std::vector<Node> inner; ///< empty: everything
    };

    class Parser;
    static QJsonObject filtered(const QJsonObject &object, const std::vector<Node> &nodes);
    static QJsonValue filtered(const QJsonValue &value, const std::vector<Node> &nodes);

    std::vector<Node> m_nodes;
};

} // namespace segue::demo
