// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/store/IndexValues.h"
#include "app/web/Values.h"
#include "ui/across/PlacesModel.h"
#include "ui/across/TreePlace.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QTreeView;

namespace segue::models
{
class LibraryIndex;
class TitleLookup;
} // namespace segue::models
namespace segue::store
{
class TrackIndex;
}

namespace segue::ui
{

class ErrorLabel;

struct Account;

/// What is to be found in the whole library.
struct AcrossQuestion {
    QString name; ///< object name of the dialog; stable
    QString title;
    QString nothing; ///< what is said where there is nothing, as a sentence
    std::function<void(store::TrackIndex &, QObject *, Done<store::IndexAnswer>)> ask;
    std::function<QString(const PlacesModel &)> summary; ///< of what is shown, where there is something; as sentences
    int fewest = 0;                                      ///< playlists in which a track has to stand
    bool isSmall = false; ///< few tracks: their playlists are shown at once, and the answer is kept up to date
};

/// The answer to a question over the library, track by track with the playlists that have it, beside how much of the
/// library has been looked through. Not modal. GUI thread.
class AcrossDialog : public QDialog
{
    Q_OBJECT

public:
    /// `account` has an index and outlives this. `media`: whose titles are known.
    AcrossDialog(const Account &account, AcrossQuestion question, const QList<web::MediumPtr> &media,
                 QWidget *parent = nullptr);
    ~AcrossDialog() override;

Q_SIGNALS:
    /// The user wants to see this track in that playlist; where it has stood, from 0. The URI is empty for entries that
    /// Spotify has nothing to tell about.
    void placeChosen(const QString &playlistId, const QString &uri, const std::vector<int> &positions);

private:
    void build();
    void look();
    void show(const Result<store::IndexAnswer> &answer);
    void showSummary();
    void showProgress();
    void open(const QModelIndex &index);

    const models::LibraryIndex &m_index;
    const AcrossQuestion m_question;
    models::TitleLookup *m_titles;
    PlacesModel *m_places;
    ErrorLabel *m_summary;
    QTreeView *m_tree;
    QLabel *m_progress;
    QPushButton *m_again;
    QTimer m_lookAgain; ///< not for every playlist that is read
    TreePlace m_place;  ///< while the rows become others
    bool m_looking = false;
    bool m_isOld = false; ///< the index has changed since the question was asked
    bool m_answered = false;
};

} // namespace segue::ui
