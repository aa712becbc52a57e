# SPDX-License-Identifier: GPL-3.0-or-later
# The program as a person uses it, in a true window with a true mouse. The scripts bring their own X server; the system's
# Python is named because that is the one that python3-pyatspi belongs to.
add_test(NAME e2e.DemoDrag COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/e2e/demo_drag.py $<TARGET_FILE:segue>)
add_test(NAME e2e.DemoBeside COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/e2e/demo_beside.py $<TARGET_FILE:segue>)
add_test(NAME e2e.DemoSources COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/e2e/demo_sources.py $<TARGET_FILE:segue>)
add_test(NAME e2e.DemoCover COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/e2e/demo_cover.py $<TARGET_FILE:segue>)
add_test(NAME e2e.Kill COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/e2e/kill.py $<TARGET_FILE:segue>
    $<TARGET_FILE:segue-standin> --kills 6 --seed 1)
set_tests_properties(e2e.DemoDrag e2e.DemoBeside e2e.DemoSources e2e.DemoCover e2e.Kill
    PROPERTIES TIMEOUT 180 LABELS e2e RUN_SERIAL ON)

# Without a display the window is rendered all the same; the program ends with 0 only when the picture is written.
set(pictures ${CMAKE_CURRENT_BINARY_DIR}/pictures)
file(MAKE_DIRECTORY ${pictures})
add_test(NAME e2e.PictureOfDemo COMMAND segue --demo --screenshot ${pictures}/demo.png)
add_test(NAME e2e.PictureOfWelcome COMMAND segue --profile nobody --screenshot ${pictures}/welcome.png)
set_tests_properties(e2e.PictureOfDemo e2e.PictureOfWelcome PROPERTIES TIMEOUT 60 LABELS e2e
    ENVIRONMENT "XDG_CONFIG_HOME=${pictures};LC_ALL=C.UTF-8"
    ENVIRONMENT_MODIFICATION "DISPLAY=unset:;WAYLAND_DISPLAY=unset:;QT_QPA_PLATFORM=unset:")

segue_add_tests(flow DIR e2e tst_DemoFlow.cpp LINK Segue::ui)
