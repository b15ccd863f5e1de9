// CSV and TSV from any bytes: the same for every chunk size, and row by row what the slow reader
// finds. The first byte chooses the chunk size and the delimiter; the header is ours, so that the
// rest is rows.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/expect.hpp"
#include "read/csv_oracle.hpp"
#include "read/input.hpp"

namespace {

using wirecopy::fuzz::expect;

bool is_good(const wirecopy::read::OracleRow& row) {
    if (row.broken || row.cells.size() != 3 || row.cells[0].empty()) {
        return false;
    }
    for (const auto& cell : row.cells) {
        if (wirecopy::read::oracle_invalid_utf8(cell) != std::string_view::npos ||
            cell.find('\0') != std::string::npos) {
            return false;
        }
    }
    return !wirecopy::read::is_blank(row.cells[1]);
}

void compare(const wirecopy::Corpus& corpus, std::string_view text, char delimiter) {
    auto rows = wirecopy::read::oracle_rows(text, delimiter);
    rows.erase(rows.begin());
    std::set<std::string> ids;
    std::size_t article = 0;
    std::size_t rejection = 0;
    for (const auto& row : rows) {
        if (is_good(row) && ids.insert(row.cells[0]).second) {
            expect(article < corpus.articles.size(), "every good row is an article");
            const auto& got = corpus.articles[article++];
            expect(got.id == row.cells[0] && got.text == row.cells[1], "the same cells");
            expect(got.extra.at(0).value == row.cells[2], "the same extra cell");
        } else {
            expect(rejection < corpus.rejected.size(), "every bad row is a rejection");
            expect(corpus.rejected[rejection++].line == row.line, "the same line");
        }
    }
    expect(article == corpus.articles.size(), "no other articles");
    expect(rejection == corpus.rejected.size(), "no other rejections");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const char delimiter = (data[0] & 1U) == 0 ? ',' : '\t';
    wirecopy::ReadOptions options;
    options.format = delimiter == ',' ? wirecopy::InputFormat::csv : wirecopy::InputFormat::tsv;
    const std::string_view rows(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto text =
        std::string("id") + delimiter + "text" + delimiter + "more\n" + std::string(rows);
    const auto whole = wirecopy::read::read_memory(text, "-", options, 4096);
    wirecopy::fuzz::expect_sound(whole);
    compare(whole, text, delimiter);
    wirecopy::fuzz::expect_same(whole,
                                wirecopy::read::read_memory(text, "-", options, 1U + data[0]));
    options.limit_bytes = 24;
    const auto limited = wirecopy::read::read_memory(text, "-", options, 4096);
    wirecopy::fuzz::expect_sound(limited);
    wirecopy::fuzz::expect_same(limited,
                                wirecopy::read::read_memory(text, "-", options, 1U + data[0]));
    // Any header as well, which is where byte order marks and missing columns are met.
    wirecopy::fuzz::expect_sound(wirecopy::read::read_memory(rows, "-", options, 4096));
    return 0;
}
