// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace segue::web::test
{

/// One thing that an answer told, as "name = value". The name is the member that tells it, in the words of the service
/// and counted from the root of the answer: "items[1].album.name = Album".
struct Fact {
    Fact(const char *line); // NOLINT(google-explicit-constructor): lists of texts are written in the rows
    /// Told by other members than that of its name, or by several; by none: it stands as long as the part that it is
    /// of.
    Fact(const char *line, const QStringList &from);
    Fact(QString line, QStringList from);

    QString text;
    QStringList members;
    QString part; ///< of the answer, which it goes with in any case; empty: the whole
};
using Facts = QList<Fact>;

/// "tracks" and "items[0]" make "tracks.items[0]".
[[nodiscard]] QString joined(const QString &prefix, const QString &name);

/// The facts of a part of an answer as facts of the whole. In the result the part may stand elsewhere than among the
/// members of the answer: an album that is saved is items[0].album there, and a row by itself here.
[[nodiscard]] Facts in(const QString &prefix, const Facts &facts);
[[nodiscard]] Facts in(const QString &prefix, const QString &members, const Facts &facts);

/// As they are compared with the result of a parser, which does not know at which place of the answer a row was:
/// "items[].album.name = Album".
[[nodiscard]] QStringList textsOf(const Facts &facts);

/// Empty when `told` is what may become of these facts after the member `changed` of the answer has been changed, else
/// what is wrong with it. The facts of members at, above or below `changed` may be others or be missing. A member of
/// `keys` takes all of the part along that it stands in, as null in the place of the part does. Every other fact
/// stands, in the same order, and nothing new is told under its name.
[[nodiscard]] QString complaint(const Facts &facts, const QStringList &told, const QString &changed,
                                const QStringList &keys);

} // namespace segue::web::test
