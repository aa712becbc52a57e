// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Api.h"

#include <QObject>

namespace segue::playlist
{

class Document;

/// Reads rows that were added here where they should be by now: they have no date and perhaps no title yet. GUI thread;
/// the Api and the document must outlive it.
class AddedRows : public QObject
{
    Q_OBJECT

public:
    AddedRows(web::Api &api, Document &document, QObject *parent = nullptr);

    /// Rows are being added: confirm() is worth a try again.
    void expectMore() { m_gaveUp = false; }
    /// Reads a page from the first such row on, for a document that is in sync. False when there is nothing to read;
    /// otherwise ends in done() or mismatch().
    bool confirm();

Q_SIGNALS:
    /// There may be more to confirm.
    void done();
    /// The list is not what we think it is.
    void mismatch();

private:
    void take(int offset, const Result<web::EntryPage> &result);
    [[nodiscard]] bool fits(int offset, const web::EntryPage &page) const;

    web::Api &m_api;
    Document &m_document;
    bool m_gaveUp = false;
};

} // namespace segue::playlist
