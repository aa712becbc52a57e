// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Conditional.h"

#include <QCryptographicHash>

namespace segue::demo
{

namespace
{

/// "a", W/"b" or *: whether one of them is the tag. Base64 has no commas, so that those only separate.
bool names(const QByteArray &ifNoneMatch, const QByteArray &tag)
{
    for (const QByteArray &part : ifNoneMatch.split(',')) {
        QByteArray candidate = part.trimmed();
        if (candidate.startsWith("W/"))
            candidate.remove(0, 2); // for reads a weak match is good enough
        if (candidate == tag || candidate == "*")
            return true;
    }
    return false;
}

} // namespace

void makeConditional(const Request &request, int maxAge, Answer &answer)
{
    const QByteArray hash =
        QCryptographicHash::hash(answer.body, QCryptographicHash::Md5).toBase64(QByteArray::Base64UrlEncoding);
    const QByteArray tag = '"' + hash + '"';
    if (names(request.ifNoneMatch, tag))
        answer = Answer::empty(304);
    answer.addHeader("ETag", tag);
    answer.addHeader("Cache-Control",
                     maxAge > 0 ? "public, max-age=" + QByteArray::number(maxAge) : QByteArray("private, max-age=0"));
}

} // namespace segue::demo
