// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/JsonVariations.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace segue::web::test
{

namespace
{

using Rebuild = std::function<QJsonValue(const QJsonValue &)>; ///< the whole with this in its place

struct Walk {
    JsonChange change;
    QList<JsonVariation> found;

    void note(const QString &path, const QJsonValue &whole)
    {
        found.append({path, whole.isArray() ? QJsonDocument(whole.toArray()) : QJsonDocument(whole.toObject())});
    }
    void into(const QJsonValue &value, const QString &path, const Rebuild &rebuild)
    {
        if (value.isObject())
            intoObject(value.toObject(), path, rebuild);
        else if (value.isArray() && !value.toArray().isEmpty())
            intoArray(value.toArray(), path + QStringLiteral("[0]"), rebuild);
    }
    void intoArray(const QJsonArray &array, const QString &path, const Rebuild &rebuild)
    {
        const auto with = [array, rebuild](const QJsonValue &first) {
            QJsonArray changed = array;
            if (first.isUndefined())
                changed.removeFirst();
            else
                changed[0] = first;
            return rebuild(changed);
        };
        const bool isPlain = !array.first().isObject() && !array.first().isArray();
        if (isPlain || change == JsonChange::Null)
            changeMember(array.first(), path, with);
        into(array.first(), path, with);
    }
    void intoObject(const QJsonObject &object, const QString &path, const Rebuild &rebuild)
    {
        if (change == JsonChange::Unknown) {
            QJsonObject changed = object;
            changed.insert(QStringLiteral("of_tomorrow"), QJsonObject{{QStringLiteral("a"), QJsonArray{1, {}}}});
            note(path, rebuild(changed));
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = it.key();
            const auto with = [object, key, rebuild](const QJsonValue &value) {
                QJsonObject changed = object;
                if (value.isUndefined())
                    changed.remove(key);
                else
                    changed.insert(key, value);
                return rebuild(changed);
            };
            const QString below = path.isEmpty() ? key : path + u'.' + key;
            changeMember(it.value(), below, with);
            into(it.value(), below, with);
        }
    }
    void changeMember(const QJsonValue &value, const QString &path, const Rebuild &with)
    {
        switch (change) {
        case JsonChange::Null:
            note(path, with(QJsonValue::Null));
            break;
        case JsonChange::WrongType:
            note(path, with(value.isDouble() ? QJsonValue(QStringLiteral("seven")) : QJsonValue(7.5)));
            note(path, with(value.isObject() ? QJsonValue(QJsonArray{1}) : QJsonValue(QJsonObject())));
            break;
        case JsonChange::Missing:
            note(path, with(QJsonValue::Undefined));
            break;
        case JsonChange::Unknown:
            break;
        }
    }
};

} // namespace

QList<JsonVariation> variationsOf(const QJsonDocument &good, JsonChange change)
{
    Walk walk{change, {}};
    const QJsonValue root = good.isArray() ? QJsonValue(good.array()) : QJsonValue(good.object());
    walk.into(root, {}, [](const QJsonValue &whole) { return whole; });
    return walk.found;
}

} // namespace segue::web::test
