# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(web DIR app/web
    tst_AnswerCache.cpp
    tst_ApiClient.cpp
    tst_ApiDialects.cpp
    tst_ApiError.cpp
    tst_CacheControl.cpp
    tst_Catalogue.cpp
    tst_ConditionalReads.cpp
    tst_DialectFinder.cpp
    tst_EndpointRefusals.cpp
    tst_EndpointTable.cpp
    tst_EntryMemory.cpp
    tst_Fakes.cpp
    tst_FamiliesFromStandIn.cpp
    tst_ImageLoader.cpp
    tst_Isrc.cpp
    tst_Listening.cpp
    tst_Media.cpp
    tst_Pacer.cpp
    tst_ParseEntries.cpp
    tst_ParsePage.cpp
    tst_ParsePlaylist.cpp
    tst_ParseSearch.cpp
    tst_People.cpp
    tst_ReadsFromStandIn.cpp
    tst_RefusalTable.cpp
    tst_ReleaseDate.cpp
    tst_Requests.cpp
    tst_RetryAfter.cpp
    tst_Scheduler.cpp
    tst_SchedulerFaults.cpp
    tst_SchedulerLimits.cpp
    tst_Search.cpp
    tst_SearchQuery.cpp
    tst_Shelf.cpp
    tst_SpotifyLinks.cpp
    tst_Transport.cpp
    tst_Values.cpp
    tst_WritesToStandIn.cpp
    SUPPORT DeclaredCalls.cpp DeclaredCalls.h EndpointCase.cpp EndpointCase.h EndpointRows.h
    EndpointSamples.cpp EndpointSamples.h Endpoints.cpp Endpoints.h Facts.cpp Facts.h JsonSample.h JsonVariations.cpp JsonVariations.h
    RowsOfCatalogue.cpp RowsOfEdits.cpp RowsOfListening.cpp RowsOfPeople.cpp RowsOfPlaylists.cpp RowsOfShelf.cpp
    SchedulerRig.h StandInAccount.cpp StandInAccount.h Telling.cpp Telling.h WebTestSupport.h
    LINK Segue::web Segue::demo)

# Reads what is declared there; a definition of its own keeps it from sharing the precompiled header.
set_source_files_properties(app/web/DeclaredCalls.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON
    COMPILE_DEFINITIONS SEGUE_WEB_DIR="${PROJECT_SOURCE_DIR}/app/web")
