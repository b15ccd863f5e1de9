// Whole files and their first looks: UTF-8, NUL, byte order marks, titles, the format of a file
// without a telling name.

#include <cstdint>
#include <string_view>

#include "base/printable.hpp"
#include "fuzz/expect.hpp"
#include "read/input.hpp"
#include "read/input_format.hpp"
#include "read/text_file.hpp"

using wirecopy::fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto invalid = wirecopy::read::find_invalid_utf8(bytes);
    expect(invalid == wirecopy::read::oracle_invalid_utf8(bytes), "the place of the oracle");
    wirecopy::fuzz::expect_text(wirecopy::base::printable(bytes));

    wirecopy::ReadOptions options;
    options.limit_bytes = 200;
    options.format = wirecopy::InputFormat::text;
    const auto corpus = wirecopy::read::read_memory(bytes, "a.txt", options, 7);
    wirecopy::fuzz::expect_sound(corpus);
    expect(corpus.articles.size() + corpus.rejected.size() == 1, "one file, one answer");
    for (const auto& article : corpus.articles) {
        expect(article.title.size() <= 200 && article.text.find(article.title) != std::string::npos,
               "a title is short and from the text");
    }
    if (wirecopy::fuzz::looks_packed(bytes)) {
        return 0;
    }
    wirecopy::fuzz::expect_same(corpus, wirecopy::read::read_memory(bytes, "a.txt", options, 4096));

    // More bytes never change a decision on the format.
    const auto decided = wirecopy::read::format_by_bytes(bytes, {}, true);
    for (std::size_t count = 0; count < size && count < 100; ++count) {
        // A cut byte order mark looks like text, which is why nobody asks with fewer than its
        // bytes.
        const auto early = wirecopy::read::format_by_bytes(bytes.substr(0, count), {});
        expect(!early || early == decided || count < 3, "an early decision holds");
    }
    options.format = wirecopy::InputFormat::automatic;
    wirecopy::fuzz::expect_sound(wirecopy::read::read_memory(bytes, "-", options, 64));
    return 0;
}
