// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <QFrame>
#include <QHash>
#include <QList>
#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace segue::ui
{

/// Something to tell above a list, with what can be done about it.
struct Message {
    enum class Severity { Info, Warning, Error };
    struct Action {
        QString text;
        std::function<void()> run;
        bool stays = false; ///< otherwise the message closes itself first
    };

    Severity severity = Severity::Info;
    QString text;   ///< complete sentences, plain text
    QString detail; ///< for bug reports; shown behind "Details"
    QList<Action> actions;
    bool closable = true;
};

/// The words of an error, with its detail for bug reports.
[[nodiscard]] Message messageOf(const Error &error);

/// One message as a bar: icon, text, up to three buttons, close.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    MessageBar(const QString &id, const Message &message, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] Message::Severity severity() const { return m_severity; }

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QString m_id;
    Message::Severity m_severity;
    QLabel *m_icon;
    QLabel *m_text;
};

/// The bars that are open, newest on top; takes no room when there are none. A message with an id that is there already
/// replaces it. GUI thread.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget *parent = nullptr);

    void show(const QString &id, const Message &message);
    void close(const QString &id);
    void closeAll();
    [[nodiscard]] MessageBar *bar(const QString &id) const { return m_bars.value(id); }
    [[nodiscard]] int count() const { return static_cast<int>(m_bars.size()); }

private:
    using QWidget::close;
    using QWidget::show;

    QVBoxLayout *m_layout;
    QHash<QString, MessageBar *> m_bars;
};

} // namespace segue::ui
