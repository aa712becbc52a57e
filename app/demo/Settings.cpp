// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Settings.h"

#include <QJsonArray>

namespace segue::demo
{

namespace
{

bool read(const QJsonValue &json, int &out)
{
    if (!json.isDouble() || json.toDouble() < 0)
        return false;
    out = json.toInt();
    return true;
}

bool read(const QJsonValue &json, bool &out)
{
    out = json.toBool();
    return json.isBool();
}

bool read(const QJsonValue &json, QString &out)
{
    out = json.toString();
    return json.isString();
}

bool read(const QJsonValue &json, QStringList &out)
{
    out.clear();
    const QJsonArray array = json.toArray();
    for (const QJsonValue &entry : array)
        out.append(entry.toString());
    return json.isArray();
}

QJsonValue written(int value)
{
    return value;
}

QJsonValue written(bool value)
{
    return value;
}

QJsonValue written(const QString &value)
{
    return value;
}

QJsonValue written(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

/// Every member with its name: the one list that reading and writing share.
template <typename S, typename Visit>
void visitMembers(S &s, Visit visit)
{
    visit("dialect", s.dialect);
    visit("latency", s.latency);
    visit("rateLimit", s.rateLimit);
    visit("coverRateLimit", s.coverRateLimit);
    visit("rateLimitForm", s.rateLimitForm);
    visit("pageLimit", s.pageLimit);
    visit("catalogueMaxAge", s.catalogueMaxAge);
    visit("coverLimit", s.coverLimit);
    visit("consent", s.consent);
    visit("percentCodes", s.percentCodes);
    visit("rotation", s.rotation);
    visit("expiresIn", s.expiresIn);
    visit("codeLife", s.codeLife);
    visit("redirects", s.redirects);
    visit("dropScope", s.dropScope);
    visit("snapshotLag", s.snapshotLag);
    visit("contentLag", s.contentLag);
    visit("coverLag", s.coverLag);
    visit("positionsIgnored", s.positionsIgnored);
    visit("bigRangesIgnored", s.bigRangesIgnored);
    visit("publicIgnored", s.publicIgnored);
    visit("bothNames", s.bothNames);
    visit("repeatedItems", s.repeatedItems);
    visit("nullImages", s.nullImages);
    visit("deadUris", s.deadUris);
    visit("premium", s.premium);
    visit("devices", s.devices);
    visit("editorialClosed", s.editorialClosed);
    visit("nullResults", s.nullResults);
}

QString wrongChoice(const Settings &s)
{
    const auto isOneOf = [](const QString &value, const QStringList &allowed) { return allowed.contains(value); };
    if (!isOneOf(s.dialect, {QStringLiteral("tracks"), QStringLiteral("items")}))
        return QStringLiteral("dialect is \"tracks\" or \"items\"");
    if (!isOneOf(s.consent, {QStringLiteral("allow"), QStringLiteral("deny"), QStringLiteral("ask")}))
        return QStringLiteral("consent is \"allow\", \"deny\" or \"ask\"");
    if (!isOneOf(s.rateLimitForm, {QStringLiteral("plain"), QStringLiteral("quota")}))
        return QStringLiteral("rateLimitForm is \"plain\" or \"quota\"");
    return {};
}

} // namespace

Settings Settings::from(const StandInOptions &options)
{
    Settings settings;
    settings.dialect = options.dialect == Dialect::Items ? QStringLiteral("items") : QStringLiteral("tracks");
    settings.latency = int(options.latency.count());
    settings.rateLimit = options.rateLimit;
    return settings;
}

QJsonObject Settings::toJson() const
{
    QJsonObject json;
    visitMembers(
        *this, [&](const char *name, const auto &member) { json.insert(QString::fromLatin1(name), written(member)); });
    return json;
}

QString Settings::apply(const QJsonObject &changes)
{
    Settings changed = *this;
    QStringList left = changes.keys();
    QString wrong;
    visitMembers(changed, [&](const char *name, auto &member) {
        const QString key = QString::fromLatin1(name);
        if (left.removeAll(key) > 0 && !read(changes.value(key), member))
            wrong = key + QStringLiteral(" has the wrong type");
    });
    if (!left.isEmpty())
        wrong = QStringLiteral("no such option: ") + left.join(QStringLiteral(", "));
    if (wrong.isEmpty())
        wrong = wrongChoice(changed);
    if (wrong.isEmpty())
        *this = changed;
    return wrong;
}

} // namespace segue::demo
