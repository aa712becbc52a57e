// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Values.h"
#include "ui/Account.h"
#include "ui/sources/SourcePage.h"

#include <QList>
#include <QSet>
#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;

namespace segue::ui
{

class ErrorLabel;
class SourceBar;

/// Beside the playlist: finds things on Spotify and in what the user has saved, goes into albums, artists, shows and
/// profiles and back, and has tracks dragged or sent from there into the playlist. GUI thread.
class SourcePanel : public QWidget
{
    Q_OBJECT

public:
    /// The account has a catalogue; its services must outlive the panel.
    explicit SourcePanel(const Account &account, QWidget *parent = nullptr);
    ~SourcePanel() override;

    /// Back to the search, with the cursor in its field.
    void startSearch();
    void search(const QString &text);
    /// Goes to the page of somebody; see models::SourceItem.
    void goTo(const models::SourceItem &item);
    /// URIs of what the open playlist has already, to be marked.
    void setPresent(const QSet<QString> &uris);
    /// Without albums, artists and so on.
    [[nodiscard]] QList<web::MediumPtr> selectedMedia() const;
    /// What its actions do is in its menu, too.
    [[nodiscard]] QListView &list() const { return *m_list; }
    [[nodiscard]] QLineEdit &field() const;
    [[nodiscard]] const models::SourceListModel &model() const { return *current().model; }

Q_SIGNALS:
    /// The user wants these in the playlist.
    void addRequested(const QList<segue::web::MediumPtr> &media);
    /// The user wants to hear these, now or after what is playing.
    void playRequested(const QStringList &uris);
    void queueRequested(const QStringList &uris);
    /// Of what is selected, tracks or episodes: whoever can do more with them adds it.
    void menuOpening(QMenu &menu);
    void playlistRequested(const QString &playlistId);
    /// The user wants everything that is behind these, pages on open.spotify.com, in the playlist.
    void addLinksRequested(const QList<QUrl> &links);
    void linkRequested(const QUrl &link);
    /// Something that was asked of the service here, other than a list, failed.
    void failed(const segue::Error &error);
    void closeRequested();
    /// selectedMedia() may be others.
    void selectionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A page that was gone to, as it was left.
    struct Visited {
        SourcePage page;
        std::unique_ptr<models::SourceListModel> model;
        int view = 0;
        QString uri; ///< of what it is about; null for the search
        int scroll = 0;
        int row = -1; ///< the current one
    };

    void buildBody();
    /// For another text than before.
    void look(const QString &text);
    void go(SourcePage page);
    void goBack();
    void showVisited(Visited &visited);
    void showView(int view);
    void showState();
    void onStateChanged();
    [[nodiscard]] bool lacksPermission() const;
    /// The service does not give this list to the account's app, and will not.
    [[nodiscard]] bool isClosed() const;
    void helpOutOfError();
    void addAll();
    void activate(const models::SourceItem &item);
    void addSelected();
    void showMenu(const QPoint &at);
    [[nodiscard]] Visited &current() const { return *m_visited.back(); }
    [[nodiscard]] QStringList selectedUris() const;

    const Account m_account;
    SourceBar *m_bar;
    QListView *m_list;
    QWidget *m_told; ///< what there is to say of the list
    ErrorLabel *m_state;
    QPushButton *m_help; ///< out of an error
    QGridLayout *m_body;
    QString m_searched;
    QSet<QString> m_present;
    bool m_addingAll = false;                        ///< as soon as all of the list has been read
    std::vector<std::unique_ptr<Visited>> m_visited; ///< never empty: the search is the first
};

} // namespace segue::ui
