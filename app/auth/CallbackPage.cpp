// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/CallbackPage.h"

#include <QCoreApplication>

namespace segue::auth
{

namespace
{
struct Content {
    const char *status;
    QString title;
    QString text;
};

Content contentOf(CallbackPage page, const QString &reason)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("segue::auth::CallbackPage", source);
    };
    switch (page) {
    case CallbackPage::SignedIn:
        return {
            "200 OK", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Signed in")),
            text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage",
                                   "Segue is connected with Spotify. You can close this page and go back to Segue."))};
    case CallbackPage::Denied:
        return {"200 OK", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Not signed in")),
                text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage",
                                       "Access was denied, so Segue is not connected. You can close this page."))};
    case CallbackPage::Failed:
        return {"200 OK", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Signing in failed")), reason};
    case CallbackPage::Cancelled:
        return {"200 OK", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Not signed in")),
                text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage",
                                       "The sign-in was cancelled in Segue. You can close this page."))};
    case CallbackPage::StillTrying:
        return {"200 OK", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Not signed in yet")),
                text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage",
                                       "Spotify is taking long to answer. Segue’s window shows how it ends."))};
    case CallbackPage::Foreign:
        return {
            "400 Bad Request", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Refused")),
            text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage",
                                   "This page does not belong to the sign-in that Segue has under way (its state is "
                                   "wrong). Nobody was signed in by it. Start again from Segue’s window."))};
    case CallbackPage::NotFound:
        return {"404 Not Found", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Not found")),
                text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "There is nothing at this address."))};
    case CallbackPage::BadRequest:
        return {"400 Bad Request", text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Not understood")),
                text(QT_TRANSLATE_NOOP("segue::auth::CallbackPage", "Segue does not understand this request."))};
    }
    return {"404 Not Found", QString(), QString()};
}
} // namespace

QByteArray callbackAnswer(CallbackPage page, const QString &reason)
{
    const Content content = contentOf(page, reason);
    const QByteArray title = content.title.toHtmlEscaped().toUtf8();
    const QByteArray body =
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + title +
        " – Segue</title><meta name=\"color-scheme\" content=\"light dark\">"
        "<meta name=\"viewport\" content=\"width=device-width\">"
        "<style>body{font:1.1em system-ui,sans-serif;max-width:32em;margin:20vh auto;padding:0 1em}</style>"
        "</head><body><h1>" +
        title + "</h1><p>" + content.text.toHtmlEscaped().toUtf8() + "</p></body></html>\n";

    QByteArray answer = "HTTP/1.1 ";
    answer += content.status;
    answer += "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size()) +
              "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
              "X-Content-Type-Options: nosniff\r\n"
              "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n\r\n" +
              body;
    return answer;
}

} // namespace segue::auth
