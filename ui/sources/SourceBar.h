// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace segue::ui
{

class ElidedLabel;
class KeepButton;
struct Account;
struct SourcePage;

/// The top of the panel of sources: the field to search with, or what the page is about, and which of its lists is
/// shown. GUI thread.
class SourceBar : public QWidget
{
    Q_OBJECT

public:
    /// The account's services must outlive the bar.
    explicit SourceBar(const Account &account, QWidget *parent = nullptr);

    void setPage(const SourcePage &page, int view);
    /// Whether all of the list can be added, in principle and now.
    void setAddAll(bool possible, bool now);
    /// What is being typed is not waited for any more.
    void stopTyping() { m_typing.stop(); }
    [[nodiscard]] QLineEdit &field() const { return *m_field; }

Q_SIGNALS:
    /// A text stands in the field: after a pause in typing, or with Enter.
    void entered(const QString &text);
    void viewChosen(int view);
    void addAllRequested();
    void backRequested();
    void closeRequested();
    /// What the page is about could not be saved or followed.
    void failed(const segue::Error &error);

private:
    void nameParts();
    void arrange();
    void enter();

    QToolButton *m_back;
    QLineEdit *m_field;
    QWidget *m_words; ///< in the place of the field
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QToolButton *m_addAll;
    KeepButton *m_keep;
    QToolButton *m_close;
    QComboBox *m_views;
    QTimer m_typing;
};

} // namespace segue::ui
