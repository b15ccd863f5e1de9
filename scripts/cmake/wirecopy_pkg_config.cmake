# wirecopy_pkg_config(NAME): installs scripts/cmake/NAME.pc.in, filled in. Paths are from where the file
# stands, so that what is installed can be moved as a whole.
include_guard()
include(GNUInstallDirs)

function(wirecopy_pkg_config name)
    set(folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
    file(RELATIVE_PATH up /${folder} /)
    string(REGEX REPLACE "/$" "" prefix_from_pc "${up}")
    configure_file(${PROJECT_SOURCE_DIR}/scripts/cmake/${name}.pc.in
        ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc DESTINATION ${folder})
endfunction()
