#include "report/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "report/columns.hpp"
#include "report/grade_marks.hpp"
#include "report/paint.hpp"
#include "report/pairs.hpp"

namespace wirecopy::report {

namespace {

constexpr std::size_t bins = 10;

struct Histogram {
    std::uint64_t zero = 0;
    std::array<std::uint64_t, bins> above{};  // tenths of the scale, the last with its top
    std::uint64_t pairs = 0;
};

Histogram histogram_of(const TableView& view) {
    Histogram histogram;
    const auto bin_size = view.scale_top / bins;
    for_each_pair(view.matrix, [&](const ScoredPair& pair) {
        ++histogram.pairs;
        if (pair.millionths == 0) {
            ++histogram.zero;
        } else {
            ++histogram.above[std::min<std::size_t>(pair.millionths / bin_size, bins - 1)];
        }
    });
    return histogram;
}

std::string sizes(const TableView& view, const Histogram& histogram) {
    const auto& matrix = view.matrix;
    std::string text;
    if (matrix.same_set) {
        text = counted(matrix.rows(), "article") + ", ";
    } else {
        text = counted(matrix.rows(), "row") + ", " + counted(matrix.columns(), "column") + ", ";
    }
    const bool directed = matrix.same_set && !matrix.measure.symmetric;
    text += counted(histogram.pairs, directed ? "directed pair" : "pair");
    text += ", " + grouped(histogram.pairs - histogram.zero) + " of them above 0";
    return wrapped(text, view.style.width_columns) + "\n";
}

// The logarithm shows one strong pair beside a million weak ones.
std::size_t bar_columns(std::uint64_t count, std::uint64_t most, std::size_t room) {
    if (count == 0) {
        return 0;
    }
    const double share =
        std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(std::lround(share * static_cast<double>(room))));
}

std::string bar(std::size_t columns, double share, const TerminalStyle& style) {
    if (columns == 0) {
        return "";
    }
    // The sixteen colours leave the lowest scores without a background.
    if (style.colour == ColourMode::ansi256 || style.colour == ColourMode::truecolour) {
        return "  " + on_ramp(std::string(columns, ' '), share, style.colour);
    }
    std::string text = "  ";
    for (std::size_t k = 0; k < columns; ++k) {
        text += style.unicode ? "█" : "#";
    }
    return text;
}

struct Line {
    std::string range;
    std::uint64_t count = 0;
    double share = 0.0;  // of the scale, for its colour
};

std::array<Line, bins + 1> lines_of(const TableView& view, const Histogram& histogram) {
    std::array<Line, bins + 1> lines;
    lines[0] = {"0", histogram.zero, 0.0};
    const auto bin_size = view.scale_top / bins;
    std::size_t edge_columns = 0;
    for (std::size_t bin = 0; bin <= bins; ++bin) {
        edge_columns = std::max(edge_columns, view.mark(bin * bin_size).size());
    }
    for (std::size_t bin = 0; bin < bins; ++bin) {
        auto from = view.mark(bin * bin_size);
        from.resize(edge_columns, ' ');
        lines[bin + 1] = {from + " - " + view.mark((bin + 1) * bin_size), histogram.above[bin],
                          (static_cast<double>(bin) + 0.5) / static_cast<double>(bins)};
    }
    return lines;
}

}  // namespace

std::string summary(const TableView& view) {
    const auto histogram = histogram_of(view);
    const auto lines = lines_of(view, histogram);
    std::uint64_t most = 0;
    std::size_t range_columns = 0;
    std::size_t count_columns = 0;
    for (const auto& line : lines) {
        most = std::max(most, line.count);
        range_columns = std::max(range_columns, line.range.size());
        count_columns = std::max(count_columns, grouped(line.count).size());
    }
    const auto beside = 2 + range_columns + 2 + count_columns + 2;
    const auto width = view.style.width_columns;
    const auto room = std::min<std::size_t>(width > beside ? width - beside : 1, 40);

    std::string text = sizes(view, histogram) + "\n" + emphasised("Scores", view.style.colour) +
                       " (bars grow with the logarithm of the count)\n";
    for (const auto& line : lines) {
        const auto count = grouped(line.count);
        text += "  " + line.range + std::string(range_columns - line.range.size() + 2, ' ') +
                std::string(count_columns - count.size(), ' ') + count;
        text += bar(bar_columns(line.count, most, room), line.share, view.style);
        text += '\n';
    }
    if (view.has_grades) {
        text += "\n" + wrapped("Grades: " + counted_grades(view.grade_counts), width) + "\n";
    }
    return text;
}

std::string grouped(std::uint64_t count) {
    auto digits = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

std::string counted(std::uint64_t count, const std::string& what) {
    return grouped(count) + ' ' + what + (count == 1 ? "" : "s");
}

}  // namespace wirecopy::report
