// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QPainter;

namespace segue::ui
{

class TrackView;

/// What a TrackView without rows shows: where rows will be, or why there are none. Part of the view, kept apart because
/// it has a state of its own.
class EmptyTrackList : public QObject
{
    Q_OBJECT

public:
    explicit EmptyTrackList(TrackView &view);

    /// Why the playlist has no rows; what its filter leaves out is known here.
    void setText(const QString &title, const QString &text);
    /// Shows, after half a second, where rows will be.
    void setLoading(bool loading);
    void paint(QPainter &painter) const;

private:
    [[nodiscard]] bool isNothingFound() const;
    [[nodiscard]] QString nothingFound() const;
    void describe();
    void paintSkeleton(QPainter &painter) const;
    void paintWords(QPainter &painter, const QString &title, const QString &text) const;

    TrackView &m_view;
    QString m_title;
    QString m_text;
    bool m_loading = false;
    QTimer m_skeletonDelay;
};

} // namespace segue::ui
