#include "report/flow.hpp"

#include <algorithm>

#include "base/printable.hpp"
#include "tape/display_width.hpp"

namespace wirecopy::report {

namespace {

bool is_blank(char byte) noexcept {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::string with_plain_spaces(std::string_view word) {
    std::string made(word);
    for (auto at = made.find(no_break_space); at != std::string::npos;
         at = made.find(no_break_space, at)) {
        made.replace(at, no_break_space.size(), " ");
    }
    return made;
}

// Fills lines with pieces.
class Filler {
public:
    Filler(std::size_t columns, const TerminalStyle& style, Tint tint)
        : columns_(columns), style_(style), tint_(tint) {}

    // Ends the line where a word of so many columns has no room beside what it holds. A stray mark
    // at its front widens the space.
    void begin_word(std::string_view front, std::size_t columns) {
        if (line_.columns == 0) {
            return;
        }
        const auto space =
            tape::display_width(" " + std::string(front)) - tape::display_width(front);
        if (line_.columns + space + std::min(columns, columns_) > columns_) {
            end_line();
        } else {
            line_.text += ' ';
            line_.columns += space;
        }
    }

    void add(std::string_view text, bool is_marked) {
        while (!text.empty()) {
            auto part = tape::take_width(text, columns_ - line_.columns);
            if (part.empty()) {
                if (line_.columns > 0) {
                    end_line();
                    continue;
                }
                part = text;  // nothing shorter can be shown
            }
            line_.text += is_marked ? tinted(part, tint_, style_.colour) : std::string(part);
            line_.columns += tape::display_width(part);
            text.remove_prefix(part.size());
        }
    }

    [[nodiscard]] std::vector<Flow::Line> take() {
        if (line_.columns > 0 || lines_.empty()) {
            end_line();
        }
        return std::move(lines_);
    }

private:
    void end_line() {
        lines_.push_back(std::move(line_));
        line_ = {};
    }

    std::size_t columns_;
    const TerminalStyle& style_;
    Tint tint_;
    Flow::Line line_;
    std::vector<Flow::Line> lines_;
};

}  // namespace

void Flow::add_word_part(std::string_view text, bool is_marked) {
    pieces_.push_back(
        {base::printable(with_plain_spaces(text), !style_.unicode), is_marked, behind_blank_});
    behind_blank_ = false;
}

void Flow::add(std::string_view text, bool is_marked) {
    const bool has_braces = is_marked && style_.colour == ColourMode::none;
    const auto first = pieces_.size();
    while (!text.empty()) {
        if (is_blank(text.front())) {
            behind_blank_ = true;
            text.remove_prefix(1);
            continue;
        }
        const auto end = std::ranges::find_if(text, is_blank);
        const auto word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
        add_word_part(word, is_marked);
        text.remove_prefix(word.size());
    }
    if (has_braces && pieces_.size() > first) {
        pieces_[first].text.insert(0, 1, '{');
        pieces_.back().text += '}';
    }
}

std::vector<Flow::Line> Flow::lines(std::size_t columns) const {
    Filler filler(columns, style_, tint_);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        if (pieces_[i].begins_word) {
            std::size_t word_columns = 0;
            for (auto j = i; j < pieces_.size() && (j == i || !pieces_[j].begins_word); ++j) {
                word_columns += tape::display_width(pieces_[j].text);
            }
            filler.begin_word(pieces_[i].text, word_columns);
        }
        filler.add(pieces_[i].text, pieces_[i].is_marked);
    }
    return filler.take();
}

std::vector<Flow::Line> flowed(std::string_view text, const TerminalStyle& style,
                               std::size_t columns) {
    Flow flow(style);
    flow.add(text);
    return flow.lines(columns);
}

}  // namespace wirecopy::report
