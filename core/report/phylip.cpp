#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "report/block_writer.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

// White space beyond ASCII, at which some readers of the format split as well.
constexpr std::array<std::string_view, 18> wide_spaces{
    "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};

std::size_t bytes_to_replace(std::string_view rest) {
    constexpr std::string_view meaningful = "()[]:;,'";
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte <= ' ' || byte == 0x7f || meaningful.find(rest.front()) != std::string_view::npos) {
        return 1;
    }
    // C1 controls, U+0080 to U+009F.
    if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
        return 2;
    }
    for (const auto space : wide_spaces) {
        if (rest.starts_with(space)) {
            return space.size();
        }
    }
    return 0;
}

std::string phylip_name(std::string_view label) {
    std::string name;
    while (!label.empty()) {
        const auto replaced = bytes_to_replace(label);
        name += replaced > 0 ? '_' : label.front();
        label.remove_prefix(std::max<std::size_t>(replaced, 1));
    }
    return name.empty() ? "_" : name;
}

std::vector<std::string> unique_names(const std::vector<std::string>& labels) {
    std::vector<std::string> names;
    std::ranges::transform(labels, std::back_inserter(names), phylip_name);
    // A made-up name must not take one that a later article has of itself.
    std::unordered_set<std::string> taken(names.begin(), names.end());
    std::unordered_map<std::string, std::size_t> times_seen;
    for (auto& name : names) {
        auto& times = times_seen[name];
        if (++times == 1) {
            continue;
        }
        auto numbered = name + '_' + std::to_string(times);
        while (!taken.insert(numbered).second) {
            numbered = name + '_' + std::to_string(++times);
        }
        name = numbered;
    }
    return names;
}

void refuse_what_is_no_distance(const Matrix& matrix) {
    const auto& measure = matrix.measure;
    if (!matrix.same_set || matrix.rows() != matrix.columns()) {
        throw Error(ErrorKind::option,
                    "phylip: distances need one set of articles, not rows against columns");
    }
    if (!measure.bounded) {
        throw Error(ErrorKind::option,
                    "phylip: " + measure.name + " has no upper bound, so 1 - score is no distance");
    }
    if (!measure.symmetric) {
        throw Error(ErrorKind::option,
                    "phylip: " + measure.name + " differs by direction and cannot be a distance");
    }
}

}  // namespace

void write_phylip(const Matrix& matrix, const ReportSink& sink) {
    refuse_what_is_no_distance(matrix);
    assert(matrix.values.size() == matrix.rows() * matrix.columns());
    report::BlockWriter out(sink);
    out.text(std::to_string(matrix.rows()) + "\n");
    const auto names = unique_names(matrix.row_labels);
    std::vector<float> distances(matrix.columns());
    auto rest = std::span(matrix.values);
    for (std::size_t row = 0; row < names.size(); ++row) {
        std::ranges::transform(rest.first(matrix.columns()), distances.begin(), [](float score) {
            assert(score <= 1.0F);
            return static_cast<float>(1'000'000 - millionths(score)) / 1e6F;
        });
        // Also for an empty article, which scores 0 with itself.
        distances[row] = 0.0F;
        out.text(names[row]);
        out.text(" ");
        out.scores(distances, ' ');
        out.text("\n");
        rest = rest.subspan(matrix.columns());
    }
    out.finish();
}

}  // namespace wirecopy
