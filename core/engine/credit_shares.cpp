#include "engine/credit_shares.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wirecopy::engine {

namespace {

constexpr double pretended_articles = 1000;
constexpr double common_share = 0.05;
constexpr double own_feed_share = 0.4;

}  // namespace

CreditShares::CreditShares(std::vector<Entry> entries, std::uint64_t articles)
    : entries_(std::move(entries)), articles_(articles) {}

void CreditShares::count(std::span<const score::ProfileCredit> credits) {
    for (const auto& credit : credits) {
        counted_.push_back(credit.outlet);
    }
    ++articles_;
}

void CreditShares::count(const CreditShares& more) {
    counted_.insert(counted_.end(), more.counted_.begin(), more.counted_.end());
    articles_ += more.articles_;
}

void CreditShares::freeze() {
    std::sort(counted_.begin(), counted_.end());
    for (const auto outlet : counted_) {
        if (entries_.empty() || entries_.back().outlet != outlet) {
            entries_.push_back({outlet, 0});
        }
        ++entries_.back().articles;
    }
    std::vector<std::uint32_t>().swap(counted_);
}

void CreditShares::weigh(score::Profile& profile) const {
    const auto articles = static_cast<double>(articles_) + pretended_articles;
    for (auto& credit : profile.credits) {
        const auto found = std::ranges::lower_bound(entries_, credit.outlet, {}, &Entry::outlet);
        if (found == entries_.end() || found->outlet != credit.outlet) {
            continue;  // as rare as can be
        }
        const auto share = static_cast<double>(found->articles) / articles;
        // The feed of an agency: whoever credits it without being of another outlet is its own.
        if (share > own_feed_share && profile.outlet == 0) {
            profile.outlet = credit.outlet;
        }
        const double rarity = std::min(1.0, std::log(share) / std::log(common_share));
        credit.strength *= static_cast<float>(std::sqrt(rarity));
    }
}

}  // namespace wirecopy::engine
