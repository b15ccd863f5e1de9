// Measures: the table of everything a pair of articles can be scored by.
//
//   in      a name; sums over the features that two articles share
//   out     what to compare, the formula, and the score
//   cost    a few divisions a pair
//
// A measure is one component, or the geometric mean of two: it is high only where both are. The
// second is drawn towards the first where there is little of it to judge by. The calibrated
// probabilities are measures too, without components (model.hpp).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "wirecopy/similarity.hpp"

namespace wirecopy::score {

/// Which features of an article are compared.
enum class View : std::uint8_t {
    shingles,   ///< of plain words or characters, as a set
    content,    ///< terms without stop words
    lead,       ///< those of the lead
    specifics,  ///< names, numbers, dates
};

/// What is made of the weight that two articles share and of the total weight of each.
enum class Formula : std::uint8_t {
    jaccard,      ///< shared / (a + b - shared)
    containment,  ///< shared / a
    cosine,       ///< shared, of vectors of length 1
    sum,          ///< shared
};

struct Component {
    View view;
    Formula formula;
};

struct MeasureEntry {
    Measure measure;
    std::string_view name;
    std::string_view description;  ///< `{n}` stands for the shingles: "word 5-shingles"
    bool symmetric;
    bool bounded;
    std::array<Component, 2> components;
    std::size_t component_count;  ///< 0: judged by the models, not by one overlap
};

[[nodiscard]] const MeasureEntry& entry_of(Measure measure) noexcept;

/// True for the probabilities of the models.
[[nodiscard]] inline bool is_judged(Measure measure) noexcept {
    return entry_of(measure).component_count == 0;
}

/// The entry for people and for files.
[[nodiscard]] MeasureInfo describe(const SimilarityOptions& options);

/// 0 where the formula divides by nothing. Bounded formulas give 0 to 1.
[[nodiscard]] double apply(Formula formula, double shared, double total_a, double total_b) noexcept;

/// The geometric mean of `first` and of a Jaccard similarity made of the rest, which is drawn
/// towards `first`: two articles without a name or number between them are judged by `first` alone.
[[nodiscard]] double blended(double first, double shared, double total_a, double total_b) noexcept;

/// To the nearest millionth, so that no difference below what is printed decides anything.
[[nodiscard]] float quantised(double score) noexcept;

}  // namespace wirecopy::score
