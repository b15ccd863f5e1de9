#include "idle_options.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <span>
#include <string_view>

namespace wirecopy::cli {

namespace {

constexpr std::array<std::string_view, 7> format_names{"auto", "table", "csv",   "tsv",
                                                       "json", "npy",   "phylip"};

// One row of the table: options that change nothing for a measure, format or the like.
struct Idle {
    bool applies;
    std::string_view because;
    std::vector<std::string_view> options;
};

constexpr std::array<std::string_view, 5> field_options{
    "--id-field", "--text-field", "--title-field", "--source-field", "--date-field"};

void warn(const std::vector<std::string>& given, std::span<const Idle> rows) {
    for (const auto& [applies, because, options] : rows) {
        for (const auto option : options) {
            if (applies && std::ranges::find(given, option) != given.end()) {
                std::cerr << "wirecopy: " << option << " changes nothing for " << because << "\n";
            }
        }
    }
}

}  // namespace

void warn_of_idle_options(const MatrixArguments& arguments, MatrixFormat format) {
    const auto measure = arguments.similarity.measure;
    const auto measure_name = measure_names()[static_cast<std::size_t>(measure)];
    const auto format_name = format_names[static_cast<std::size_t>(format)];
    const bool has_shingles = measure == Measure::jaccard || measure == Measure::containment;
    const bool is_table = format == MatrixFormat::table;
    const bool is_judged = measure == Measure::story || measure == Measure::derived;
    const std::array<Idle, 6> rows{{
        {!is_judged, measure_name, {"--frequencies", "--model"}},
        {!has_shingles, measure_name, {"--ngram", "--unit"}},
        {!is_table, format_name, {"--ascii", "--width"}},
        {!is_table && arguments.appearance.colour == ColourChoice::always,
         format_name,
         {"--color"}},
        {format == MatrixFormat::npy && arguments.title_labels, format_name, {"--label"}},
        {arguments.read.format == InputFormat::text,
         "--input-format text",
         {field_options.begin(), field_options.end()}},
    }};
    warn(arguments.given, rows);
}

void warn_of_idle_options(const ExplainArguments& arguments, ExplainFormat format) {
    const bool is_json = format == ExplainFormat::json;
    const std::array<Idle, 3> rows{{
        {is_json, "json", {"--ascii", "--width"}},
        {is_json && arguments.appearance.colour == ColourChoice::always, "json", {"--color"}},
        {arguments.read.format == InputFormat::text,
         "--input-format text",
         {field_options.begin(), field_options.end()}},
    }};
    warn(arguments.given, rows);
}

}  // namespace wirecopy::cli
