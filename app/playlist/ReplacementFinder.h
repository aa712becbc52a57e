// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/playlist/ops/Replacements.h"
#include "app/web/Call.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace segue::web
{
class Api;
}

namespace segue::playlist
{

/// Searches Spotify's catalogue for what can stand in the place of tracks that do not play: by their recording, and
/// where that finds nothing, by title and artist. One request at a time. GUI thread; the Api must outlive it.
class ReplacementFinder : public QObject
{
    Q_OBJECT

public:
    explicit ReplacementFinder(web::Api &api, QObject *parent = nullptr);
    ~ReplacementFinder() override;

    /// Takes the place of what is under way. Reports each of them by its index, in order, through the event loop; a
    /// track that is among them twice is searched for once. Ends in finished() or stopped().
    void start(const QList<web::MediumPtr> &gone);
    /// What is under way comes to nothing.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// The best first; none for what cannot be searched for, too: episodes, null.
    void found(int index, const std::vector<segue::playlist::Replacement> &replacements);
    /// Spotify had no usable answer for this one. The others go on.
    void failed(int index, const segue::Error &error);
    /// After each of the above.
    void progress(int done, int total);
    void finished();
    /// Nothing more can be had: no network, signed out, told to wait for long. What is left was not searched for.
    void stopped(const segue::Error &error);

private:
    enum class By { Recording, Title };
    /// The next one, through the event loop.
    void schedule();
    void next();
    void ask(By by);
    void take(By by, const QList<web::MediumPtr> &found);
    void report(const std::vector<Replacement> &replacements);
    void fail(const Error &error);
    void advance();

    web::Api &m_api;
    QList<web::MediumPtr> m_gone;
    QHash<QString, std::vector<Replacement>> m_known; ///< by URI: what has been found already
    web::Call m_call;
    int m_at = 0;
    unsigned m_generation = 0; ///< what an earlier start() has scheduled is of no use
    bool m_running = false;
};

} // namespace segue::playlist
