#include "score/reuse.hpp"

#include <algorithm>

namespace wirecopy::score {

namespace {

double share(double part, std::size_t all) noexcept {
    return all == 0 ? 0.0 : part / static_cast<double>(all);
}

bool has_stop_words(std::span<const std::uint8_t> flags) noexcept {
    return std::ranges::any_of(flags,
                               [](std::uint8_t word) { return (word & term_stop_word) != 0; });
}

}  // namespace

ReuseFacts reuse_facts(std::span<const Span> spans, std::span<const std::uint8_t> flags_a,
                       std::span<const std::uint8_t> flags_b, const ReuseRules& rules) noexcept {
    if (spans.empty()) {
        return {};
    }
    const bool knows_prose = has_stop_words(flags_a) || has_stop_words(flags_b);
    ReuseFacts facts;
    double equal = 0;
    double prose_equal = 0;
    double prose_words = 0;  // of both sides, halved below
    for (const auto& span : spans) {
        equal += span.equal_words;
        const auto words = passage_words(span, flags_a, flags_b);
        if (knows_prose && words.stop_share < rules.prose_stop_share) {
            continue;
        }
        prose_equal += span.equal_words;
        prose_words += span.a_end - span.a_begin + span.b_end - span.b_begin;
        facts.prose_narrated = std::max(facts.prose_narrated, words.narrated);
        if (words.equal_share >= rules.dense_equal_share) {
            facts.dense_words = std::max(facts.dense_words, span.equal_words);
            facts.dense_narrated = std::max(facts.dense_narrated, words.narrated);
        }
    }
    const auto [shorter, longer] = std::minmax({count_evidence(flags_a), count_evidence(flags_b)});
    facts.of_shorter = share(equal, shorter);
    facts.of_longer = share(equal, longer);
    facts.dense_of_shorter = share(facts.dense_words, shorter);
    facts.prose_of_shorter = share(prose_equal, shorter);
    facts.prose_equal_share = prose_words == 0 ? 0.0 : 2 * prose_equal / prose_words;
    return facts;
}

Reuse judge(const ReuseFacts& facts, const ReuseRules& rules) noexcept {
    if (facts.of_shorter >= rules.copy_of_shorter && facts.of_longer >= rules.copy_of_longer) {
        return Reuse::copy;
    }
    const bool dense = facts.prose_equal_share >= rules.dense_equal_share ||
                       facts.prose_of_shorter >= rules.edited_unless_dense_of_shorter;
    if (facts.prose_of_shorter >= rules.edited_of_shorter && dense &&
        facts.prose_narrated >= rules.edited_narrated_words) {
        return Reuse::edited;
    }
    if (facts.dense_narrated >= rules.partial_narrated_words ||
        facts.dense_words >= rules.partial_words) {
        return Reuse::partial;
    }
    return Reuse::none;
}

}  // namespace wirecopy::score
