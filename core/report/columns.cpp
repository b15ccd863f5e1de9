#include "report/columns.hpp"

#include <algorithm>

#include "tape/display_width.hpp"

namespace wirecopy::report {

namespace {

std::size_t missing_columns(std::string_view text, std::size_t columns) {
    return columns - std::min(columns, tape::display_width(text));
}

}  // namespace

std::size_t widest(std::span<const std::string> texts) {
    std::size_t columns = 0;
    for (const auto& text : texts) {
        columns = std::max(columns, tape::display_width(text));
    }
    return columns;
}

std::string padded(std::string_view text, std::size_t columns) {
    return std::string(text) + std::string(missing_columns(text, columns), ' ');
}

std::string centred(std::string_view text, std::size_t columns) {
    const auto missing = missing_columns(text, columns);
    const auto before = (missing + 1) / 2;
    return std::string(before, ' ').append(text).append(missing - before, ' ');
}

std::string wrapped(std::string_view text, std::size_t columns) {
    std::string lines;
    std::size_t used = 0;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const auto width = tape::display_width(word);
        if (used > 0) {
            const bool fits = used + 1 + width <= columns;
            lines += fits ? ' ' : '\n';
            used = fits ? used + 1 : 0;
        }
        lines += word;
        used += width;
    }
    return lines;
}

}  // namespace wirecopy::report
