// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DetailsDialog.h"

#include "ui/look/ErrorLabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue::ui
{

DetailsDialog::DetailsDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("New playlist"));
    setObjectName(QStringLiteral("newPlaylistDialog"));
    m_before.onProfile = false;
    build();
}

DetailsDialog::DetailsDialog(const web::Playlist &playlist, QWidget *parent)
    : QDialog(parent), m_before(playlist), m_isNew(false)
{
    setWindowTitle(tr("Playlist details"));
    setObjectName(QStringLiteral("detailsDialog"));
    build();
}

void DetailsDialog::build()
{
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);

    const auto heading = [this](const QString &text, QWidget *buddy, QLabel **count) {
        auto *row = new QHBoxLayout;
        auto *label = new QLabel(text, this);
        label->setBuddy(buddy);
        row->addWidget(label);
        row->addStretch();
        *count = new QLabel(this);
        (*count)->setForegroundRole(QPalette::PlaceholderText);
        row->addWidget(*count);
        return row;
    };
    m_name = new QLineEdit(m_before.name, this);
    m_name->setObjectName(QStringLiteral("nameField"));
    m_name->setAccessibleName(tr("Name"));
    m_description = new QPlainTextEdit(m_before.description, this);
    m_description->setObjectName(QStringLiteral("descriptionField"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(fontMetrics().lineSpacing() * 5 + 14);
    m_onProfile = new QCheckBox(tr("Show on &profile"), this);
    m_onProfile->setObjectName(QStringLiteral("onProfileBox"));
    m_onProfile->setAccessibleName(tr("Show on profile"));
    m_onProfile->setChecked(m_before.onProfile.value_or(false));
    m_collaborative = new QCheckBox(tr("&Collaborative: whoever has the link may edit"), this);
    m_collaborative->setObjectName(QStringLiteral("collaborativeBox"));
    m_collaborative->setAccessibleName(tr("Collaborative"));
    m_collaborative->setChecked(m_before.collaborative);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("visibilityNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_problem = new ErrorLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(m_isNew ? tr("Create") : tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAccessibleName(m_save->text());
    m_save->setDefault(true);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(tr("Cancel"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(6);
    layout->addLayout(heading(tr("&Name"), m_name, &m_nameCount));
    layout->addWidget(m_name);
    layout->addSpacing(8);
    layout->addLayout(heading(tr("&Description"), m_description, &m_descriptionCount));
    layout->addWidget(m_description);
    layout->addSpacing(8);
    layout->addWidget(m_onProfile);
    layout->addWidget(m_collaborative);
    layout->addWidget(m_note);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addSpacing(8);
    layout->addWidget(buttons);
    resize(460, sizeHint().height());

    connect(m_name, &QLineEdit::textChanged, this, &DetailsDialog::check);
    connect(m_description, &QPlainTextEdit::textChanged, this, &DetailsDialog::check);
    // Spotify: "Collaborative playlists can only be private." The one just switched on wins.
    connect(m_onProfile, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            m_collaborative->setChecked(false);
        check();
    });
    connect(m_collaborative, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            m_onProfile->setChecked(false);
        check();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &DetailsDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    m_name->selectAll();
    m_name->setFocus();
}

void DetailsDialog::suggestName(const QString &name)
{
    m_name->setText(name.simplified().left(web::maxNameLength));
    m_name->selectAll();
}

QString DetailsDialog::name() const
{
    return m_name->text().simplified();
}

QString DetailsDialog::description() const
{
    // Line breaks end in a server fault; they can only come in by pasting or the Enter key.
    return m_description->toPlainText().simplified();
}

web::PlaylistDetails DetailsDialog::details() const
{
    web::PlaylistDetails out;
    const bool onProfile = m_onProfile->isChecked();
    const bool collaborative = m_collaborative->isChecked();
    if (m_isNew || name() != m_before.name)
        out.name = name();
    if (m_isNew ? !description().isEmpty() : description() != m_before.description)
        out.description = description();
    const bool visibilityChanged =
        onProfile != m_before.onProfile.value_or(false) || collaborative != m_before.collaborative;
    if (m_isNew || visibilityChanged) {
        // Always both: what is absent counts as the other one's contradiction.
        out.onProfile = onProfile;
        out.collaborative = collaborative;
    }
    return out;
}

QString DetailsDialog::problem() const
{
    if (name().isEmpty())
        return tr("A playlist needs a name.");
    if (name().size() > web::maxNameLength)
        return tr("The name is too long: Spotify takes %1 characters.").arg(web::maxNameLength);
    if (description().size() > web::maxDescriptionLength)
        return tr("The description is too long: Spotify takes %1 characters.").arg(web::maxDescriptionLength);
    if (!m_isNew && description().isEmpty() && !m_before.description.isEmpty())
        return tr("Spotify does not let a description be removed, only changed.");
    return {};
}

void DetailsDialog::check()
{
    const auto count = [](QLabel *label, qsizetype used, int most) {
        label->setText(QStringLiteral("%1 / %2").arg(used).arg(most));
        QFont font = label->font();
        font.setBold(used > most);
        label->setFont(font);
    };
    count(m_nameCount, name().size(), web::maxNameLength);
    count(m_descriptionCount, description().size(), web::maxDescriptionLength);
    if (m_collaborative->isChecked())
        m_note->setText(tr("A collaborative playlist cannot be on your profile: Spotify allows only one of the two."));
    else if (m_onProfile->isChecked())
        m_note->setText(tr("Everybody who looks at your profile sees it. To let others edit, choose Collaborative; "
                           "it then leaves your profile."));
    else
        m_note->setText(tr("It is not on your profile. Whoever has the link can still open it."));
    const QString text = problem();
    // An empty name is no reproach as long as nothing was typed.
    m_problem->say(name().isEmpty() && m_isNew ? QString() : text);
    m_problem->setVisible(!m_problem->said().isEmpty());
    m_save->setEnabled(!m_busy && text.isEmpty());
}

void DetailsDialog::submit()
{
    if (m_busy || !problem().isEmpty())
        return;
    const web::PlaylistDetails wanted = details();
    if (!wanted.name && !wanted.description && !wanted.onProfile && !wanted.collaborative) {
        accept();
        return;
    }
    setBusy(true);
    Q_EMIT submitted(wanted);
}

void DetailsDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_description, m_onProfile, m_collaborative})
        field->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving…") : m_isNew ? tr("Create") : tr("Save"));
    check();
}

void DetailsDialog::showError(const Error &error)
{
    setBusy(false);
    m_problem->say(error);
    m_problem->show();
}

} // namespace segue::ui
