// Deduplicate: of every cluster the preferred articles stay, and what is a copy of one of them
// leaves. A chain of edits may end in an article unlike the one at its other end: it stays too.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "cluster/components.hpp"
#include "engine/clustering.hpp"
#include "engine/comparison.hpp"
#include "engine/preference.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using engine::JudgedPair;

// Articles of the very same words that are copies of each other stand for one another: each by the
// first of them.
std::vector<std::uint32_t> equal_articles(const engine::Grouping& grouping) {
    const auto& wordings = ComparisonAccess::of(grouping.comparison).wordings;
    cluster::Components equal(wordings.size());
    for (const auto& pair : grouping.pairs) {
        if (pair.grade == Grade::copy && wordings[pair.a].words == wordings[pair.b].words) {
            equal.join(pair.a, pair.b);
        }
    }
    std::vector<std::uint32_t> first(wordings.size());
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        first[i] = equal.first(i);
    }
    return first;
}

// An article that was not compared with anything that stays in its cluster is compared with so many
// of these, the preferred ones first: of thousands of near copies each was a candidate of a few.
constexpr std::size_t most_tries = 4;

// A pair of classes of equal articles, and the pair of articles that was judged for them.
struct ClassPair {
    std::uint32_t self = 0;
    std::uint32_t other = 0;
    const JudgedPair* judged = nullptr;
};

class Deduplicator {
public:
    Deduplicator(std::span<const Article> articles, const ClusterOptions& options)
        : articles_(articles),
          least_(options.least),
          grouping_(engine::group_stories(articles, options)),
          ranks_(engine::preference_ranks(
              articles, ComparisonAccess::of(grouping_.comparison).profiles, options)),
          class_of_(equal_articles(grouping_)),
          kept_of_class_(articles.size()),
          judged_equal_(articles.size()),
          company_(ComparisonAccess::of(grouping_.comparison).graph) {
        pair_classes();
    }

    Deduplication run() {
        Deduplication made;
        made.bridges = grouping_.bridges;
        made.candidates = grouping_.candidates;
        for (auto& members : engine::members_of(grouping_.story_of)) {
            made.largest_cluster = std::max<std::uint64_t>(made.largest_cluster, members.size());
            std::ranges::sort(members, {}, [&](std::uint32_t member) { return ranks_[member]; });
            std::vector<std::uint32_t> tries;  // of those that stay
            for (const auto member : members) {
                auto removed = removal(member);
                if (!removed) {
                    removed = removal_anew(member, tries);
                }
                if (removed) {
                    made.removed.push_back(*removed);
                } else {
                    made.kept.push_back(member);
                    kept_of_class_[class_of_[member]] = member;
                    if (tries.size() < most_tries) {
                        tries.push_back(member);
                    }
                }
            }
        }
        std::ranges::sort(made.kept);
        std::ranges::sort(made.removed, {}, &RemovedArticle::article);
        made.sources = shares(made.removed);
        return made;
    }

private:
    void pair_classes() {
        for (const auto& pair : grouping_.pairs) {
            if (pair.grade < least_ || grouping_.story_of[pair.a] != grouping_.story_of[pair.b]) {
                continue;
            }
            const auto a = class_of_[pair.a];
            const auto b = class_of_[pair.b];
            if (a == b) {
                // Of two copies any verdict does; each article has at least one.
                judged_equal_[pair.a] = &pair;
                judged_equal_[pair.b] = &pair;
            } else {
                pairs_.push_back({a, b, &pair});
                pairs_.push_back({b, a, &pair});
            }
        }
        std::stable_sort(pairs_.begin(), pairs_.end(),
                         [](const ClassPair& x, const ClassPair& y) { return x.self < y.self; });
    }

    // Whom an article leaves for, if it does. Its betters have been looked at.
    [[nodiscard]] std::optional<RemovedArticle> removal(std::uint32_t article) const {
        const auto self = class_of_[article];
        if (kept_of_class_[self]) {
            return removed(article, *kept_of_class_[self], *judged_equal_[article]);
        }
        auto pair = std::lower_bound(
            pairs_.begin(), pairs_.end(), self,
            [](const ClassPair& one, std::uint32_t wanted) { return one.self < wanted; });
        const ClassPair* best = nullptr;
        for (; pair != pairs_.end() && pair->self == self; ++pair) {
            if (kept_of_class_[pair->other] && (best == nullptr || is_closer(*pair, *best))) {
                best = &*pair;
            }
        }
        return best == nullptr
                   ? std::nullopt
                   : std::optional(removed(article, *kept_of_class_[best->other], *best->judged));
    }

    [[nodiscard]] std::optional<RemovedArticle> removal_anew(std::uint32_t article,
                                                             std::span<const std::uint32_t> kept) {
        const auto& state = ComparisonAccess::of(grouping_.comparison);
        for (const auto other : kept) {
            const auto verdict = state.verdict_anew(article, other, company_);
            if (verdict.grade >= least_) {
                return RemovedArticle{article,       other,           verdict.grade,
                                      verdict.story, verdict.derived, verdict.jaccard};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_closer(const ClassPair& x, const ClassPair& y) const {
        const auto key = [&](const ClassPair& pair) {
            return std::tuple(pair.judged->grade, pair.judged->derived, pair.judged->story,
                              ~ranks_[*kept_of_class_[pair.other]]);
        };
        return key(x) > key(y);
    }

    [[nodiscard]] RemovedArticle removed(std::uint32_t article, std::uint32_t kept,
                                         const JudgedPair& pair) const {
        return {article,    kept,         pair.grade,
                pair.story, pair.derived, grouping_.comparison.compare(article, kept).jaccard};
    }

    [[nodiscard]] std::vector<SourceShare> shares(std::span<const RemovedArticle> removed) const {
        std::map<std::string, SourceShare> by_source;
        for (const auto& leaving : removed) {
            ++by_source[articles_[leaving.article].source].removed;
        }
        for (const auto& article : articles_) {
            const auto found = by_source.find(article.source);
            if (found != by_source.end()) {
                ++found->second.articles;
            }
        }
        std::vector<SourceShare> made;
        made.reserve(by_source.size());
        for (auto& [source, share] : by_source) {
            made.push_back({source, share.articles, share.removed});
        }
        std::ranges::stable_sort(made, std::ranges::greater{}, &SourceShare::removed);
        return made;
    }

    std::span<const Article> articles_;
    Grade least_;
    engine::Grouping grouping_;
    std::vector<std::uint32_t> ranks_;
    std::vector<std::uint32_t> class_of_;
    std::vector<std::optional<std::uint32_t>> kept_of_class_;
    std::vector<const JudgedPair*> judged_equal_;  // of an article with an equal one
    std::vector<ClassPair> pairs_;                 // by self
    score::Company company_;
};

}  // namespace

Deduplication deduplicate(std::span<const Article> articles, const ClusterOptions& options) {
    if (!options.compare.groups.empty()) {
        throw Error(ErrorKind::option, "dedup: there are no groups to be kept apart");
    }
    return Deduplicator(articles, options).run();
}

}  // namespace wirecopy
