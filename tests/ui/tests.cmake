# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(ui DIR ui
    tst_AccountMenu.cpp
    tst_AcrossActions.cpp
    tst_CleanUpActions.cpp
    tst_Commands.cpp
    tst_Comparison.cpp
    tst_CopyActions.cpp
    tst_CoverDialog.cpp
    tst_DetailsChanges.cpp
    tst_DetailsDialog.cpp
    tst_DuplicateGuard.cpp
    tst_EnglishPlurals.cpp
    tst_ExportImport.cpp
    tst_HistoryDialog.cpp
    tst_LinkAdder.cpp
    tst_LikeActions.cpp
    tst_LinkOpener.cpp
    tst_Look.cpp
    tst_MainWindow.cpp
    tst_MergeActions.cpp
    tst_MergeDialog.cpp
    tst_MessageArea.cpp
    tst_Options.cpp
    tst_Panes.cpp
    tst_Permissions.cpp
    tst_Playing.cpp
    tst_PlaylistFilter.cpp
    tst_PlaylistMaker.cpp
    tst_PlaylistMessages.cpp
    tst_PresentTracks.cpp
    tst_ReplaceActions.cpp
    tst_SaveChoice.cpp
    tst_Settings.cpp
    tst_SideBar.cpp
    tst_SideBarDrops.cpp
    tst_SortActions.cpp
    tst_SourcePanel.cpp
    tst_SourcePlaces.cpp
    tst_TrackActions.cpp
    tst_TrackFilter.cpp
    tst_TrackHeader.cpp
    tst_TrackView.cpp
    tst_UnfinishedEdits.cpp
    tst_WelcomePage.cpp
    tst_Workspace.cpp
    SUPPORT ListTestSupport.h UiTestSupport.cpp UiTestSupport.h WorkspaceFixture.cpp WorkspaceFixture.h
    LINK Segue::ui)
