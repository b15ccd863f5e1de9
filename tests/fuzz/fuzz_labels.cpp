// Label files from any bytes: the same for every chunk size, and row by row what the slow reader
// finds. The first byte chooses the chunk size, the delimiter and what is asked for.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fuzz/expect.hpp"
#include "read/csv_oracle.hpp"
#include "read/label_file.hpp"
#include "wirecopy/error.hpp"

namespace {

using wirecopy::Labels;
using wirecopy::fuzz::expect;

// Nothing where the file is refused.
std::optional<Labels> read(std::string_view bytes, const std::string& name,
                           const wirecopy::LabelOptions& options, std::size_t chunk_bytes) {
    try {
        return wirecopy::read::read_label_file(wirecopy::read::RawInput(bytes), name, options,
                                               chunk_bytes);
    } catch (const wirecopy::Error&) {
        return std::nullopt;
    }
}

void expect_same(const std::optional<Labels>& a, const std::optional<Labels>& b) {
    expect(a.has_value() == b.has_value(), "the same files are refused");
    if (!a) {
        return;
    }
    expect(a->kind == b->kind && a->rows.size() == b->rows.size() &&
               a->rejected.size() == b->rejected.size(),
           "as many rows");
    for (std::size_t i = 0; i < a->rows.size(); ++i) {
        expect(a->rows[i].id_a == b->rows[i].id_a && a->rows[i].id_b == b->rows[i].id_b &&
                   a->rows[i].label == b->rows[i].label && a->rows[i].line == b->rows[i].line,
               "the same rows");
    }
}

bool holds(const wirecopy::read::OracleRow& row, const std::string& cell) {
    for (const auto& other : row.cells) {
        if (other == cell) {
            return true;
        }
    }
    return false;
}

// Every row behind the header is a label or a rejection, in order; labels hold cells of their row.
void compare(const Labels& labels, std::string_view text, char delimiter) {
    std::size_t used = 0;
    std::size_t rejected = 0;
    bool first = true;
    for (const auto& row : wirecopy::read::oracle_rows(text, delimiter)) {
        if (used < labels.rows.size() && labels.rows[used].line == row.line) {
            const auto& label = labels.rows[used++];
            const bool is_pair = labels.kind == wirecopy::LabelKind::pairs;
            expect(!row.broken && !label.id_a.empty() && !label.label.empty(), "a whole label");
            expect(label.id_b.empty() != is_pair, "two ids of a pair, one of a cluster");
            expect(holds(row, label.id_a) && holds(row, label.label) &&
                       (!is_pair || holds(row, label.id_b)),
                   "cells of the row");
            wirecopy::fuzz::expect_text(label.id_a);
            wirecopy::fuzz::expect_text(label.label);
        } else if (rejected < labels.rejected.size() &&
                   labels.rejected[rejected].line == row.line) {
            ++rejected;
        } else {
            expect(first, "every row behind the header is a label or a rejection");
        }
        first = false;
    }
    expect(used == labels.rows.size() && rejected == labels.rejected.size(), "no other rows");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (wirecopy::fuzz::looks_packed(text)) {
        return 0;
    }
    const char delimiter = (data[0] & 1U) == 0 ? ',' : '\t';
    const std::string name = delimiter == ',' ? "labels.csv" : "labels.tsv";
    wirecopy::LabelOptions options;
    options.kind = static_cast<wirecopy::LabelKind>((data[0] >> 1U) % 3);
    options.column = (data[0] & 16U) == 0 ? "" : (data[0] & 32U) == 0 ? "grade" : "3";
    const auto labels = read(text, name, options, 4096);
    expect_same(labels, read(text, name, options, 1U + data[0]));
    expect_same(read(text, "labels", options, 4096), read(text, "labels", options, 1U + data[0]));
    const bool has_mark = text.starts_with("\xef\xbb\xbf");
    if (labels) {
        compare(*labels, text.substr(has_mark ? 3 : 0), delimiter);
    }
    return 0;
}
