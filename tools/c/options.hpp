// Options: by their names on the command line, as text.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wirecopy.h"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/similarity.hpp"

struct wirecopy_options {
    std::optional<wirecopy::Grade> grade;  ///< none: what a call is about by itself
    bool all = false;
    bool grades = false;
    wirecopy::ShingleUnit unit = wirecopy::ShingleUnit::word;
    wirecopy::Measure measure = wirecopy::Measure::derived;
    std::optional<double> jaccard;
    double recall = wirecopy::CopyOptions{}.recall;
    wirecopy::Keep keep = wirecopy::Keep::earliest;
    std::string keep_source;
    wirecopy::CompareOptions compare;
    bool across_sources = false;
    bool expires = false;
    std::size_t epoch_articles = wirecopy::IndexOptions{}.epoch_articles;
    std::size_t most_articles = wirecopy::IndexOptions{}.most_articles;
    std::size_t most_matches = wirecopy::IndexOptions{}.most_matches;
    std::uint64_t index_memory = 0;
};

namespace wirecopy::c {

/// Throws Error{option} for a name there is not and a value that it cannot have, Error{input} for a
/// file that cannot be read.
void set_option(wirecopy_options& options, std::string_view name, std::string_view value);

/// What the calls of the library take. `options` may be null: as the command line has them.
[[nodiscard]] CompareOptions compare_options(const wirecopy_options* options);
[[nodiscard]] ClusterOptions cluster_options(const wirecopy_options* options, Grade least);
[[nodiscard]] SimilarityOptions similarity_options(const wirecopy_options* options);
[[nodiscard]] CopyOptions copy_options(const wirecopy_options& options);
[[nodiscard]] IndexOptions index_options(const wirecopy_options* options);

}  // namespace wirecopy::c
