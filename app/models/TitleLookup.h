// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Call.h"
#include "app/web/Values.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue::web
{
class Api;
}

namespace segue::models
{

/// Asks Spotify what tracks and episodes are called of which only the URI is known. Answers are kept in memory, for as
/// long as this lives, and nowhere else. GUI thread; the Api must outlive it.
///
/// Few calls are under way at a time; what nobody wants any more by the time its turn comes is not asked for. An item
/// that Spotify has nothing to tell of is Missing for good. Any other failure (no network, a limit, signed out) ends
/// the asking, see error(), until again(), or until the service is reached again or its pause is over.
class TitleLookup : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unasked, ///< or asked for, and not answered yet
        Known,
        Missing ///< Spotify has nothing to tell of it; local files and texts that are no URI, too
    };

    explicit TitleLookup(web::Api &api, QObject *parent = nullptr);

    /// What is on screen, in the order in which it is wanted; takes the place of what was wanted before. Answers come
    /// with changed(), never inside this call.
    void want(const QStringList &uris);
    /// What somebody else has read need not be asked for.
    void know(const QList<web::MediumPtr> &media);
    /// After a failure: what is wanted is asked for once more.
    void again();

    [[nodiscard]] State state(const QString &uri) const;
    /// Null unless Known.
    [[nodiscard]] web::MediumPtr medium(const QString &uri) const { return m_answers.value(uri); }
    /// Why nothing is asked for at the moment.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    /// Something became Known or Missing, or error() is another one.
    void changed();

private:
    void ask();
    [[nodiscard]] QStringList takeBatch();
    void taken(const QStringList &uris, const QList<web::MediumPtr> &media);
    void refused(const QStringList &uris, const Error &error);
    void fail(const Error &error);

    web::Api &m_api;
    QStringList m_wanted;
    QHash<QString, web::MediumPtr> m_answers; ///< null: Missing
    QSet<QString> m_underWay;
    QSet<QString> m_single;  ///< were in a call that was refused as a whole
    bool m_oneByOne = false; ///< the service has no route for several, whatever it looked like
    int m_calls = 0;
    std::optional<Error> m_error;
};

} // namespace segue::models
