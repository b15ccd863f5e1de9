// Matrices to report, what a writer makes of them, and properties with a fixed seed.

#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/report.hpp"

namespace wirecopy::sample {

/// Three articles with scores that need one to six digits.
inline Matrix three() {
    return {{"a", "b", "c"},
            {"a", "b", "c"},
            {1.0F, 0.25F, 0.000123F, 0.25F, 1.0F, 0.0F, 0.000123F, 0.0F, 1.0F},
            {"jaccard", "share of words", true, true},
            true};
}

/// Two rows against three columns.
inline Matrix two_by_three() {
    return {{"a", "b"},
            {"x", "y", "z"},
            {0.5F, 0.0F, 1.0F, 0.125F, 0.75F, 0.000001F},
            {"containment", "share of the row", false, true},
            false};
}

/// Five articles as `wirecopy matrix` shows them first.
inline Matrix five() {
    std::vector<std::string> labels;
    for (const auto* name :
         {"000_harbour", "001_ostland", "002_levant", "003_tundra", "004_mesa"}) {
        labels.push_back(std::string("wire/") + name + ".txt");
    }
    return {labels,
            labels,
            {1.0F,   0.273F, 0.241F, 0.203F, 0.252F, 0.273F, 1.0F,   0.219F, 0.214F,
             0.266F, 0.241F, 0.219F, 1.0F,   0.2F,   0.231F, 0.203F, 0.214F, 0.2F,
             1.0F,   0.0F,   0.252F, 0.266F, 0.231F, 0.0F,   1.0F},
            {"jaccard", "share of the distinct words of two articles that both have", true, true},
            true};
}

/// The same with grades: a copy, an edit, a rewrite, a partial, a related pair, and five of none.
inline Matrix graded_five() {
    constexpr auto copy = Grade::copy;
    constexpr auto edited = Grade::edited;
    constexpr auto rewrite = Grade::rewrite;
    constexpr auto partial = Grade::partial;
    constexpr auto related = Grade::related;
    constexpr auto none = Grade::none;
    auto matrix = five();
    matrix.grades = {copy, edited,  rewrite, none, copy, edited, copy, partial, related,
                     none, rewrite, partial, copy, none, none,   none, related, none,
                     copy, none,    copy,    none, none, none,   copy};
    return matrix;
}

/// Square, with labels "a0", "a1", ... and the scores of `score(row, column)`.
template <class Score>
Matrix square(std::size_t count, Score&& score) {
    Matrix matrix;
    for (std::size_t k = 0; k < count; ++k) {
        matrix.row_labels.push_back("a" + std::to_string(k));
    }
    matrix.column_labels = matrix.row_labels;
    matrix.measure = {"jaccard", "share of words", true, true};
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = 0; column < count; ++column) {
            matrix.values.push_back(row == column ? 1.0F : score(row, column));
        }
    }
    return matrix;
}

/// All that `write(sink)` hands out.
template <class Write>
std::string text_of(Write&& write) {
    std::string text;
    write([&](std::string_view block) { text += block; });
    return text;
}

inline std::string table(const Matrix& matrix, const TerminalStyle& style) {
    return text_of([&](const ReportSink& sink) { write_table(matrix, style, sink); });
}

inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// Without escape sequences of colour.
inline std::string unpainted(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\x1b[") {
            at = text.find('m', at);
        } else {
            plain += text[at];
        }
    }
    return plain;
}

/// Whether `property` holds for 200 cases drawn from a fixed seed.
template <class Property>
bool holds(Property&& property) {
    rc::detail::TestParams params;
    params.seed = 20310517;
    params.maxSuccess = 200;
    const auto result = rc::detail::checkTestable(std::forward<Property>(property),
                                                  rc::detail::TestMetadata{}, params);
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << '\n';
    return result.template is<rc::detail::SuccessResult>();
}

/// A label that a careless archive could hold: any bytes, often the awkward ones.
inline std::string any_label() {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "b", "/", ",", "\"", "\n", "\t", "\r", "\\", " ", "\x1b[31m", "\x7f", "\xff", "\xc3",
        "é", "平", "e\u0301", "👨‍👩‍👧", "🗞️", "\u202e", "\u2028", "(", ":", ".txt",
        "..", "word"));
    std::string label;
    for (const auto& piece : pieces) {
        label += piece;
    }
    return label;
}

}  // namespace wirecopy::sample
