// Mask: an article without some of its bytes.
//
//   in      a text, its tape, places in order and apart from each other: what is to be left out
//   out     which plain words lie there; the tape of the rest
//   cost    linear in terms and words, and one pass over the text (words.hpp)

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// Whether a place touches one of others. What was answered last is where the next answer is looked
/// for: asked in any order, fast where the places asked for come nearly in order.
class MaskCursor {
public:
    /// A view. Requires: the places are in order and do not overlap.
    explicit MaskCursor(std::span<const Place> places) noexcept : places_(places) {}

    [[nodiscard]] bool is_inside(Place place) noexcept {
        while (next_ > 0 && places_[next_ - 1].end > place.begin) {
            --next_;
        }
        while (next_ < places_.size() && places_[next_].end <= place.begin) {
            ++next_;
        }
        return next_ < places_.size() && places_[next_].begin < place.end;
    }

private:
    std::span<const Place> places_;
    std::size_t next_ = 0;  // the first that ends behind where the last place asked for began
};

/// 1 for each plain word of the text that touches one of the places, else 0: as many as Tape::words
/// has.
[[nodiscard]] std::vector<std::uint8_t> mask_words(std::string_view text,
                                                   std::span<const Place> places);

/// The terms and plain words that touch none of the places; the lead is the lead of what is left.
/// Requires: `tape` was built from `text`.
[[nodiscard]] Tape without(std::string_view text, const Tape& tape, std::span<const Place> places);

}  // namespace wirecopy::tape
