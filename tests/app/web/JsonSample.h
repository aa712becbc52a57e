// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QtGlobal>

namespace segue::web::test
{

/// The document that a test has written down; ends the program where it is none.
inline QJsonDocument json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("test data: %s", qPrintable(error.errorString()));
    return document;
}

} // namespace segue::web::test
