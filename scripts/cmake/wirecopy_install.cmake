# Installs the libraries so that find_package(wirecopy) and pkg-config find them: wirecopy::core,
# wirecopy::io and wirecopy::store, or wirecopy.pc. tools/c adds wirecopy::c and wirecopy_c.pc.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/wirecopy)
install(TARGETS wirecopy_core wirecopy_io wirecopy_store EXPORT wirecopyTargets)
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include/wirecopy
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    FILES_MATCHING PATTERN "*.hpp")
install(EXPORT wirecopyTargets NAMESPACE wirecopy:: DESTINATION ${package_folder})
configure_package_config_file(
    ${PROJECT_SOURCE_DIR}/scripts/cmake/wirecopyConfig.cmake.in
    ${CMAKE_CURRENT_BINARY_DIR}/wirecopyConfig.cmake
    INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(
    ${CMAKE_CURRENT_BINARY_DIR}/wirecopyConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES
    ${CMAKE_CURRENT_BINARY_DIR}/wirecopyConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/wirecopyConfigVersion.cmake
    ${PROJECT_SOURCE_DIR}/scripts/cmake/Findlmdb.cmake
    ${PROJECT_SOURCE_DIR}/scripts/cmake/Findutf8proc.cmake
    ${PROJECT_SOURCE_DIR}/scripts/cmake/Findlibstemmer.cmake
    DESTINATION ${package_folder})
include(wirecopy_pkg_config)
wirecopy_pkg_config(wirecopy)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/wirecopy)
