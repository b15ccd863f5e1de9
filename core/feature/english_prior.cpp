#include "feature/prior.hpp"

// The assembler lays the file into the read-only data of the program: no language of 2020 reads
// a file at compile time, and a quarter of a megabyte as source text takes seconds to compile.
asm(".section .rodata\n"
    ".hidden wirecopy_english_prior\n"
    ".globl wirecopy_english_prior\n"
    ".hidden wirecopy_english_prior_end\n"
    ".globl wirecopy_english_prior_end\n"
    "wirecopy_english_prior:\n"
    ".incbin \"" WIRECOPY_ENGLISH_PRIOR
    "\"\n"
    "wirecopy_english_prior_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
[[gnu::visibility("hidden")]] extern const char wirecopy_english_prior[];
[[gnu::visibility("hidden")]] extern const char wirecopy_english_prior_end[];
}

namespace wirecopy::feature {

const Prior& english_prior() {
    static const Prior prior =
        Prior::parse({wirecopy_english_prior, static_cast<std::size_t>(wirecopy_english_prior_end -
                                                                       wirecopy_english_prior)});
    return prior;
}

}  // namespace wirecopy::feature
