// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/arrange/ListVerbs.h"
#include "ui/combine/MergeDialog.h"

#include <memory>
#include <vector>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class MakerMessages;
class MessageArea;
class OpenPlaylists;
struct HeldPlaylist;
struct Message;

/// Brings the tracks of several playlists together, in the one that is shown or in a new one: asks which and how, reads
/// them one by one, and changes nothing before all have been read.
class MergeActions : public ListVerbs
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        const models::Library &library;
        OpenPlaylists &open;
        MakerMessages &maker;
        MessageArea &messages;
    };
    MergeActions(Commands &commands, PlaylistPage &page, const Services &services, QObject *parent = nullptr);

    /// Asks what to merge with the playlist that is shown.
    void ask();

Q_SIGNALS:
    void showRequested(const QString &playlistId);
    /// These rows have come, when the playlist is the one that is shown. Sorted.
    void selectRequested(const QString &playlistId, const std::vector<int> &positions);

protected:
    void update() override;

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void start(const QString &targetId, const MergeChoice &choice);
    void readNext(const JobPtr &job);
    void merge(const JobPtr &job);
    void mergeIntoNew(const JobPtr &job, const QList<web::MediumPtr> &media, const QString &leftOut);
    void mergeIntoTarget(const JobPtr &job, const playlist::MergeResult &result, const QString &leftOut);
    void tellMerged(const JobPtr &job, const std::vector<int> &positions, const QString &leftOut);
    /// Nothing is waited for any more.
    static void end(Job &job);
    /// The end of the job; nothing has been changed.
    void fail(const JobPtr &job, Message message);
    [[nodiscard]] QString reasonAgainstMerging() const;

    const Services m_services;
};

} // namespace segue::ui
