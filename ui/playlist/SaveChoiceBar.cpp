// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/SaveChoiceBar.h"

#include "ui/look/Text.h"
#include "ui/look/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace segue::ui
{

using playlist::SaveWay;

namespace
{

/// What one write takes, with the pauses that keep within Spotify's limit. A rough figure: what counts is whether it is
/// seconds or minutes.
constexpr std::chrono::milliseconds timePerCall{360};

} // namespace

SaveChoiceBar::SaveChoiceBar(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_remember(new QCheckBox(tr("&Always save this way"), this)),
      m_save(new QPushButton(tr("&Save"), this))
{
    setObjectName(QStringLiteral("saveChoice"));
    setAccessibleName(tr("How should Spotify get this order?"));
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(accessibleName());
    m_title->setObjectName(QStringLiteral("saveChoiceTitle"));

    auto *ways = new QVBoxLayout;
    ways->setSpacing(4);
    m_keepDates =
        addWay(*ways, QStringLiteral("keepDates"), tr("&Keep dates"),
               tr("Every track keeps its “date added”. Half-way through, the list at Spotify looks shuffled."));
    m_calm = addWay(*ways, QStringLiteral("calm"), tr("&Calm"),
                    tr("Keeps the dates too, and moves each track once, straight to its place."));
    m_fast =
        addWay(*ways, QStringLiteral("fast"), tr("&Fast"),
               tr("Replaces the whole list: every track gets today as its “date added”, and you as who added it."));

    m_remember->setObjectName(QStringLiteral("rememberWay"));
    m_remember->setAccessibleName(tr("Always save this way"));
    m_save->setObjectName(QStringLiteral("saveOrder"));
    m_save->setAccessibleName(tr("Save"));
    auto *discard = new QPushButton(tr("Take &back"), this);
    discard->setObjectName(QStringLiteral("discardOrder"));
    discard->setAccessibleName(tr("Take back"));
    discard->setToolTip(tr("The list goes back to what is at Spotify; undo brings the order back"));
    discard->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT chosen(way(), m_remember->isChecked()); });
    connect(discard, &QPushButton::clicked, this, &SaveChoiceBar::discardRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_remember);
    buttons->addStretch();
    buttons->addWidget(discard);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(ways);
    layout->addLayout(buttons);
    hide();
}

SaveChoiceBar::Way SaveChoiceBar::addWay(QVBoxLayout &layout, const QString &name, const QString &text,
                                         const QString &consequence)
{
    Way way{.button = new QRadioButton(text, this), .cost = new QLabel(this), .consequence = new QLabel(this)};
    way.button->setObjectName(name);
    way.button->setAccessibleName(QString(text).remove(u'&'));
    way.consequence->setText(consequence);
    way.consequence->setWordWrap(true);
    way.consequence->setForegroundRole(QPalette::PlaceholderText);
    way.consequence->setIndent(22);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(way.button);
    line->addWidget(way.cost);
    line->addStretch();
    layout.addLayout(line);
    layout.addWidget(way.consequence);
    return way;
}

QString SaveChoiceBar::costText(int calls)
{
    const QString count = calls == 1 ? tr("1 request") : tr("%1 requests").arg(QLocale().toString(calls));
    const auto time = timePerCall * calls;
    if (time < std::chrono::seconds(10))
        return tr("%1, a few seconds").arg(count);
    return tr("%1, about %2").arg(count, durationText(time));
}

void SaveChoiceBar::ask(const playlist::SaveChoice &choice)
{
    const auto tell = [](const Way &way, const QString &cost) {
        way.cost->setText(cost);
        way.button->setAccessibleName(way.button->text().remove(u'&') + QStringLiteral(": ") + cost);
        way.button->setAccessibleDescription(way.consequence->text());
    };
    tell(m_keepDates, costText(choice.keepDates));
    tell(m_calm, costText(choice.calm));
    tell(m_fast, choice.fast ? costText(*choice.fast)
                             : tr("not possible here: local files and entries that are gone cannot be named"));
    const bool calmDiffers = choice.calm != choice.keepDates;
    for (QWidget *part : std::initializer_list<QWidget *>{m_calm.button, m_calm.cost, m_calm.consequence})
        part->setVisible(calmDiffers);
    for (QWidget *part : std::initializer_list<QWidget *>{m_fast.button, m_fast.cost, m_fast.consequence})
        part->setEnabled(choice.fast.has_value());
    m_keepDates.button->setChecked(true);
    m_remember->setChecked(false);
    show();
}

SaveWay SaveChoiceBar::way() const
{
    if (m_fast.button->isChecked())
        return SaveWay::Fast;
    return m_calm.button->isChecked() ? SaveWay::Calm : SaveWay::KeepDates;
}

void SaveChoiceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), 0.06));
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace segue::ui
