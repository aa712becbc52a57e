// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/ErrorLabel.h"

#include "app/Error.h"

namespace segue::ui
{

ErrorLabel::ErrorLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    connect(this, &QLabel::linkActivated, this, [this] { display(true); });
}

void ErrorLabel::say(const QString &text, const QString &detail)
{
    m_text = text;
    m_detail = detail;
    setAccessibleName(text);
    display(false);
}

void ErrorLabel::say(const Error &error)
{
    say(error.userText, error.detail);
}

void ErrorLabel::display(bool details)
{
    // Keys reach the word, and nothing else is a stop for them.
    setTextInteractionFlags(m_detail.isEmpty() || details ? Qt::TextSelectableByMouse : Qt::TextBrowserInteraction);
    if (m_detail.isEmpty()) {
        setTextFormat(Qt::PlainText);
        setText(m_text);
        return;
    }
    const QString more = details ? QStringLiteral("<br>") + m_detail.toHtmlEscaped()
                                 : QStringLiteral(" <a href=\"details\">%1</a>").arg(tr("Details").toHtmlEscaped());
    setTextFormat(Qt::RichText);
    setText(m_text.toHtmlEscaped() + more);
}

} // namespace segue::ui
