// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/Facts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace segue::web::test
{

namespace
{

QString nameOf(const QString &text)
{
    return text.section(QLatin1String(" = "), 0, 0);
}

QString withoutPlaces(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\[\\d+\\]"));
    const qsizetype end = nameOf(text).size();
    return text.left(end).replace(place, QStringLiteral("[]")) + text.mid(end);
}

bool isWithin(const QString &member, const QString &owner)
{
    if (!member.startsWith(owner))
        return false;
    const QString rest = member.mid(owner.size());
    return rest.isEmpty() || owner.isEmpty() || rest.front() == u'.' || rest.front() == u'[';
}

bool areOfOneLine(const QString &a, const QString &b)
{
    return isWithin(a, b) || isWithin(b, a);
}

} // namespace

Fact::Fact(const char *line) : Fact(line, {nameOf(QString::fromUtf8(line))}) {}

Fact::Fact(const char *line, const QStringList &from) : Fact(QString::fromUtf8(line), from) {}

Fact::Fact(QString line, QStringList from) : text(std::move(line)), members(std::move(from)) {}

QString joined(const QString &prefix, const QString &name)
{
    const bool abuts = prefix.isEmpty() || name.isEmpty() || name.startsWith(u'[') || name.startsWith(u' ');
    return abuts ? QString(prefix + name) : QString(prefix + u'.' + name);
}

Facts in(const QString &prefix, const Facts &facts)
{
    return in(prefix, prefix, facts);
}

Facts in(const QString &prefix, const QString &members, const Facts &facts)
{
    Facts whole;
    for (const Fact &fact : facts) {
        QStringList from;
        for (const QString &member : fact.members)
            from.append(joined(members, member));
        Fact raised(joined(prefix, fact.text), from);
        raised.part = joined(members, fact.part);
        whole.append(raised);
    }
    return whole;
}

QStringList textsOf(const Facts &facts)
{
    QStringList texts;
    for (const Fact &fact : facts)
        texts.append(withoutPlaces(fact.text));
    return texts;
}

QString complaint(const Facts &facts, const QStringList &told, const QString &changed, const QStringList &keys)
{
    const QString part = keys.contains(changed) ? changed.section(u'.', 0, -2) : changed;
    const auto maySuffer = [&](const Fact &fact) {
        if (!part.isEmpty() && isWithin(fact.part, part))
            return true;
        return std::any_of(fact.members.begin(), fact.members.end(), [&](const QString &member) {
            return areOfOneLine(member, changed) || isWithin(member, part);
        });
    };
    QSet<QString> suffering; // names
    qsizetype at = 0;        // in what was told, behind what has been found again
    QStringList others = told;
    for (const Fact &fact : facts) {
        const QString text = withoutPlaces(fact.text);
        if (maySuffer(fact)) {
            suffering.insert(nameOf(text));
            continue;
        }
        at = others.indexOf(text, at);
        if (at < 0)
            return QStringLiteral("gone, or in another order: ") + fact.text;
        others.removeAt(at);
    }
    for (const QString &other : std::as_const(others))
        if (!suffering.contains(nameOf(other)) && !areOfOneLine(nameOf(other), withoutPlaces(changed)))
            return QStringLiteral("new: ") + other;
    return {};
}

} // namespace segue::web::test
