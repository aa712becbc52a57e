# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(playlist DIR app/playlist
    tst_Arranger.cpp tst_CoverPicture.cpp tst_EditJournal.cpp tst_Editor.cpp tst_ListOps.cpp tst_Planner.cpp tst_OrderParts.cpp tst_Recovery.cpp tst_ReorderPlan.cpp tst_Restore.cpp tst_SaveWays.cpp
    tst_CsvText.cpp tst_ExchangeExport.cpp tst_ExchangeFile.cpp tst_ExchangeRoundTrip.cpp tst_ImportLimits.cpp tst_ImportPlaylists.cpp
    tst_Collation.cpp tst_Duplicates.cpp tst_Merge.cpp tst_PackedList.cpp tst_Select.cpp tst_Shuffle.cpp tst_Sort.cpp
    SUPPORT OrderCases.cpp OrderCases.h
    ExchangeSamples.cpp ExchangeSamples.h
    RowTable.h
    LINK Segue::playlist)
