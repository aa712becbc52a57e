# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(models DIR app/models
    tst_ArtworkCache.cpp
    tst_FilterWords.cpp
    tst_Library.cpp
    tst_LibraryIndex.cpp
    tst_LikedTracks.cpp
    tst_CollectedMedia.cpp
    tst_MediaCollector.cpp
    tst_SourceListModel.cpp
    tst_TitleLookup.cpp
    tst_TrackFilterModel.cpp
    tst_TrackListModel.cpp
    LINK Segue::models)
