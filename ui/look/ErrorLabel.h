// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace segue
{
struct Error;
}

namespace segue::ui
{

/// A sentence for the user and, behind the word "Details", what the service or the system itself said. GUI thread.
class ErrorLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ErrorLabel(QWidget *parent = nullptr);

    /// Plain texts. Without a detail the word is not there.
    void say(const QString &text, const QString &detail = {});
    void say(const Error &error);
    /// The sentence alone.
    [[nodiscard]] const QString &said() const { return m_text; }

private:
    void display(bool details);

    QString m_text;
    QString m_detail;
};

} // namespace segue::ui
