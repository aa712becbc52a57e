// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourceBar.h"

#include "ui/look/ElidedLabel.h"
#include "ui/look/Icons.h"
#include "ui/sources/KeepButton.h"
#include "ui/sources/SourcePage.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace segue::ui
{

namespace
{

/// Long enough that a word is typed to its end, short enough to seem prompt.
constexpr std::chrono::milliseconds typingPause{450};
/// Room for some dozens of links. What is too long to be looked for, the service's client refuses by itself.
constexpr int maxTextLength = 4000;

QToolButton *iconButton(const QString &name, const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(16, 16));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

} // namespace

SourceBar::SourceBar(const Account &account, QWidget *parent)
    : QWidget(parent), m_back(iconButton(QStringLiteral("sourceBack"), QStringLiteral("back"), tr("Back"), this)),
      m_field(new QLineEdit(this)), m_words(new QWidget(this)), m_title(new ElidedLabel(1, m_words)),
      m_subtitle(new ElidedLabel(1, m_words)),
      m_addAll(iconButton(QStringLiteral("sourceAddAll"), QStringLiteral("add"), tr("Add all to the playlist"), this)),
      m_keep(new KeepButton(account, this)),
      m_close(iconButton(QStringLiteral("sourceClose"), QStringLiteral("close"), tr("Close the search"), this)),
      m_views(new QComboBox(this))
{
    nameParts();
    arrange();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &SourceBar::enter);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_field, &QLineEdit::returnPressed, this, &SourceBar::enter);
    connect(m_views, &QComboBox::activated, this, &SourceBar::viewChosen);
    connect(m_back, &QToolButton::clicked, this, &SourceBar::backRequested);
    connect(m_addAll, &QToolButton::clicked, this, &SourceBar::addAllRequested);
    connect(m_keep, &KeepButton::failed, this, &SourceBar::failed);
    connect(m_close, &QToolButton::clicked, this, &SourceBar::closeRequested);
}

void SourceBar::nameParts()
{
    setObjectName(QStringLiteral("sourceBar"));
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setAccessibleName(tr("Search Spotify"));
    m_field->setPlaceholderText(tr("Search, or paste links"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(maxTextLength);
    m_field->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setObjectName(QStringLiteral("searchFieldIcon"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("sourceTitle"));
    m_subtitle->setObjectName(QStringLiteral("sourceSubtitle"));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_views->setObjectName(QStringLiteral("sourceViews"));
    m_views->setAccessibleName(tr("What to show"));
    m_views->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_views->view()->setObjectName(QStringLiteral("sourceViewsList"));
    m_views->view()->setAccessibleName(m_views->accessibleName());
}

void SourceBar::arrange()
{
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 6);
    top->setSpacing(4);
    top->addWidget(m_back);
    top->addWidget(m_field, 1);
    top->addWidget(m_words, 1);
    top->addWidget(m_addAll);
    top->addWidget(m_keep);
    top->addWidget(m_close);
    auto *views = new QHBoxLayout;
    views->setContentsMargins(8, 0, 8, 6);
    views->addWidget(m_views);
    views->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(views);
}

void SourceBar::setPage(const SourcePage &page, int view)
{
    const bool isSearch = page.title.isEmpty();
    m_back->setVisible(!isSearch);
    m_field->setVisible(isSearch);
    m_words->setVisible(!isSearch);
    m_subtitle->setVisible(!page.subtitle.isEmpty());
    m_title->setText(page.title);
    m_subtitle->setText(page.subtitle);
    m_views->clear();
    for (const SourceView &each : page.views)
        m_views->addItem(each.name);
    m_views->setCurrentIndex(view);
    m_views->setVisible(page.views.size() > 1);
    m_keep->setUri(page.keep);
}

void SourceBar::setAddAll(bool possible, bool now)
{
    m_addAll->setVisible(possible);
    m_addAll->setEnabled(now);
}

void SourceBar::enter()
{
    m_typing.stop();
    Q_EMIT entered(m_field->text().simplified());
}

} // namespace segue::ui
