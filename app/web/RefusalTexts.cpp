// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/RefusalTexts.h"

#include <QCoreApplication>

namespace segue::web::refusalTexts
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::web::RefusalTexts)
};

} // namespace

QString missingPermission(const ApiRequest &request)
{
    // Whole sentences, for the sake of languages that build them in another way.
    switch (request.subject) {
    case Subject::Saved:
        return request.isWrite() ? Texts::tr("Segue lacks the permission to change what you have saved. Sign in again "
                                             "and agree to all permissions.")
                                 : Texts::tr("Segue lacks the permission to see what you have saved. Sign in again "
                                             "and agree to all permissions.");
    case Subject::Following:
        return request.isWrite() ? Texts::tr("Segue lacks the permission to follow and unfollow for you. Sign in "
                                             "again and agree to all permissions.")
                                 : Texts::tr("Segue lacks the permission to see whom you follow. Sign in again and "
                                             "agree to all permissions.");
    case Subject::Top:
        return Texts::tr("Segue lacks the permission to see what you listen to most. Sign in again and agree to all "
                         "permissions.");
    case Subject::Recent:
        return Texts::tr("Segue lacks the permission to see what you have played lately. Sign in again and agree to "
                         "all permissions.");
    case Subject::Devices:
        return Texts::tr("Segue lacks the permission to see your devices. Sign in again and agree to all "
                         "permissions.");
    case Subject::Playback:
        return Texts::tr("Segue lacks the permission to play on your devices. Sign in again and agree to all "
                         "permissions.");
    case Subject::Playlists:
    case Subject::Catalogue:
    case Subject::People:
        break;
    }
    return Texts::tr("Segue lacks a permission that this needs. Sign in again and agree to all permissions.");
}

QString notAllowed(const ApiRequest &request)
{
    switch (request.subject) {
    case Subject::Playlists:
        return request.isWrite() ? Texts::tr("Spotify did not allow this change. Only your own and collaborative "
                                             "playlists can be edited, up to 10,000 items.")
                                 : Texts::tr("Spotify does not let you see this. The tracks of a playlist can be read "
                                             "by its owner and its collaborators only.");
    case Subject::Playback:
        return Texts::tr("Spotify does not take this command on that device. Choose another device, or play it in "
                         "Spotify.");
    case Subject::Saved:
    case Subject::Following:
        if (request.isWrite())
            return Texts::tr("Spotify did not allow this change. Make it in Spotify instead.");
        break;
    case Subject::Catalogue:
    case Subject::People:
    case Subject::Top:
    case Subject::Recent:
    case Subject::Devices:
        break;
    }
    return notOffered();
}

QString notOffered()
{
    return Texts::tr("Spotify does not give this to programs with your client ID. Look it up in Spotify instead.");
}

} // namespace segue::web::refusalTexts
