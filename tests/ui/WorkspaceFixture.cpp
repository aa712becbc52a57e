// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WorkspaceFixture.h"

#include <QPushButton>

namespace segue::test
{

void WorkspaceWindow::show(UiFixture &services, const QString &playlist)
{
    work = new ui::Workspace(services.account, commands, services.seams, services.settings);
    window.setCentralWidget(work);
    window.resize(1100, 700);
    window.show();
    work->start(playlist);
}

bool WorkspaceWindow::waitForList()
{
    return QTest::qWaitForWindowActive(&window) && QTest::qWaitFor([this] { return shownComplete(); }, 10'000);
}

bool WorkspaceWindow::saved() const
{
    return QTest::qWaitFor([this] { return work->unsaved().isEmpty(); });
}

WorkspaceFixture::WorkspaceFixture(int tracks, const QString &name)
{
    api.addPlaylist(QStringLiteral("p"), tracks).name = name;
    api.addPlaylist(QStringLiteral("q"), 3).name = QStringLiteral("Sunday");
    web::Playlist &foreign = api.addPlaylist(QStringLiteral("f"), 4);
    foreign.name = QStringLiteral("Not mine");
    foreign.ownerId = QStringLiteral("somebody");
    foreign.ownerName = QStringLiteral("Somebody");
}

bool WorkspaceFixture::start(const QString &playlist)
{
    show(*this, playlist);
    const bool read = waitForList();
    api.log.clear();
    return read;
}

bool press(const ui::MessageBar *message, const QString &button)
{
    if (!message)
        return false;
    for (QPushButton *each : message->findChildren<QPushButton *>()) {
        if (each->text() == button) {
            each->click();
            return true;
        }
    }
    return false;
}

ui::MessageBar *messageSaying(const ui::MessageArea &area, const QString &text)
{
    ui::MessageBar *found = nullptr;
    for (ui::MessageBar *bar : area.findChildren<ui::MessageBar *>()) {
        // Those that were closed may not have gone yet.
        if (area.bar(bar->id()) == bar && bar->text().contains(text))
            found = bar;
    }
    return found;
}

} // namespace segue::test
