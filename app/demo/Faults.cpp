// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Faults.h"

namespace segue::demo
{

namespace
{

struct KindName {
    FaultKind kind;
    const char *name;
};

constexpr KindName KindNames[] = {
    {FaultKind::RateLimit, "429"},       {FaultKind::Status, "status"},       {FaultKind::DropBefore, "dropBefore"},
    {FaultKind::DropAfter, "dropAfter"}, {FaultKind::Truncated, "truncated"}, {FaultKind::InvalidJson, "invalidJson"},
    {FaultKind::Silence, "silence"},     {FaultKind::Expired, "expired"},     {FaultKind::Delay, "delay"},
    {FaultKind::Answer, "answer"},
};

std::optional<FaultKind> kindNamed(const QString &name)
{
    for (const KindName &known : KindNames) {
        if (name == QLatin1String(known.name))
            return known.kind;
    }
    return std::nullopt;
}

} // namespace

QString Faults::arm(const QJsonObject &json, int *id)
{
    static const QStringList known{
        QStringLiteral("kind"),       QStringLiteral("method"), QStringLiteral("path"),   QStringLiteral("after"),
        QStringLiteral("count"),      QStringLiteral("form"),   QStringLiteral("status"), QStringLiteral("message"),
        QStringLiteral("carriedOut"), QStringLiteral("body"),   QStringLiteral("delay"),  QStringLiteral("retryAfter"),
        QStringLiteral("contentType")};
    const QStringList keys = json.keys();
    for (const QString &key : keys) {
        if (!known.contains(key))
            return QStringLiteral("a fault has no \"%1\"").arg(key);
    }
    const auto kind = kindNamed(json.value(QLatin1String("kind")).toString());
    if (!kind)
        return QStringLiteral("no such kind of fault");
    Fault fault;
    fault.kind = *kind;
    fault.method = json.value(QLatin1String("method")).toString().toLatin1().toUpper();
    fault.path.setPattern(json.value(QLatin1String("path")).toString());
    if (!fault.path.isValid())
        return QStringLiteral("path is no regular expression: ") + fault.path.errorString();
    fault.after = json.value(QLatin1String("after")).toInt(0);
    fault.count = json.value(QLatin1String("count")).toInt(1);
    fault.carriedOut = json.value(QLatin1String("carriedOut")).toBool();
    fault.retryAfter = json.value(QLatin1String("retryAfter")).toInt(-1);
    fault.asQuota = json.value(QLatin1String("form")).toString() == QLatin1String("quota");
    fault.status = json.value(QLatin1String("status")).toInt(fault.kind == FaultKind::Answer ? 200 : 500);
    fault.message = json.value(QLatin1String("message")).toString(QStringLiteral("Server error."));
    fault.body = json.value(QLatin1String("body")).toString().toUtf8();
    fault.contentType =
        json.value(QLatin1String("contentType")).toString(QStringLiteral("application/json")).toLatin1();
    fault.delay = json.value(QLatin1String("delay")).toInt(0);
    fault.id = *id = m_nextId++;
    m_faults.append(fault);
    return {};
}

QJsonArray Faults::toJson() const
{
    QJsonArray list;
    for (const Fault &fault : m_faults) {
        const auto name = std::find_if(std::begin(KindNames), std::end(KindNames),
                                       [&](const KindName &known) { return known.kind == fault.kind; });
        list.append(QJsonObject{{QStringLiteral("id"), fault.id},
                                {QStringLiteral("kind"), QLatin1String(name->name)},
                                {QStringLiteral("method"), QString::fromLatin1(fault.method)},
                                {QStringLiteral("path"), fault.path.pattern()},
                                {QStringLiteral("after"), fault.after},
                                {QStringLiteral("count"), fault.count},
                                {QStringLiteral("carriedOut"), fault.carriedOut},
                                {QStringLiteral("hits"), fault.hits}});
    }
    return list;
}

std::optional<Fault> Faults::take(const Request &request)
{
    for (Fault &fault : m_faults) {
        const bool isUsedUp = fault.count > 0 && fault.hits >= fault.count;
        if (isUsedUp || (!fault.method.isEmpty() && fault.method != request.method) ||
            !fault.path.match(request.path).hasMatch())
            continue;
        if (fault.after > 0) {
            --fault.after;
            continue;
        }
        ++fault.hits;
        return fault;
    }
    return std::nullopt;
}

} // namespace segue::demo
