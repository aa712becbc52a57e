# SPDX-License-Identifier: GPL-3.0-or-later
# Programs that measure. They print figures and judge none: a timed test would fail on a busy machine. CTest runs each
# once, small, to see that it still works.
function(segue_add_bench name)
    add_executable(bench_${name} bench/bench_${name}.cpp ${ARGN})
    target_link_libraries(bench_${name} PRIVATE Segue::ui)
    target_precompile_headers(bench_${name} REUSE_FROM segue_ui)
endfunction()

segue_add_bench(open_playlist bench/BenchService.cpp bench/BenchService.h)
add_dependencies(bench_open_playlist segue-standin)
add_test(NAME bench.open_playlist COMMAND bench_open_playlist --items 300 --latency 0)
segue_add_bench(startup)
add_executable(bench_empty_window bench/empty_window.cpp)
target_link_libraries(bench_empty_window PRIVATE Segue::Options Qt6::Widgets)
add_dependencies(bench_startup bench_empty_window)
add_test(NAME bench.startup COMMAND bench_startup --runs 1)
add_executable(bench_reorder_plan bench/bench_reorder_plan.cpp app/playlist/OrderCases.cpp app/playlist/OrderCases.h)
target_link_libraries(bench_reorder_plan PRIVATE Segue::playlist)
add_test(NAME bench.reorder_plan COMMAND bench_reorder_plan --n 300)
add_executable(bench_list_ops bench/bench_list_ops.cpp)
target_link_libraries(bench_list_ops PRIVATE Segue::playlist)
add_test(NAME bench.list_ops COMMAND bench_list_ops --n 300 --runs 1)
add_executable(bench_store bench/bench_store.cpp app/store/StoreSamples.cpp app/store/StoreSamples.h)
target_link_libraries(bench_store PRIVATE Segue::store)
add_test(NAME bench.store COMMAND bench_store --items 300 --runs 2)
set_tests_properties(bench.open_playlist bench.startup bench.reorder_plan bench.list_ops bench.store PROPERTIES TIMEOUT 120
    LABELS bench ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
