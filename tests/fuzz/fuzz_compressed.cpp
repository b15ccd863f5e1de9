// The whole way from compressed bytes to articles. The input is read as it stands; and its bytes
// are packed, cut or damaged, and read again: undamaged they give what the plain bytes give, cut
// ones a beginning of it and one rejection.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/expect.hpp"
#include "read/compress.hpp"
#include "read/input.hpp"

namespace {

using wirecopy::Corpus;
using wirecopy::fuzz::expect;

wirecopy::ReadOptions small_limit() {
    wirecopy::ReadOptions options;
    options.limit_bytes = 1U << 16U;
    return options;
}

Corpus read(std::string_view bytes, const std::string& name, std::size_t chunk_bytes) {
    auto corpus = wirecopy::read::read_memory(bytes, name, small_limit(), chunk_bytes);
    wirecopy::fuzz::expect_sound(corpus);
    return corpus;
}

bool failed(const Corpus& corpus) {
    const auto is_failure = [](const wirecopy::Rejected& rejected) {
        return rejected.reason.starts_with("corrupt") || rejected.reason.starts_with("truncated") ||
               rejected.reason.starts_with("decompression bomb") ||
               rejected.reason.starts_with("zstd frame");
    };
    return std::any_of(corpus.rejected.begin(), corpus.rejected.end(), is_failure);
}

// Where decoders fail they may hold back more or less of what came before, by how they are fed.
void read_as_it_stands(std::string_view bytes) {
    const auto large = read(bytes, "a.jsonl", 4096);
    const auto small = read(bytes, "a.jsonl", 16);
    if (!failed(large) && !failed(small)) {
        wirecopy::fuzz::expect_same(large, small);
    } else if (large.articles.size() < small.articles.size()) {
        wirecopy::fuzz::expect_beginning(large, small);
    } else {
        wirecopy::fuzz::expect_beginning(small, large);
    }
}

void read_packed(std::string_view bytes, const std::string& name, unsigned choice, unsigned place) {
    const auto whole = read(bytes, name, 4096);
    const auto middle = bytes.size() / 2;
    const bool zstd = (choice & 1U) != 0;
    const auto pack = [&](std::string_view part) {
        return zstd ? wirecopy::read::zstd(part) : wirecopy::read::gzip(part);
    };
    auto packed = (choice & 2U) != 0 ? pack(bytes.substr(0, middle)) + pack(bytes.substr(middle))
                                     : pack(bytes);
    const auto chunk_bytes = std::size_t{1} + (choice >> 4U) * 31U;
    wirecopy::fuzz::expect_same(whole, read(packed, name, chunk_bytes));
    if ((choice & 4U) != 0) {
        packed[place % packed.size()] ^= static_cast<char>(1 + place % 255);
        static_cast<void>(read(packed, name, chunk_bytes));
        return;
    }
    const auto single = pack(bytes);
    const auto cut = 2 + place % (single.size() - 2);
    const auto part =
        read(std::string_view(single).substr(0, cut), name + (zstd ? ".zst" : ".gz"), chunk_bytes);
    // Some inputs are given up before the cut: by a header without the needed columns, say.
    expect(!part.rejected.empty(), "a cut file is told");
    wirecopy::fuzz::expect_beginning(part, whole);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_as_it_stands(bytes);
    if (size < 3 || wirecopy::fuzz::looks_packed(bytes.substr(3))) {
        return 0;
    }
    const auto* name = data[0] % 3 == 0 ? "a.jsonl" : data[0] % 3 == 1 ? "a.csv" : "a.txt";
    read_packed(bytes.substr(3), name, data[1], data[2] * 7U);
    return 0;
}
