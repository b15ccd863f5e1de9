// Tables of results: what the engine finds, as columns. No Python here: the interpreter's lock is
// not held.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "table.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"

namespace wirecopy::python {

/// id_a, id_b, grade, story, derived, jaccard, containment_a, containment_b: likely pairs of
/// options.least_grade and above, or every pair of it.
[[nodiscard]] Table likely_pairs(std::span<const Article> articles, CompareOptions options);
[[nodiscard]] Table all_pairs(std::span<const Article> articles, CompareOptions options);

/// id_a, id_b, jaccard, containment_a, containment_b.
[[nodiscard]] Table copy_pairs(std::span<const Article> articles, const CopyOptions& options);

/// id, story, origin, role; and the stories as lines of JSON.
[[nodiscard]] std::pair<Table, std::string> clusters(std::span<const Article> articles,
                                                     const ClusterOptions& options);

/// id, kept, grade, story, derived, jaccard.
[[nodiscard]] Table removed_table(const Deduplication& found, std::span<const Article> articles);

/// Judged in the company of all articles, or, where they are many, of likely pairs: as the command
/// line.
[[nodiscard]] Explanation explain(std::span<const Article> articles, std::size_t a, std::size_t b,
                                  CompareOptions options);

/// earliest, longest or source:NAME. Throws Error{option}.
void set_keep(ClusterOptions& options, std::string_view keep);

}  // namespace wirecopy::python
