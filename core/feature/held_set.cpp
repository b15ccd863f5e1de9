#include "feature/held_set.hpp"

#include <algorithm>
#include <bit>

namespace wirecopy::feature {

namespace {

constexpr std::size_t least_slots = 64;

}  // namespace

void HeldSet::Table::begin(std::size_t features) {
    const auto wanted = std::max(least_slots, std::bit_ceil(2 * features));
    ++round;
    if (slots.size() < wanted || round == 0) {
        slots.assign(std::max(wanted, slots.size()), Slot{});
        round = 1;
    }
}

bool HeldSet::Table::insert(std::uint64_t feature) {
    const auto mask = slots.size() - 1;
    auto at = static_cast<std::size_t>(feature) & mask;
    while (slots[at].round == round) {
        if (slots[at].feature == feature) {
            return false;
        }
        at = (at + 1) & mask;
    }
    slots[at] = {feature, round};
    return true;
}

bool HeldSet::Table::holds(std::uint64_t feature) const {
    const auto mask = slots.size() - 1;
    auto at = static_cast<std::size_t>(feature) & mask;
    while (slots[at].round == round && slots[at].feature != feature) {
        at = (at + 1) & mask;
    }
    return slots[at].round == round;
}

void HeldSet::hold(std::span<const std::uint64_t> features) {
    held_.begin(features.size());
    size_ = 0;
    for (const auto feature : features) {
        size_ += held_.insert(feature) ? 1U : 0U;
    }
}

HeldSet::Counts HeldSet::compare(std::span<const std::uint64_t> features) {
    if (held_.slots.empty()) {
        hold({});
    }
    seen_.begin(features.size());
    Counts counts;
    for (const auto feature : features) {
        if (seen_.insert(feature)) {
            ++counts.size;
            counts.shared += held_.holds(feature) ? 1U : 0U;
        }
    }
    return counts;
}

}  // namespace wirecopy::feature
