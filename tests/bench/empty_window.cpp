// SPDX-License-Identifier: GPL-3.0-or-later
// What bench_startup compares Segue with: the least a Qt program with a window can be. Ends at its first paint.
#include <QApplication>
#include <QEvent>
#include <QMainWindow>

#include <cstdlib>

namespace
{

class Window : public QMainWindow
{
protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                this, [] { std::_Exit(0); }, Qt::QueuedConnection);
        return QMainWindow::event(event);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Window window;
    window.resize(1180, 760);
    window.show();
    return QApplication::exec();
}
