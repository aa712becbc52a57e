# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. Read by the top CMakeLists.txt.
include(GNUInstallDirs)

foreach(program segue segue-standin)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
install(FILES ${CMAKE_CURRENT_LIST_DIR}/org.segue.Segue.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/org.segue.Segue.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/segue.svg RENAME org.segue.Segue.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/segue.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
