// Embedded file: the bytes of a file as part of the program.
//
//   in      a symbol of its own and the path of a file, both known when the program is compiled
//   out     `symbol` and `symbol`_end, the first byte and the one behind the last
//   cost    none: the assembler lays the file into read-only data; as source text a quarter of a
//           megabyte takes seconds to compile

#pragma once

#include <cstddef>
#include <string_view>

// At namespace scope, outside all namespaces, once a program for each symbol.
// NOLINTBEGIN(bugprone-macro-parentheses): what is declared cannot stand in parentheses.
#define WIRECOPY_EMBED_FILE(symbol, path)                                                   \
    asm(".section .rodata\n"                                                                \
        ".hidden " #symbol "\n.globl " #symbol "\n.hidden " #symbol "_end\n.globl " #symbol \
        "_end\n" #symbol ":\n.incbin \"" path "\"\n" #symbol                                \
        "_end:\n.byte 0\n"                                                                  \
        ".text\n");                                                                         \
    extern "C" {                                                                            \
    [[gnu::visibility("hidden")]] extern const char symbol[];                               \
    [[gnu::visibility("hidden")]] extern const char symbol##_end[];                         \
    }
// NOLINTEND(bugprone-macro-parentheses)

namespace wirecopy::base {

[[nodiscard]] inline std::string_view bytes_between(const char* begin, const char* end) noexcept {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace wirecopy::base
