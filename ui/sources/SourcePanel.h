// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"
#include "ui/sources/SourcePage.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace segue::models
{
class ArtworkCache;
}
namespace segue::web
{
class Catalogue;
}

namespace segue::ui
{

class ElidedLabel;

/// Beside the playlist: finds things on Spotify, goes into albums, artists and shows and back, and has tracks dragged
/// or sent from there into the playlist. GUI thread.
class SourcePanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the panel.
    SourcePanel(web::Catalogue &catalogue, models::ArtworkCache &artwork, QWidget *parent = nullptr);
    ~SourcePanel() override;

    /// Back to the search, with the cursor in its field.
    void startSearch();
    void search(const QString &text);
    [[nodiscard]] QListView &list() const { return *m_list; }
    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    [[nodiscard]] const models::SourceListModel &model() const { return *current().model; }

Q_SIGNALS:
    /// The user wants these in the playlist.
    void addRequested(const QList<segue::web::MediumPtr> &media);
    void playlistRequested(const QString &playlistId);
    void linkRequested(const QUrl &link);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A page that was gone to, as it was left.
    struct Visited {
        SourcePage page;
        std::unique_ptr<models::SourceListModel> model;
        int view = 0;
        int scroll = 0;
    };

    void buildTop(QVBoxLayout &layout);
    void go(SourcePage page);
    void goBack();
    void show(Visited &visited);
    void showView(int view);
    void showState();
    void activate(const QModelIndex &index);
    void addSelected();
    void showMenu(const QPoint &at);
    void searchNow();
    [[nodiscard]] Visited &current() const { return *m_visited.back(); }
    [[nodiscard]] QList<web::MediumPtr> selectedMedia() const;

    web::Catalogue &m_catalogue;
    QToolButton *m_back;
    QLineEdit *m_field;
    QWidget *m_words; ///< in the place of the field
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QComboBox *m_views;
    QListView *m_list;
    QLabel *m_state;
    QPushButton *m_tryAgain;
    QTimer m_typing;
    QString m_searched;
    std::vector<std::unique_ptr<Visited>> m_visited; ///< never empty: the search is the first
};

} // namespace segue::ui
