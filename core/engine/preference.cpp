#include "engine/preference.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "tape/outlets.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::engine {

std::vector<std::uint32_t> preference_ranks(std::span<const Article> articles,
                                            std::span<const score::Profile> profiles,
                                            const ClusterOptions& options) {
    const auto outlet = options.keep == Keep::source ? tape::outlet_of(options.keep_source) : 0;
    if (options.keep == Keep::source && outlet == 0) {
        throw Error(ErrorKind::option, "cluster: the source to keep has no name");
    }
    using Key = std::tuple<std::int64_t, std::int32_t, std::uint32_t>;
    std::vector<Key> keys;
    keys.reserve(articles.size());
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        std::int64_t first = 0;
        if (options.keep == Keep::longest) {
            first = -std::int64_t{profiles[i].word_count};
        } else if (options.keep == Keep::source) {
            first = tape::outlet_of(articles[i].source) == outlet ? 0 : 1;
        }
        const auto day = profiles[i].day.value_or(std::numeric_limits<std::int32_t>::max());
        keys.emplace_back(first, day, i);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> ranks(keys.size());
    for (std::uint32_t rank = 0; rank < keys.size(); ++rank) {
        ranks[std::get<2>(keys[rank])] = rank;
    }
    return ranks;
}

}  // namespace wirecopy::engine
