#include "index/packed_text.hpp"

#include <zstd.h>

#include <memory>
#include <new>

#include "wirecopy/error.hpp"

namespace wirecopy::index {

namespace {

// No article is longer than what a reader lets through.
constexpr unsigned long long most_bytes = 1ULL << 36U;

}  // namespace

std::string pack(std::string_view text, int level) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const auto size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), level);
    if (ZSTD_isError(size) != 0) {
        throw std::bad_alloc();  // there is no other way to fail
    }
    packed.resize(size);
    return packed;
}

std::string unpack(std::string_view packed) {
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > most_bytes) {  // unknown and damaged sizes too
        throw Error(ErrorKind::format, "index: a text is damaged");
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    const auto got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != text.size()) {
        throw Error(ErrorKind::format, "index: a text is damaged");
    }
    return text;
}

}  // namespace wirecopy::index
