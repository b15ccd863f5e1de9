#include "feature/term_counter.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace wirecopy::feature {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 12U;

// The slot of a term, or the free one where it belongs.
std::size_t slot_of(std::span<const TermFrequency> slots, std::uint32_t term) noexcept {
    const auto mask = slots.size() - 1;
    auto at = static_cast<std::size_t>(base::mix(term)) & mask;
    while (slots[at].frequency != 0 && slots[at].term != term) {
        at = (at + 1) & mask;
    }
    return at;
}

}  // namespace

TermCounter::TermCounter() : slots_(first_slots) {}

void TermCounter::add(std::uint32_t term, std::uint32_t articles) {
    auto& slot = slots_[slot_of(slots_, term)];
    const bool is_new = slot.frequency == 0;
    slot.term = term;
    slot.frequency += articles;
    used_ += is_new ? 1U : 0U;
    if (is_new && 2 * used_ > slots_.size()) {
        grow();
    }
}

void TermCounter::grow() {
    std::vector<TermFrequency> larger(2 * slots_.size());
    for (const auto& slot : slots_) {
        if (slot.frequency != 0) {
            larger[slot_of(larger, slot.term)] = slot;
        }
    }
    slots_ = std::move(larger);
}

std::vector<TermFrequency> TermCounter::take() {
    auto counted = std::exchange(slots_, std::vector<TermFrequency>(first_slots));
    used_ = 0;
    std::erase_if(counted, [](const TermFrequency& slot) { return slot.frequency == 0; });
    std::ranges::sort(counted, {}, &TermFrequency::term);
    return counted;
}

std::vector<TermFrequency> merged(std::span<const std::vector<TermFrequency>> parts) {
    std::vector<TermFrequency> all;
    for (const auto& part : parts) {
        std::vector<TermFrequency> both;
        both.reserve(all.size() + part.size());
        auto left = all.begin();
        auto right = part.begin();
        while (left != all.end() || right != part.end()) {
            if (right == part.end() || (left != all.end() && left->term < right->term)) {
                both.push_back(*left++);
            } else if (left == all.end() || right->term < left->term) {
                both.push_back(*right++);
            } else {
                both.push_back({left->term, left->frequency + right->frequency});
                ++left;
                ++right;
            }
        }
        all = std::move(both);
    }
    return all;
}

}  // namespace wirecopy::feature
