#include "report/side_by_side.hpp"

#include <algorithm>
#include <vector>

#include "report/flow.hpp"

namespace wirecopy::report {

namespace {

// Two columns of less are not read with ease.
constexpr std::size_t least_columns = 32;
constexpr std::size_t most_lines = 12;
constexpr std::size_t most_bytes = 4000;
// Of what both have, so many words are shown at either end, unless hardly anything were left out.
constexpr std::size_t words_beside_an_edit = 10;
constexpr std::size_t words_of_an_end = 25;
constexpr std::size_t least_left_out = 60;
constexpr std::string_view blanks = " \t\n\v\f\r";

std::string_view ellipsis(bool unicode) {
    return unicode ? "…" : "...";
}

// Where a text of any bytes may be cut so that at most `limit` of them stay.
std::size_t cut_at(std::string_view text, std::size_t limit) {
    auto end = std::min(limit, text.size());
    const auto continues = [&] {
        return end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;
    };
    while (end > 0 && limit - end < 4 && continues()) {
        --end;
    }
    return end;
}

// Where a number of words end, counted from the front or from the back; the whole text where it
// has no more of them.
std::size_t words_from_front(std::string_view text, std::size_t words) {
    std::size_t at = 0;
    for (; words > 0 && at < text.size(); --words) {
        at = std::min(text.find_first_not_of(blanks, at), text.size());
        at = std::min(text.find_first_of(blanks, at), text.size());
    }
    return at;
}
std::size_t words_from_back(std::string_view text, std::size_t words) {
    std::size_t end = text.size();
    for (; words > 0 && end > 0; --words) {
        end = text.find_last_not_of(blanks, end - 1) + 1;
        end = end == 0 ? 0 : text.find_last_of(blanks, end - 1) + 1;
    }
    return end;
}

// What both have: both ends of a long stretch.
void add_equal(Flow& flow, std::string_view text, std::size_t end_words, bool unicode) {
    const auto head = words_from_front(text, end_words);
    const auto tail = words_from_back(text, end_words);
    if (head + least_left_out >= tail) {
        flow.add(clipped(text, most_bytes, unicode));
        return;
    }
    flow.add(clipped(text.substr(0, head), most_bytes, unicode));
    flow.add(" " + std::string(ellipsis(unicode)) + " ");
    flow.add(clipped(text.substr(tail), most_bytes, unicode));
}

Flow flow_of(const Mention& passage, const std::vector<PassageEdit>& edits,
             TextSpan PassageEdit::*side, Tint tint, const TerminalStyle& style) {
    Flow flow(style, tint);
    const std::string_view text = passage.text;
    const auto begin = passage.places.empty() ? 0 : passage.places.front().begin_byte;
    std::size_t at = 0;
    for (const auto& edit : edits) {
        const auto from = std::min<std::size_t>((edit.*side).begin_byte - begin, text.size());
        const auto to = std::min<std::size_t>((edit.*side).end_byte - begin, text.size());
        if (from < at || to < from) {
            continue;
        }
        add_equal(flow, text.substr(at, from - at), words_beside_an_edit, style.unicode);
        flow.add(clipped(text.substr(from, to - from), most_bytes, style.unicode), true);
        at = to;
    }
    add_equal(flow, text.substr(at), edits.empty() ? words_of_an_end : words_beside_an_edit,
              style.unicode);
    return flow;
}

std::vector<Flow::Line> cut_lines(std::vector<Flow::Line> lines, const TerminalStyle& style) {
    if (lines.size() > most_lines) {
        lines.resize(most_lines - 1);
        lines.push_back({std::string(ellipsis(style.unicode)), 1});
    }
    return lines;
}

}  // namespace

std::string clipped(std::string_view text, std::size_t limit_bytes, bool unicode) {
    if (text.size() <= limit_bytes) {
        return std::string(text);
    }
    return std::string(text.substr(0, cut_at(text, limit_bytes))).append(ellipsis(unicode));
}

std::string side_by_side(const CopiedSpan& span, const TerminalStyle& style) {
    const auto flow_a = flow_of(span.a, span.edits, &PassageEdit::a, Tint::a, style);
    const auto flow_b = flow_of(span.b, span.edits, &PassageEdit::b, Tint::b, style);
    constexpr std::size_t indent = 2;
    const std::string between = style.unicode ? " │ " : " | ";
    if (span.edits.empty()) {
        const auto room = std::max<std::size_t>(style.width_columns, 12) - indent;
        std::string text;
        for (const auto& line : cut_lines(flow_a.lines(room), style)) {
            text.append(indent, ' ').append(line.text).append("\n");
        }
        return text;
    }
    const auto columns = (std::max<std::size_t>(style.width_columns, indent + 3) - indent - 3) / 2;
    std::string text;
    if (columns < least_columns) {
        const auto room = std::max<std::size_t>(style.width_columns, 12) - 5;
        const auto add = [&](const Flow& flow, std::string_view head) {
            for (const auto& line : cut_lines(flow.lines(room), style)) {
                text.append(head).append(line.text).append("\n");
                head = "     ";
            }
        };
        add(flow_a, "  A  ");
        add(flow_b, "  B  ");
        return text;
    }
    const auto lines_a = cut_lines(flow_a.lines(columns), style);
    const auto lines_b = cut_lines(flow_b.lines(columns), style);
    for (std::size_t i = 0; i < std::max(lines_a.size(), lines_b.size()); ++i) {
        const auto left = i < lines_a.size() ? lines_a[i] : Flow::Line{};
        const auto right = i < lines_b.size() ? lines_b[i] : Flow::Line{};
        text.append(indent, ' ').append(left.text);
        text.append(columns - std::min(columns, left.columns), ' ');
        text.append(right.columns > 0 ? between + right.text
                                      : between.substr(0, between.size() - 1));
        text += '\n';
    }
    return text;
}

}  // namespace wirecopy::report
