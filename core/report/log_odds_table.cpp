#include "report/log_odds_table.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "report/columns.hpp"
#include "report/figure_text.hpp"

namespace wirecopy::report {

namespace {

constexpr std::size_t name_columns = 18;
constexpr std::size_t number_columns = 12;
constexpr double least_shown = 0.05;  // less rounds to nothing

std::string cell(std::string text) {
    text.insert(0, number_columns - std::min(number_columns, text.size()), ' ');
    return text;
}

std::string signed_odds(double odds) {
    const auto size = std::fabs(odds);
    return size < least_shown ? "0" : (odds < 0 ? "-" : "+") + short_figure(size, 1);
}

std::string row(std::string_view name, const std::string& value, double story, double derived) {
    return padded("  " + std::string(name), name_columns) + cell(value) + cell(signed_odds(story)) +
           cell(signed_odds(derived)) + "\n";
}

std::string value_of(const FeatureEvidence& feature) {
    return feature.value <= 1 ? short_figure(feature.value, 2)
                              : std::to_string(std::lround(feature.value));
}

}  // namespace

std::string log_odds_table(const Explanation& explanation) {
    std::string table =
        std::string(name_columns, ' ') + cell("value") + cell("story") + cell("derived") + "\n";
    double story = explanation.story_start;
    double derived = explanation.derived_start;
    table += row("middling pair", "", story, derived);
    for (const auto& feature : explanation.features) {
        story += feature.story;
        derived += feature.derived;
        if (std::max(std::fabs(feature.story), std::fabs(feature.derived)) >= least_shown) {
            auto name = feature.name;
            std::ranges::replace(name, '_', ' ');
            table += row(name, value_of(feature), feature.story, feature.derived);
        }
    }
    return table + row("this pair", "", story, derived);
}

}  // namespace wirecopy::report
