// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/DeclaredCalls.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace segue::web::test
{

QStringList declaredCalls()
{
    static const QRegularExpression either(
        QStringLiteral("^class (\\w+)[^;{]*\\{|^\\s*virtual\\s+(?:\\w+::)*Call\\s+(\\w+)\\s*\\("),
        QRegularExpression::MultilineOption);
    QStringList calls;
    QDirIterator headers(QStringLiteral(SEGUE_WEB_DIR), {QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        QFile file(headers.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        QString family;
        auto found = either.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            if (!match.captured(1).isEmpty())
                family = match.captured(1);
            else
                calls.append(family + QStringLiteral("::") + match.captured(2));
        }
    }
    return calls;
}

} // namespace segue::web::test
