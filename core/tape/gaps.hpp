// Gaps: what stands between two words, and whether the text is inside a quotation there.
//
//   in      the bytes between two words, in order through the text
//   out     Gap bits; a state that is `inside` between quotation marks
//   cost    one comparison for a single space, a table or a decode for each other character
//
// Quotation marks: straight and curly doubles, guillemets, low-high pairs and corner brackets;
// curly singles when they open behind a space. Apostrophes never open one. An empty line ends a
// quotation, since a quoting text opens it again in every paragraph.

#pragma once

#include <cstdint>
#include <string_view>

namespace wirecopy::tape {

class GapReader {
public:
    explicit GapReader(std::string_view text) noexcept : text_(text) {}

    /// Reads [begin, end). Requires: gaps in order of the text, words in between.
    [[nodiscard]] std::uint16_t read(std::uint32_t begin, std::uint32_t end) {
        if (end - begin == 1 && text_[begin] == ' ') [[likely]] {
            return 1;  // gap_space
        }
        return end == begin ? std::uint16_t{0} : read_rare(begin, end);
    }

    /// Whether the word behind the last gap stands in a quotation.
    [[nodiscard]] bool inside_quotation() const noexcept { return closing_ != 0; }

private:
    [[nodiscard]] std::uint16_t read_rare(std::uint32_t begin, std::uint32_t end);
    void see_quote(char32_t mark, bool opens_here) noexcept;

    std::string_view text_;
    char32_t closing_ = 0;  // the mark that ends the open quotation; 0: none is open
};

}  // namespace wirecopy::tape
