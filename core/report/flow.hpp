// Flow: running text, parts of it marked, laid into lines of a terminal.
//
//   in      parts of texts, any bytes; which of them are marked
//   out     lines of at most a number of columns, painted
//   cost    some 20 MB/s: for passages, not for articles
//
// Blanks and line ends part words and become one space; all else that a terminal acts on is
// escaped. Lines break between words, but not at a no-break space; a word longer than a line breaks
// anywhere. Where there are no colours a marked stretch stands in braces, which news hardly have.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/paint.hpp"

namespace wirecopy::report {

/// Keeps what stands on both sides in one line.
inline constexpr std::string_view no_break_space = "\u00A0";

class Flow {
public:
    /// Marked parts take the tint.
    Flow(const TerminalStyle& style, Tint tint) : style_(style), tint_(tint) {}
    explicit Flow(const TerminalStyle& style) : Flow(style, Tint::none) {}

    /// Goes on with a part of a text. Parts of one word may be added apart.
    void add(std::string_view text, bool is_marked = false);

    struct Line {
        std::string text;
        std::size_t columns = 0;
    };
    /// Requires: columns >= 2.
    [[nodiscard]] std::vector<Line> lines(std::size_t columns) const;

private:
    struct Piece {
        std::string text;  // printable, without blanks
        bool is_marked = false;
        bool begins_word = false;
    };
    void add_word_part(std::string_view text, bool is_marked);

    const TerminalStyle& style_;
    Tint tint_;
    std::vector<Piece> pieces_;
    bool behind_blank_ = true;
};

/// A flow of one text.
[[nodiscard]] std::vector<Flow::Line> flowed(std::string_view text, const TerminalStyle& style,
                                             std::size_t columns);

}  // namespace wirecopy::report
