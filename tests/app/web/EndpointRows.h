// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/web/Endpoints.h"
#include "tests/app/web/Telling.h"

#include <tuple>

/// The rows of the table, by family, and what they are written with.
namespace segue::web::test::rows
{

[[nodiscard]] std::vector<Endpoint> ofPlaylists(); ///< reads of Api
[[nodiscard]] std::vector<Endpoint> ofEdits();     ///< writes of Api
[[nodiscard]] std::vector<Endpoint> ofCatalogue();
[[nodiscard]] std::vector<Endpoint> ofShelf();
[[nodiscard]] std::vector<Endpoint> ofListening();
[[nodiscard]] std::vector<Endpoint> ofPeople();

// clang-format off
inline Api &familyOf(Clients &clients, const Api *) { return *clients.http.api; }
inline Catalogue &familyOf(Clients &clients, const Catalogue *) { return clients.catalogue; }
inline Shelf &familyOf(Clients &clients, const Shelf *) { return clients.shelf; }
inline Listening &familyOf(Clients &clients, const Listening *) { return clients.listening; }
inline People &familyOf(Clients &clients, const People *) { return clients.people; }
// clang-format on

template <typename T>
Done<T> telling(const Report &report, const Done<T> *)
{
    return [report](Result<T> outcome) { report(outcome.map([](const T &value) { return told(value); })); };
}

/// A call with these arguments; a context and a taker of the outcome follow them.
template <typename Family, typename... Parameters, typename... Args>
Calling calling(const char *name, Call (Family::*method)(Parameters...), Args... args)
{
    using Taker = std::tuple_element_t<sizeof...(Parameters) - 1, std::tuple<Parameters...>>;
    return {name, [=](Clients &clients, const Report &report) {
                (familyOf(clients, static_cast<Family *>(nullptr)).*
                 method)(args..., &clients.http.context, telling(report, static_cast<const Taker *>(nullptr)));
            }};
}

/// The first arguments of calling().
#define SEGUE_METHOD(family, method) #family "::" #method, &family::method

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline QStringList texts(std::initializer_list<const char *> all)
{
    QStringList list;
    for (const char *each : all)
        list.append(text(each));
    return list;
}

inline QByteArray under(const char *key, const QByteArray &value)
{
    return QByteArray("{\"") + key + "\":" + value + '}';
}

/// As things in the library, heard things and entries of playlists are told.
inline QByteArray dated(const char *key, const QByteArray &value)
{
    return QByteArray(R"({"added_at":"2020-01-02T03:04:05Z","played_at":"2020-01-02T03:04:05.678Z",)") +
           R"("is_local":false,"added_by":{"id":"una"},")" + key + "\":" + value + '}';
}

/// The first page of a list, on which these two stand and nothing between them.
inline QByteArray page(const QByteArray &first, const QByteArray &last)
{
    return R"({"href":"h","limit":3,"offset":0,"previous":null,"next":"https:\/\/x","total":9,"items":[)" + first +
           ",null," + last + "]}";
}

inline Facts ofPage(const Facts &first, const Facts &last)
{
    const Facts frame{
        "total = 9", {"counted = 3", {}}, {"holes = 1", texts({"items[0]"})}, {"next = yes", texts({"next"})}};
    return frame + in(text("items[0]"), first) + in(text("items[2]"), last);
}

/// The same where the rows of the result are a member of the rows of the answer.
inline Facts ofPage(const char *member, const Facts &first, const Facts &last)
{
    return ofPage({}, {}) + in(text("items[0]"), text("items[0].") + text(member), first) +
           in(text("items[2]"), text("items[2].") + text(member), last);
}

/// The same of a list that is read by cursor.
inline QByteArray cursorPage(const QByteArray &first, const QByteArray &last)
{
    return R"({"href":"h","limit":3,"next":"https:\/\/x","total":9,"cursors":{"after":"a","before":"b"},"items":[)" +
           first + ",null," + last + "]}";
}

/// `cursor` is the one that leads to the next page. It is told only as long as there is one.
inline Facts ofCursorPage(const char *cursor, const Facts &first, const Facts &last)
{
    const QStringList leading{text("next"), text("cursors.") + text(cursor)};
    const QString value = text(cursor).left(1);
    const Facts frame{"total = 9",
                      {"counted = 3", {}},
                      {"holes = 1", texts({"items[0]"})},
                      {"next = yes", leading},
                      {text("cursor = ") + value, leading}};
    return frame + in(text("items[0]"), first) + in(text("items[2]"), last);
}

inline const QStringList &pageFrame()
{
    static const QStringList frame = texts({"items", "total"});
    return frame;
}

inline QStringList pageFrameIn(const char *key)
{
    return texts({key}) + QStringList{text(key) + text(".items"), text(key) + text(".total")};
}

} // namespace segue::web::test::rows
