// SPDX-License-Identifier: GPL-3.0-or-later
// Changes answers as JSON, not as bytes: most changes of bytes only break the syntax, which Qt's parser is there for.
// Linked into the targets that read JSON; libFuzzer finds it by its name.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>
#include <cstdint>
#include <cstring>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t maxSize);

namespace
{

class Mutator
{
public:
    explicit Mutator(unsigned int seed) : m_random(seed) {}

    [[nodiscard]] bool chance(int oneIn) { return below(oneIn) == 0; }

    QJsonValue changed(const QJsonValue &value)
    {
        if (value.isObject() && !value.toObject().isEmpty() && !chance(8))
            return changedObject(value.toObject());
        if (value.isArray() && !value.toArray().isEmpty() && !chance(8))
            return changedArray(value.toArray());
        return changedScalar(value);
    }

private:
    [[nodiscard]] int below(qsizetype bound) { return m_random.bounded(static_cast<int>(bound)); }

    QJsonValue changedObject(QJsonObject object)
    {
        const QStringList keys = object.keys();
        const QString key = keys.at(below(keys.size()));
        switch (below(8)) {
        case 0:
            object.remove(key);
            break;
        case 1: // what is meant for one member in the place of another
            object.insert(key, object.value(keys.at(below(keys.size()))));
            break;
        default:
            object.insert(key, changed(object.value(key)));
        }
        return object;
    }

    QJsonValue changedArray(QJsonArray array)
    {
        const int at = below(array.size());
        switch (below(8)) {
        case 0:
            array.removeAt(at);
            break;
        case 1:
            array.insert(at, array.at(below(array.size())));
            break;
        default:
            array.replace(at, changed(array.at(at)));
        }
        return array;
    }

    QJsonValue changedScalar(const QJsonValue &value)
    {
        static const std::array<QJsonValue, 20> odd{QJsonValue::Null,
                                                    true,
                                                    false,
                                                    0,
                                                    1,
                                                    -1,
                                                    2.5,
                                                    2147483647,
                                                    2147483648.0,
                                                    -2147483648.0,
                                                    1e300,
                                                    QString(),
                                                    QJsonArray(),
                                                    QJsonObject(),
                                                    QJsonArray{QJsonValue::Null},
                                                    QStringLiteral(" "),
                                                    1000000,
                                                    QStringLiteral("&#x1F600;&amp;"),
                                                    QStringLiteral("2026-02-30"),
                                                    QStringLiteral("https://[::1]:99999/")};
        if (chance(3))
            return odd.at(static_cast<std::size_t>(below(odd.size())));
        if (value.isDouble())
            return value.toDouble() + below(5) - 2;
        return changedText(value.toString());
    }

    QString changedText(const QString &text)
    {
        QByteArray bytes = text.toUtf8();
        const qsizetype length = bytes.size();
        bytes.resize(length + 16);
        auto *const data = reinterpret_cast<std::uint8_t *>(bytes.data());
        bytes.resize(static_cast<qsizetype>(
            LLVMFuzzerMutate(data, static_cast<std::size_t>(length), static_cast<std::size_t>(bytes.size()))));
        return QString::fromUtf8(bytes);
    }

    QRandomGenerator m_random;
};

} // namespace

/// The first bytes choose who reads the rest, up to the first bracket; see Input.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t maxSize,
                                               unsigned int seed)
{
    Mutator mutator(seed);
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    qsizetype begin = 0;
    while (begin < bytes.size() && bytes.at(begin) != '{' && bytes.at(begin) != '[')
        ++begin;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.mid(begin));
    if (document.isNull() || mutator.chance(10))
        return LLVMFuzzerMutate(data, size, maxSize);
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue changed = mutator.changed(root);
    const QJsonDocument whole =
        changed.isArray() ? QJsonDocument(changed.toArray()) : QJsonDocument(changed.toObject());
    const QByteArray written = bytes.left(begin) + whole.toJson(QJsonDocument::Compact);
    if (written.size() > static_cast<qsizetype>(maxSize))
        return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, written.constData(), static_cast<std::size_t>(written.size()));
    return static_cast<std::size_t>(written.size());
}
