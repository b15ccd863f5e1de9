// Preference: which of several articles is to stand for them.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "score/profile.hpp"
#include "wirecopy/cluster.hpp"

namespace wirecopy::engine {

/// Of each article its rank: 0 is preferred to all others. Throws Error{option} where the outlet to
/// be kept has no name.
[[nodiscard]] std::vector<std::uint32_t> preference_ranks(std::span<const Article> articles,
                                                          std::span<const score::Profile> profiles,
                                                          const ClusterOptions& options);

}  // namespace wirecopy::engine
