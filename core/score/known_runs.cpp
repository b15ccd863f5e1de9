#include "score/known_runs.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace wirecopy::score {

namespace {

constexpr std::size_t filter_bits_a_run = 16;

std::uint32_t hash_of(std::uint64_t run) noexcept {
    return static_cast<std::uint32_t>(run >> 32U);
}

}  // namespace

KnownRuns::KnownRuns(std::vector<Entry> entries) : entries_(std::move(entries)) {
    if (entries_.empty()) {
        return;
    }
    const auto bits = std::bit_ceil(std::max<std::size_t>(entries_.size() * filter_bits_a_run, 64));
    filter_.resize(bits / 64);
    filter_shift_ = 32U - static_cast<unsigned>(std::min(32, std::countr_zero(bits)));
    for (const auto& entry : entries_) {
        const auto bit = entry.run >> filter_shift_;
        filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

KnownRuns KnownRuns::learn(std::span<const RepeatingArticle> articles,
                           std::span<const std::vector<WordStretch>> stretches) {
    std::vector<Entry> found;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (stretches[i].empty()) {
            continue;
        }
        for (const auto run : articles[i].runs) {
            const auto word = static_cast<std::uint32_t>(run);
            const bool is_inside = std::ranges::any_of(stretches[i], [&](const WordStretch& s) {
                return word >= s.begin && word + anchor_words <= s.end;
            });
            if (is_inside) {
                found.push_back({hash_of(run), articles[i].source});
            }
        }
    }
    std::ranges::sort(found, {}, [](const Entry& e) { return std::pair(e.run, e.source); });
    std::vector<Entry> entries;
    for (const auto& entry : found) {
        if (entries.empty() || entries.back().run != entry.run) {
            entries.push_back(entry);
        } else if (entries.back().source != entry.source) {
            entries.back().source = 0;
        }
    }
    return KnownRuns(std::move(entries));
}

bool KnownRuns::is_known(std::uint32_t run, std::uint64_t source) const noexcept {
    const auto bit = run >> filter_shift_;
    if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) {
        return false;
    }
    const auto found = std::ranges::lower_bound(entries_, run, {}, &Entry::run);
    return found != entries_.end() && found->run == run &&
           (found->source == 0 || found->source == source);
}

std::vector<WordStretch> KnownRuns::stretches(std::uint64_t source,
                                              std::span<const std::uint64_t> runs) const {
    if (entries_.empty()) {
        return {};
    }
    std::vector<std::uint64_t> places;  // of each run the word where it begins, and if it is known
    bool any = false;
    for (const auto run : runs) {
        const bool known = is_known(hash_of(run), source);
        places.push_back(std::uint64_t{static_cast<std::uint32_t>(run)} << 1U | (known ? 1U : 0U));
        any |= known;
    }
    if (!any) {
        return {};
    }
    std::ranges::sort(places);
    std::vector<WordStretch> made;
    bool goes_on = false;
    for (const auto place : places) {
        const bool known = (place & 1U) != 0;
        const auto word = static_cast<std::uint32_t>(place >> 1U);
        const auto end = word + static_cast<std::uint32_t>(anchor_words);
        if (known && goes_on) {
            made.back().end = end;
        } else if (known) {
            made.push_back({word, end});
        }
        goes_on = known;
    }
    const auto least = BoilerplateOptions{}.least_words;
    std::size_t count = 0;
    for (const auto& stretch : made) {
        if (stretch.end - stretch.begin < least) {
            continue;
        }
        if (count > 0 && stretch.begin <= made[count - 1].end) {
            made[count - 1].end = stretch.end;
        } else {
            made[count++] = stretch;
        }
    }
    made.resize(count);
    return made;
}

}  // namespace wirecopy::score
