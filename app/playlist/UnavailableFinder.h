// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/playlist/Rows.h"

#include <QObject>

#include <functional>
#include <memory>

namespace segue::playlist
{

class Editor;
class WholeListReader;

/// Finds out which rows of a playlist cannot be played. Where reading the list does not tell, Spotify is asked once
/// more, for the country of the account: as many requests as the list has pages. GUI thread.
class UnavailableFinder : public QObject
{
    Q_OBJECT

public:
    /// Rows of the wanted list of then, in its order; null entries are not among them.
    using Done = std::function<void(const Result<RowList> &rows)>;

    explicit UnavailableFinder(QObject *parent = nullptr);
    ~UnavailableFinder() override;

    /// For a list that has been read. Takes the place of what is under way. `done` is called once: before this returns
    /// where nothing has to be asked, and never when the editor goes first. True when something has to be asked.
    bool start(const Editor &editor, Done done);
    /// What is under way comes to nothing.
    void cancel();

private:
    std::unique_ptr<WholeListReader> m_reader; ///< while something is asked
};

} // namespace segue::playlist
