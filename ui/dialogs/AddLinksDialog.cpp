// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AddLinksDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace segue::ui
{

namespace
{

QPushButton *addButtons(QDialog &dialog, QVBoxLayout &layout, const QString &acceptText)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(cancel->text());
    QPushButton *accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("accept"));
    accept->setAccessibleName(acceptText);
    accept->setDefault(true);
    layout.addSpacing(8);
    layout.addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return accept;
}

} // namespace

AddLinksDialog::AddLinksDialog(const QString &place, QWidget *parent)
    : QDialog(parent), m_links(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("addLinksDialog"));
    setWindowTitle(tr("Add tracks by link"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_links->setObjectName(QStringLiteral("linksField"));
    m_links->setAccessibleName(tr("Spotify links"));
    m_links->setPlaceholderText(QStringLiteral("https://open.spotify.com/track/…\nspotify:track:…"));
    m_links->setTabChangesFocus(true);
    m_links->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *label = new QLabel(tr("Spotify &links of tracks, albums, shows or playlists, one a line:"), this);
    label->setBuddy(m_links);
    auto *where = new QLabel(place, this);
    where->setForegroundRole(QPalette::PlaceholderText);
    where->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->addWidget(label);
    layout->addWidget(m_links, 1);
    layout->addWidget(where);
    m_add = addButtons(*this, *layout, tr("Add"));
    m_add->setEnabled(false);
    connect(m_links, &QPlainTextEdit::textChanged, this, [this] { m_add->setEnabled(!text().trimmed().isEmpty()); });
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT submitted(text()); });
    resize(520, 300);
}

QString AddLinksDialog::text() const
{
    return m_links->toPlainText();
}

MoveToDialog::MoveToDialog(int count, int current, int most, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("moveToDialog"));
    setWindowTitle(tr("Move to position"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *position = new QSpinBox(this);
    position->setObjectName(QStringLiteral("positionField"));
    position->setAccessibleName(tr("Position"));
    position->setRange(1, qMax(1, most));
    position->setValue(current);
    position->selectAll();
    auto *label = new QLabel(count == 1 ? tr("&Position of the track, 1 to %1:").arg(most)
                                        : tr("&Position of the first of %1 tracks, 1 to %2:").arg(count).arg(most),
                             this);
    label->setBuddy(position);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->addWidget(label);
    layout->addWidget(position);
    addButtons(*this, *layout, tr("Move"));
    connect(this, &QDialog::accepted, this, [this, position] { Q_EMIT submitted(position->value()); });
}

} // namespace segue::ui
