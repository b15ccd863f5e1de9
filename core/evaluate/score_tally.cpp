#include "evaluate/score_tally.hpp"

#include <algorithm>
#include <utility>

#include "wirecopy/similarity.hpp"

namespace wirecopy::evaluate {

namespace {

constexpr std::uint64_t highest_low = 1'000'000;
constexpr std::size_t low_slots = 2 * (highest_low + 1);
constexpr std::size_t least_waiting = std::size_t{1} << 16U;

// Both ascend; equal scores become one.
std::vector<ScoreCount> merged(const std::vector<ScoreCount>& counts,
                               const std::vector<std::uint64_t>& sorted) {
    std::vector<ScoreCount> result;
    const auto add = [&](const ScoreCount& count) {
        if (result.empty() || result.back().millionths != count.millionths) {
            result.push_back({.millionths = count.millionths});
        }
        result.back().positives += count.positives;
        result.back().negatives += count.negatives;
    };
    auto next = counts.begin();
    for (const auto score : sorted) {
        for (; next != counts.end() && next->millionths <= score / 2; ++next) {
            add(*next);
        }
        add({.millionths = score / 2, .positives = score % 2, .negatives = 1 - score % 2});
    }
    for (; next != counts.end(); ++next) {
        add(*next);
    }
    return result;
}

}  // namespace

void ScoreTally::add(float score, bool positive) {
    waiting_.push_back(2 * millionths(score) + (positive ? 1 : 0));
    // As many as are there already: each merge costs no more than was added since the last.
    if (waiting_.size() >= std::max(least_waiting, high_.size())) {
        drain();
    }
}

void ScoreTally::drain() {
    low_.resize(low_slots);
    std::erase_if(waiting_, [&](std::uint64_t score) {
        const bool is_low = score < low_slots;
        if (is_low) {
            ++low_[score];
        }
        return is_low;
    });
    if (!waiting_.empty()) {
        std::sort(waiting_.begin(), waiting_.end());
        high_ = merged(high_, waiting_);
        waiting_.clear();
    }
}

std::vector<ScoreCount> ScoreTally::counts() const {
    std::vector<ScoreCount> drained;
    for (std::size_t i = 0; i < low_.size(); i += 2) {
        if (low_[i] + low_[i + 1] > 0) {
            drained.push_back(
                {.millionths = i / 2, .positives = low_[i + 1], .negatives = low_[i]});
        }
    }
    drained.insert(drained.end(), high_.begin(), high_.end());
    auto rest = waiting_;
    std::sort(rest.begin(), rest.end());
    return merged(drained, rest);
}

}  // namespace wirecopy::evaluate
