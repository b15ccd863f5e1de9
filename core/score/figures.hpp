// Figures: the numbers, dates and weekdays of an article, with what they count and the words around
// them.
//
//   in      a reading
//   out     every figure where it stands, by value
//   cost    a sort of the figures

#pragma once

#include <cstdint>
#include <vector>

#include "score/reading.hpp"

namespace wirecopy::score {

enum class FigureKind : std::uint8_t { number, date, month, weekday };

struct ContextWord {
    std::uint32_t term = 0;
    double nats = 0;
};

struct Figure {
    std::uint32_t term = 0;
    FigureKind kind = FigureKind::number;
    double nats = 0;
    /// With the currency sign or per cent sign that touches it, and the content word that follows.
    Place place;
    std::uint32_t counted = 0;         ///< the next content word; 0: none in the sentence
    std::vector<ContextWord> context;  ///< the content words next to it in the sentence
};

/// Equal values follow each other, in the order of the text.
[[nodiscard]] std::vector<Figure> read_figures(const Reading& reading);

}  // namespace wirecopy::score
