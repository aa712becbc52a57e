// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>
#include <QTimer>

#include <functional>

class QAbstractItemView;

namespace segue::models
{
class TitleLookup;
}

namespace segue::ui
{

/// Has the titles looked up that the rows on screen lack, and no others: a list can be scrolled through without a call
/// for every row of it. GUI thread.
class TitlesOnScreen : public QObject
{
    Q_OBJECT

public:
    /// The URI of a row that Spotify could be asked for the title of; empty for all others.
    using UriWithoutTitle = std::function<QString(const QModelIndex &)>;

    /// All must outlive this. The view has its model already.
    TitlesOnScreen(QAbstractItemView &view, models::TitleLookup &lookup, UriWithoutTitle uriWithoutTitle,
                   QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Titles came, or will not come. These rows are on screen; others are painted with theirs when they are.
    void answered(const QModelIndex &first, const QModelIndex &last);

private:
    void look();
    void tell();
    /// First column, from the top.
    [[nodiscard]] QModelIndexList shown() const;

    QAbstractItemView &m_view;
    models::TitleLookup &m_lookup;
    const UriWithoutTitle m_uriWithoutTitle;
    QTimer m_settle; ///< what is only scrolled past is not looked up
};

} // namespace segue::ui
