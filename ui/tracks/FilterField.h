// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace segue::ui
{

class TrackView;

/// Where one types what a list of tracks is narrowed to, with how much is left of it: "12 of 1,204". Esc takes the
/// filter away and goes back to the list; Enter and the down key go there with it. GUI thread.
class FilterField : public QWidget
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    /// Whose filter it shows and changes from now on; null for none.
    void setView(TrackView *view);
    /// Takes the keyboard, with what stands there selected.
    void start();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell(const TrackView &view);
    void goToList() const;

    QPointer<TrackView> m_view;
    QLabel *m_count;
    QLineEdit *m_field;
};

} // namespace segue::ui
