// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Fields.h"

#include <QJsonArray>

#include <algorithm>

namespace segue::demo
{

class Fields::Parser
{
public:
    explicit Parser(const QString &text) : m_text(text) {}

    std::optional<std::vector<Node>> all()
    {
        auto nodes = list(0);
        if (!nodes || m_at != m_text.size())
            return std::nullopt;
        return nodes;
    }

private:
    static constexpr int Deepest = 16;

    std::optional<std::vector<Node>> list(int depth)
    {
        std::vector<Node> nodes;
        if (depth > Deepest)
            return std::nullopt;
        do {
            auto next = node(depth);
            if (!next)
                return std::nullopt;
            // "items.a,items.b" means the same as "items(a,b)".
            const auto same = std::find_if(nodes.begin(), nodes.end(), [&](const Node &n) {
                return n.name == next->name && !n.isLeftOut && !next->isLeftOut;
            });
            if (same != nodes.end() && !same->inner.empty() && !next->inner.empty())
                same->inner.insert(same->inner.end(), next->inner.begin(), next->inner.end());
            else
                nodes.push_back(std::move(*next));
        } while (take(u','));
        return nodes;
    }

    std::optional<Node> node(int depth)
    {
        Node node;
        skipSpaces();
        node.isLeftOut = take(u'!');
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
            ++m_at;
        node.name = m_text.mid(start, m_at - start);
        if (node.name.isEmpty() || depth > Deepest)
            return std::nullopt;
        if (take(u'.')) {
            auto inner = this->node(depth + 1);
            if (!inner)
                return std::nullopt;
            node.inner.push_back(std::move(*inner));
        } else if (take(u'(')) {
            auto inner = list(depth + 1);
            if (!inner || !take(u')'))
                return std::nullopt;
            node.inner = std::move(*inner);
        }
        return node;
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QChar c)
    {
        skipSpaces();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

std::optional<Fields> Fields::parse(const QString &text)
{
    auto nodes = Parser(text).all();
    if (!nodes)
        return std::nullopt;
    Fields fields;
    fields.m_nodes = std::move(*nodes);
    return fields;
}

QJsonObject Fields::applied(const QJsonObject &object) const
{
    return filtered(object, m_nodes);
}

bool Fields::wants(const QString &name) const
{
    bool onlyLeftOut = true;
    for (const Node &node : m_nodes) {
        if (node.name == name && (!node.isLeftOut || !node.inner.empty()))
            return true;
        if (node.name == name)
            return false;
        onlyLeftOut = onlyLeftOut && node.isLeftOut;
    }
    return onlyLeftOut;
}

QJsonObject Fields::filtered(const QJsonObject &object, const std::vector<Node> &nodes)
{
    const bool onlyLeftOut = std::all_of(nodes.begin(), nodes.end(), [](const Node &n) { return n.isLeftOut; });
    QJsonObject result = onlyLeftOut ? object : QJsonObject();
    for (const Node &node : nodes) {
        if (node.isLeftOut) {
            result.remove(node.name);
            continue;
        }
        const auto member = object.constFind(node.name);
        if (member != object.constEnd())
            result.insert(node.name, node.inner.empty() ? member.value() : filtered(member.value(), node.inner));
    }
    return result;
}

QJsonValue Fields::filtered(const QJsonValue &value, const std::vector<Node> &nodes)
{
    if (value.isObject())
        return filtered(value.toObject(), nodes);
    if (!value.isArray())
        return value;
    QJsonArray result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        result.append(filtered(entry, nodes));
    return result;
}

} // namespace segue::demo
