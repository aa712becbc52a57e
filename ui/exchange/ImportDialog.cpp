// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ImportDialog.h"

#include "ui/look/ElidedLabel.h"
#include "ui/look/ErrorLabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace segue::ui
{

using playlist::SkippedLine;

namespace
{

constexpr int shownLines = 4;
constexpr qsizetype cutAt = 80; ///< see SkippedLine::beginning

QString lineText(const SkippedLine &line)
{
    QString text = line.beginning.trimmed();
    if (line.beginning.size() >= cutAt - 1)
        text += u'…';
    switch (line.why) {
    case SkippedLine::Why::Unclear:
        return ImportDialog::tr("%1: “%2”").arg(line.line).arg(text);
    case SkippedLine::Why::NotATrack:
        return ImportDialog::tr("%1: “%2” is no track").arg(line.line).arg(text);
    case SkippedLine::Why::Empty:
        return ImportDialog::tr("%1: an entry that Spotify knew nothing about").arg(line.line);
    }
    return {};
}

} // namespace

ImportDialog::ImportDialog(QString file, playlist::ImportedPlaylists found, Target target, QWidget *parent)
    : QDialog(parent), m_file(std::move(file)), m_found(std::move(found)), m_target(std::move(target))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import playlist"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    chooseList(0);
    resize(480, sizeHint().height());
}

void ImportDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(6);
    addListChoice(*layout);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("importCounts"));
    m_counts->setWordWrap(true);
    layout->addWidget(m_counts);
    showSkipped(*layout);
    layout->addSpacing(10);

    const bool canAdd = !m_target.name.isEmpty() && m_target.reason.isEmpty();
    if (!m_target.name.isEmpty()) {
        const QString name = fontMetrics().elidedText(m_target.name, Qt::ElideRight, 300);
        m_toTarget =
            new QRadioButton(tr("&Add to the end of “%1”").arg(QString(name).replace(u'&', QLatin1String("&&"))), this);
        m_toTarget->setObjectName(QStringLiteral("toOpenPlaylist"));
        m_toTarget->setAccessibleName(tr("Add to the end of “%1”").arg(m_target.name));
        m_toTarget->setEnabled(canAdd);
        m_toTarget->setToolTip(m_target.reason);
        m_toTarget->setChecked(canAdd);
        layout->addWidget(m_toTarget);
        connect(m_toTarget, &QRadioButton::toggled, this, &ImportDialog::check);
    }
    m_toNew = new QRadioButton(tr("&New playlist named"), this);
    m_toNew->setObjectName(QStringLiteral("toNewPlaylist"));
    m_toNew->setAccessibleName(tr("New playlist"));
    m_toNew->setChecked(!canAdd);
    m_newName = new QLineEdit(this);
    m_newName->setObjectName(QStringLiteral("newPlaylistName"));
    m_newName->setAccessibleName(tr("Name of the new playlist"));
    m_newName->setMaxLength(web::maxNameLength);
    auto *line = new QHBoxLayout;
    line->addWidget(m_toNew);
    line->addWidget(m_newName, 1);
    layout->addLayout(line);
    // Who types a name means it.
    connect(m_newName, &QLineEdit::textEdited, this, [this] {
        m_toNew->setChecked(true);
        check();
    });

    m_problem = new ErrorLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addSpacing(8);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("accept"));
    m_import->setAccessibleName(m_import->text());
    m_import->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_busy || !problem().isEmpty())
            return;
        setBusy(true);
        Q_EMIT submitted();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::addListChoice(QVBoxLayout &layout)
{
    if (m_found.lists.size() > 1) {
        m_lists = new QComboBox(this);
        m_lists->setObjectName(QStringLiteral("listChoice"));
        m_lists->setAccessibleName(tr("Which list"));
        m_lists->addItem(tr("All %1 lists together").arg(QLocale().toString(m_found.lists.size())));
        for (const playlist::ExchangeList &list : m_found.lists)
            m_lists->addItem(tr("%1 (%2)").arg(list.name.isEmpty() ? tr("Without a name") : list.name.simplified(),
                                               QLocale().toString(list.rows.size())));
        m_lists->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_lists->setMinimumContentsLength(20);
        auto *label = new QLabel(tr("&List in this file:"), this);
        label->setBuddy(m_lists);
        layout.addWidget(label);
        layout.addWidget(m_lists);
        connect(m_lists, &QComboBox::currentIndexChanged, this, &ImportDialog::chooseList);
        layout.addSpacing(6);
        return;
    }
    auto *name = new ElidedLabel(1, this);
    name->setObjectName(QStringLiteral("listName"));
    QFont font = name->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    name->setFont(font);
    const QString &own = m_found.lists.constFirst().name;
    name->setText(own.isEmpty() ? m_file : own.simplified());
    layout.addWidget(name);
    if (!own.isEmpty()) {
        auto *file = new ElidedLabel(1, this);
        file->setForegroundRole(QPalette::PlaceholderText);
        file->setText(m_file);
        layout.addWidget(file);
    }
    layout.addSpacing(4);
}

void ImportDialog::chooseList(int index)
{
    m_list = m_found.lists.size() > 1 && index > 0 ? m_found.lists.at(index - 1) : m_found.joined();
    m_choice = importChoice(m_list);
    m_newName->setText((m_list.name.isEmpty() ? QFileInfo(m_file).completeBaseName() : m_list.name)
                           .simplified()
                           .left(web::maxNameLength));
    QStringList lines{m_choice.media.isEmpty()
                          ? tr("There is no Spotify link in it, so nothing of it can be added.")
                          : tr("%n row(s) with a Spotify link", nullptr, static_cast<int>(m_choice.media.size()))};
    if (!m_choice.withoutLink.isEmpty())
        lines.append(tr("%n row(s) without a Spotify link: cannot be added", nullptr,
                        static_cast<int>(m_choice.withoutLink.size())));
    if (!m_choice.localFiles.isEmpty())
        lines.append(tr("%n local file(s): can only be added in Spotify’s own program", nullptr,
                        static_cast<int>(m_choice.localFiles.size())));
    m_counts->setText(lines.join(u'\n'));
    check();
}

void ImportDialog::showSkipped(QVBoxLayout &layout)
{
    if (m_found.skippedCount == 0)
        return;
    layout.addSpacing(4);
    const bool entries = m_found.format == playlist::ExchangeFormat::Json;
    const QString heading = entries ? tr("%n entry(s) not understood:", nullptr, m_found.skippedCount)
                                    : tr("%n line(s) not understood:", nullptr, m_found.skippedCount);
    auto *label = new QLabel(heading, this);
    label->setObjectName(QStringLiteral("skippedHeading"));
    layout.addWidget(label);
    QStringList texts;
    for (const SkippedLine &line : m_found.skipped.mid(0, shownLines)) {
        texts.append(lineText(line));
        auto *each = new ElidedLabel(1, this);
        each->setObjectName(QStringLiteral("skippedLine"));
        each->setForegroundRole(QPalette::PlaceholderText);
        each->setText(texts.constLast());
        layout.addWidget(each);
    }
    if (m_found.skippedCount > shownLines) {
        auto *more = new QLabel(tr("and %1 more").arg(QLocale().toString(m_found.skippedCount - shownLines)), this);
        more->setForegroundRole(QPalette::PlaceholderText);
        layout.addWidget(more);
    }
    label->setAccessibleDescription(texts.join(u'\n'));
}

bool ImportDialog::toNewPlaylist() const
{
    return m_toNew->isChecked();
}

QString ImportDialog::newName() const
{
    return m_newName->text().simplified();
}

QString ImportDialog::newDescription() const
{
    return m_list.description.simplified().left(web::maxDescriptionLength);
}

QString ImportDialog::problem() const
{
    const auto count = static_cast<int>(m_choice.media.size());
    if (count == 0)
        return tr("There is nothing to add.");
    const int before = toNewPlaylist() ? 0 : m_target.size;
    if (before + count > web::maxPlaylistItems) {
        const QString most = QLocale().toString(web::maxPlaylistItems);
        return before == 0 ? tr("These are more than the %1 rows that a playlist can have.").arg(most)
                           : tr("“%1” would have %2 rows then. A playlist can have %3.")
                                 .arg(m_target.name, QLocale().toString(before + count), most);
    }
    if (toNewPlaylist() && newName().isEmpty())
        return tr("A playlist needs a name.");
    return {};
}

void ImportDialog::check()
{
    const QString text = problem();
    const bool said = m_choice.media.isEmpty(); // above already
    m_problem->say(said ? QString() : text);
    m_problem->setVisible(!m_problem->said().isEmpty());
    m_import->setEnabled(!m_busy && text.isEmpty());
}

void ImportDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *field : std::initializer_list<QWidget *>{m_lists, m_toTarget, m_toNew, m_newName}) {
        if (field)
            field->setEnabled(!busy && (field != m_toTarget || m_target.reason.isEmpty()));
    }
    m_import->setText(busy ? tr("Importing…") : tr("Import"));
    check();
}

void ImportDialog::showError(const Error &error)
{
    setBusy(false);
    m_problem->say(error);
    m_problem->show();
}

} // namespace segue::ui
