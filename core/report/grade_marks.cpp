#include "report/grade_marks.hpp"

#include <string_view>

#include "report/summary.hpp"

namespace wirecopy::report {

namespace {

constexpr std::string_view marks = "-~PREC";

// What the name alone does not say.
constexpr std::array<std::string_view, 6> glosses{
    "", " (same event)", " (a passage)", " (same report)", "", ""};

// Calls `visit(place, name)` for the grades that occur, strongest first.
template <typename Visit>
void for_each_found(const std::array<std::uint64_t, 6>& counts, Visit visit) {
    for (auto place = counts.size(); place-- > 0;) {
        if (counts[place] > 0) {
            visit(place, grade_names()[place]);
        }
    }
}

}  // namespace

char grade_mark(Grade grade) noexcept {
    return marks[static_cast<std::size_t>(grade)];
}

std::string grade_legend(const std::array<std::uint64_t, 6>& counts, std::size_t columns) {
    std::string text;
    std::size_t used = 0;
    for_each_found(counts, [&](std::size_t place, std::string_view name) {
        if (place == 0) {
            return;
        }
        const auto entry =
            std::string(1, marks[place]).append(" ").append(name).append(glosses[place]);
        // With the comma that may follow.
        const bool fits = used + 2 + entry.size() + 1 <= columns;
        if (!text.empty()) {
            text += fits ? ", " : ",\n";
            used = fits ? used + 2 : 0;
        }
        text += entry;
        used += entry.size();
    });
    return text;
}

std::string counted_grades(const std::array<std::uint64_t, 6>& counts) {
    std::string text;
    for_each_found(counts, [&](std::size_t place, std::string_view name) {
        text.append(text.empty() ? "" : ", ").append(grouped(counts[place])).append(" ");
        text.append(name);
    });
    return text;
}

}  // namespace wirecopy::report
