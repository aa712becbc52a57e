# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(playlist DIR app/playlist
    tst_Arranger.cpp tst_ListOps.cpp tst_ForeignEdits.cpp tst_PackedList.cpp tst_Refusal.cpp tst_SyncParts.cpp tst_Planner.cpp tst_Recovery.cpp tst_Restore.cpp
    tst_EditJournal.cpp tst_EditorCalls.cpp tst_EditorFaults.cpp tst_EditorMerging.cpp tst_EditorReading.cpp tst_EditorRestore.cpp
    tst_EditorVerbs.cpp tst_SaveWays.cpp
    tst_FirstReading.cpp
    tst_ListCopy.cpp
    tst_PlayabilityMarks.cpp
    tst_AddedRows.cpp tst_PlanSearch.cpp tst_UnfinishedEdit.cpp tst_WholeListReader.cpp
    tst_CoverConversion.cpp tst_CoverPicture.cpp tst_CoverRefusals.cpp
    tst_OrderParts.cpp tst_OrderPlans.cpp tst_ReorderPlan.cpp
    tst_CsvText.cpp tst_ExchangeExport.cpp tst_ExchangeFile.cpp tst_ExchangeRoundTrip.cpp tst_ImportLimits.cpp
    tst_ImportJson.cpp tst_ImportPlaylists.cpp tst_ImportTables.cpp
    tst_Collation.cpp tst_Duplicates.cpp tst_Merge.cpp tst_ReplacementFinder.cpp tst_Replacements.cpp tst_Select.cpp tst_UnavailableFinder.cpp tst_Shuffle.cpp tst_Sort.cpp
    SUPPORT CoverSamples.cpp CoverSamples.h
    DocumentSupport.h EditorFixture.cpp EditorFixture.h
    ExchangeSamples.cpp ExchangeSamples.h
    ImportSupport.h
    OrderCases.cpp OrderCases.h
    OrderSupport.cpp OrderSupport.h
    RowTable.h
    LINK Segue::playlist)

# Edits over HTTP against the stand-in. SEGUE_PROPERTY_STEPS=10000 makes a long run of it.
segue_add_tests(edits DIR app/playlist TIMEOUT 600 tst_EditsAndFaults.cpp
    SUPPORT Chance.h EditTraffic.cpp EditTraffic.h EditWays.cpp EditWays.h Mischief.cpp Mischief.h EditOracle.cpp EditOracle.h EditRig.cpp EditRig.h EditRun.cpp EditRun.h RandomEdits.cpp RandomEdits.h
    LINK Segue::playlist Segue::demo)
