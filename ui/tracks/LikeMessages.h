// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace segue
{
struct Error;
}
namespace segue::models
{
class LikedTracks;
struct LikeOutcome;
} // namespace segue::models

namespace segue::ui
{

class MessageArea;
class Permissions;

/// Tells what was saved and removed, offers to undo it, and what can be done where it did not work. Asks about hearts
/// again once more is permitted. GUI thread.
class LikeMessages : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; null `permissions`: everything has been granted.
    LikeMessages(models::LikedTracks &liked, Permissions *permissions, MessageArea &messages,
                 QObject *parent = nullptr);

Q_SIGNALS:
    void signInNeeded(const segue::Error &error);

private:
    void tell(const models::LikeOutcome &outcome);
    void tellFailed(const models::LikeOutcome &outcome);
    void askForPermission(const models::LikeOutcome &outcome);

    models::LikedTracks &m_liked;
    Permissions *m_permissions;
    MessageArea &m_messages;
};

} // namespace segue::ui
