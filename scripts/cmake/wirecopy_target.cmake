# wirecopy_target(NAME): the private build settings that every target of this project shares.
# PRIVATE throughout, so that nobody who links the library inherits a warning or a flag.
function(wirecopy_target name)
    target_compile_features(${name} PUBLIC cxx_std_20)
    set_target_properties(${name} PROPERTIES
        CXX_EXTENSIONS OFF
        POSITION_INDEPENDENT_CODE ON)
    target_compile_options(${name} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual
        -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
        -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
        # GCC 12 sees an overlap in `"text" + std::string` that is not there (its bug 105651).
        $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
        # The same bytes on every processor: no fused multiply-add behind our back.
        -ffp-contract=off
        $<$<BOOL:${WIRECOPY_WARNINGS_AS_ERRORS}>:-Werror>)
    # Who embeds the library and names no build type gets code eight times slower without a word:
    # ours is optimised all the same, unless flags of their own say how.
    if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES AND NOT CMAKE_CXX_FLAGS MATCHES "-O")
        target_compile_options(${name} PRIVATE -O2)
    endif()
    if(WIRECOPY_SANITIZE)
        target_compile_options(${name} PRIVATE
            -fsanitize=${WIRECOPY_SANITIZE} -fno-omit-frame-pointer)
        if(NOT WIRECOPY_SANITIZE STREQUAL "thread")
            target_compile_options(${name} PRIVATE -fno-sanitize-recover=all)
        endif()
        target_link_options(${name} PUBLIC -fsanitize=${WIRECOPY_SANITIZE})
    endif()
endfunction()
