# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(demo DIR app/demo
    tst_Accounts.cpp
    tst_Albums.cpp
    tst_Artists.cpp
    tst_Catalogue.cpp
    tst_Control.cpp
    tst_CoverImages.cpp
    tst_Faults.cpp
    tst_Fields.cpp
    tst_Following.cpp
    tst_ItemAdditions.cpp
    tst_ItemMoves.cpp
    tst_ItemPages.cpp
    tst_ItemRemovals.cpp
    tst_LibraryCalls.cpp
    tst_Listening.cpp
    tst_Media.cpp
    tst_People.cpp
    tst_Player.cpp
    tst_PlaylistWrites.cpp
    tst_Reading.cpp
    tst_Saved.cpp
    tst_Search.cpp
    tst_SearchKinds.cpp
    tst_Shows.cpp
    tst_StandInProgram.cpp
    tst_TokenCalls.cpp
    SUPPORT AccountsFixture.h DemoTestSupport.cpp DemoTestSupport.h ItemWritesFixture.h ReadingFixture.h
    LINK Segue::demo)
# One of them runs the program itself.
add_dependencies(tst_demo segue-standin)
