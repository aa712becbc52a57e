# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(store DIR app/store
    tst_CachedLists.cpp
    tst_Chunks.cpp
    tst_DamagedStore.cpp
    tst_EntriesCodec.cpp
    tst_Journal.cpp
    tst_RowCodec.cpp
    tst_Store.cpp
    tst_StoreFaults.cpp
    tst_StoreKilled.cpp
    tst_TrackIndex.cpp
    tst_VersionChange.cpp
    tst_Versions.cpp
    tst_WantedCodec.cpp
    SUPPORT StoreSamples.cpp StoreSamples.h StoreTestSupport.cpp StoreTestSupport.h
    LINK Segue::store)

# Writes until it is killed, by itself and in the middle of SQLite's own writes: its pwrite and fdatasync take the place
# of the C library's, for which it has to export them.
add_executable(store_writer app/store/store_writer.cpp app/store/KillPoint.cpp app/store/KillPoint.h
    app/store/StoreSamples.cpp app/store/StoreSamples.h)
target_link_libraries(store_writer PRIVATE Segue::store)
set_target_properties(store_writer PROPERTIES ENABLE_EXPORTS ON)
add_dependencies(tst_store store_writer)
