// Learning a prior: in how many of many articles each term stands.

#include <algorithm>
#include <utility>

#include "base/parallel.hpp"
#include "engine/views.hpp"
#include "feature/prior.hpp"
#include "score/profile.hpp"
#include "wirecopy/learn.hpp"

namespace wirecopy {

namespace {

using feature::TermFrequency;
using Counts = std::vector<TermFrequency>;

constexpr std::size_t articles_a_range = 64;

Counts count_terms(std::vector<std::uint32_t>& terms) {
    std::sort(terms.begin(), terms.end());
    Counts counts;
    for (const auto term : terms) {
        if (counts.empty() || counts.back().term != term) {
            counts.push_back({term, 0});
        }
        ++counts.back().frequency;
    }
    return counts;
}

Counts merged(const Counts& a, const Counts& b) {
    Counts sum;
    sum.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->term < right->term)) {
            sum.push_back(*left++);
        } else if (left == a.end() || right->term < left->term) {
            sum.push_back(*right++);
        } else {
            sum.push_back({left->term, left->frequency + right->frequency});
            ++left;
            ++right;
        }
    }
    return sum;
}

}  // namespace

struct PriorLearner::State {
    Counts counts;
    std::size_t articles = 0;
};

PriorLearner::PriorLearner() : state_(std::make_unique<State>()) {}
PriorLearner::~PriorLearner() = default;
PriorLearner::PriorLearner(PriorLearner&&) noexcept = default;
PriorLearner& PriorLearner::operator=(PriorLearner&&) noexcept = default;

void PriorLearner::add(std::span<const Article> articles, unsigned threads) {
    const auto tapes = engine::make_tapes(engine::pointers_to(articles), threads);
    std::vector<feature::TermSet> sets(tapes.size());
    base::for_ranges(tapes.size(), articles_a_range, threads,
                     [&](std::size_t begin, std::size_t end) {
                         for (auto i = begin; i < end; ++i) {
                             sets[i] = score::counted_terms(tapes[i]);
                         }
                     });
    std::vector<std::uint32_t> terms;
    for (const auto& set : sets) {
        terms.insert(terms.end(), set.begin(), set.end());
    }
    state_->counts = merged(state_->counts, count_terms(terms));
    state_->articles += articles.size();
}

std::string PriorLearner::prior(std::uint32_t least_articles) const {
    return feature::make_prior(state_->counts, static_cast<std::uint32_t>(state_->articles),
                               least_articles);
}

std::size_t PriorLearner::article_count() const noexcept {
    return state_->articles;
}

}  // namespace wirecopy
