// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace segue::web
{
class Api;
class Catalogue;
class Listening;
class People;
class Shelf;
} // namespace segue::web
namespace segue::models
{
class ArtworkCache;
class Library;
class LibraryIndex;
} // namespace segue::models
namespace segue::store
{
class Store;
}

namespace segue::ui
{

class Permissions;

/// The services of the account that is signed in, as the window sees them. They outlive every widget made for them.
struct Account {
    web::Api &api;
    models::Library &library;
    models::ArtworkCache &artwork;
    bool isDemo = false;
    store::Store *store = nullptr;         ///< unfinished edits and earlier versions; null where nothing is kept
    web::Catalogue *catalogue = nullptr;   ///< what there is to search in; null: nothing
    web::Shelf *shelf = nullptr;           ///< null: nothing is saved or followed
    web::Listening *listening = nullptr;   ///< null: nothing can be played
    web::People *people = nullptr;         ///< null: there is nobody else
    Permissions *permissions = nullptr;    ///< null: everything has been granted
    models::LibraryIndex *index = nullptr; ///< what is in which playlist; null: nobody keeps track of it
};

} // namespace segue::ui
