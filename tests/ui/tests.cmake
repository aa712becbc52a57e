# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(ui DIR ui
    tst_CoverDialog.cpp tst_DetailsDialog.cpp tst_MessageArea.cpp tst_SideBar.cpp tst_TrackActions.cpp
    tst_TrackView.cpp tst_WelcomePage.cpp
    SUPPORT UiTestSupport.cpp UiTestSupport.h
    LINK Segue::ui)
