#include "engine/clustering.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/article_texts.hpp"
#include "engine/comparison.hpp"
#include "engine/origin_sources.hpp"
#include "engine/preference.hpp"
#include "engine/step_counter.hpp"
#include "tape/outlets.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

constexpr std::array<std::string_view, 6> role_names{"alone",   "independent", "representative",
                                                     "rewrite", "edited",      "copy"};

Role role_of(Grade grade) {
    switch (grade) {
        case Grade::copy:
            return Role::copy;
        case Grade::edited:
            return Role::edited;
        default:
            return Role::rewrite;
    }
}

std::size_t outlets_of(std::span<const std::uint32_t> members, std::span<const Article> articles) {
    std::vector<std::uint32_t> outlets;
    for (const auto member : members) {
        const auto outlet = tape::outlet_of(articles[member].source);
        if (outlet != 0) {
            outlets.push_back(outlet);
        }
    }
    std::sort(outlets.begin(), outlets.end());
    return static_cast<std::size_t>(std::unique(outlets.begin(), outlets.end()) - outlets.begin());
}

class Clusterer {
public:
    Clusterer(std::span<const Article> articles, const ClusterOptions& options)
        : articles_(articles),
          grouping_(engine::group_stories(articles, options)),
          profiles_(ComparisonAccess::of(grouping_.comparison).profiles),
          ranks_(engine::preference_ranks(articles, profiles_, options)),
          texts_(options.compare.texts) {}

    Clustering run() {
        Clustering made;
        made.articles.resize(articles_.size());
        made.bridges = grouping_.bridges;
        made.candidates = grouping_.candidates;
        made.round_ups = grouping_.round_ups;
        const auto origins = find_origins();
        for (std::uint32_t i = 0; i < articles_.size(); ++i) {
            made.articles[i] = {grouping_.story_of[i], origins[i], Role::alone};
        }
        const auto by_story = engine::members_of(grouping_.story_of);
        const auto by_origin = engine::members_of(origins);
        std::vector<std::uint32_t> representatives(articles_.size());
        for (const auto& members : by_origin) {
            if (!members.empty()) {
                representatives[members.front()] = preferred(members);
            }
        }
        for (const auto& members : by_story) {
            if (!members.empty()) {
                made.stories.push_back(story_of(members, by_origin, origins, representatives));
            }
        }
        set_roles(made, by_story, by_origin, representatives);
        set_weakest(made);
        return made;
    }

private:
    // Origins are looked for inside stories alone.
    [[nodiscard]] std::vector<std::uint32_t> find_origins() const {
        auto links = engine::origin_links(grouping_.pairs);
        std::erase_if(links, [&](const cluster::Link& link) {
            return grouping_.story_of[link.a] != grouping_.story_of[link.b];
        });
        auto rules =
            engine::partition_rules(ComparisonAccess::of(grouping_.comparison).options.groups);
        rules.part_round_ups = false;
        return cluster::partition(articles_.size(), links, rules).first_of;
    }

    [[nodiscard]] std::uint32_t preferred(std::span<const std::uint32_t> members) const {
        return *std::ranges::min_element(members, {}, [&](auto member) { return ranks_[member]; });
    }

    [[nodiscard]] Story story_of(std::span<const std::uint32_t> members,
                                 const std::vector<std::vector<std::uint32_t>>& by_origin,
                                 std::span<const std::uint32_t> origins,
                                 std::span<const std::uint32_t> representatives) {
        Story story;
        story.first = members.front();
        story.articles = members.size();
        story.outlets = outlets_of(members, articles_);
        story.weakest_article = story.first;
        story.weakest_partner = story.first;
        for (const auto member : members) {
            if (origins[member] != member) {
                continue;
            }
            const auto& of_origin = by_origin[member];
            Origin origin{.first = member,
                          .representative = representatives[member],
                          .articles = of_origin.size(),
                          .source = {}};
            if (members.size() > 1) {
                engine::name_source(origin, of_origin, articles_, profiles_, texts_);
            }
            story.origins.push_back(std::move(origin));
        }
        return story;
    }

    void set_roles(Clustering& made, const std::vector<std::vector<std::uint32_t>>& by_story,
                   const std::vector<std::vector<std::uint32_t>>& by_origin,
                   std::span<const std::uint32_t> representatives) const {
        struct Nearest {
            Grade to_representative = Grade::none;
            Grade to_any = Grade::none;
        };
        std::vector<Nearest> nearest(articles_.size());
        for (const auto& pair : grouping_.pairs) {
            const auto origin = made.articles[pair.a].origin;
            if (origin != made.articles[pair.b].origin) {
                continue;
            }
            const auto look = [&](std::uint32_t self, std::uint32_t other) {
                nearest[self].to_any = std::max(nearest[self].to_any, pair.grade);
                if (other == representatives[origin]) {
                    nearest[self].to_representative = pair.grade;
                }
            };
            look(pair.a, pair.b);
            look(pair.b, pair.a);
        }
        for (std::uint32_t i = 0; i < articles_.size(); ++i) {
            auto& article = made.articles[i];
            if (by_story[article.story].size() == 1) {
                article.role = Role::alone;
            } else if (by_origin[article.origin].size() == 1) {
                article.role = Role::independent;
            } else if (representatives[article.origin] == i) {
                article.role = Role::representative;
            } else {
                const auto direct = nearest[i].to_representative;
                article.role = role_of(direct >= Grade::rewrite ? direct : nearest[i].to_any);
            }
        }
    }

    void set_weakest(Clustering& made) const {
        struct Best {
            float story = -1;
            std::uint32_t partner = 0;
        };
        std::vector<Best> best(articles_.size());
        const auto look = [&](std::uint32_t self, std::uint32_t other, float story) {
            if (story > best[self].story) {
                best[self] = {story, other};
            }
        };
        for (const auto& pair : grouping_.pairs) {
            if (grouping_.story_of[pair.a] == grouping_.story_of[pair.b]) {
                look(pair.a, pair.b, pair.story);
                look(pair.b, pair.a, pair.story);
            }
        }
        std::vector<Story*> story_at(articles_.size());
        for (auto& story : made.stories) {
            story_at[story.first] = &story;
        }
        for (std::uint32_t i = 0; i < articles_.size(); ++i) {
            auto& story = *story_at[grouping_.story_of[i]];
            if (best[i].story >= 0 &&
                (best[i].story < story.weakest || story.weakest_article == story.weakest_partner)) {
                story.weakest = best[i].story;
                story.weakest_article = i;
                story.weakest_partner = best[i].partner;
            }
        }
    }

    std::span<const Article> articles_;
    engine::Grouping grouping_;
    std::span<const score::Profile> profiles_;
    std::vector<std::uint32_t> ranks_;
    engine::ArticleTexts texts_;
};

}  // namespace

namespace engine {

Grouping group_stories(std::span<const Article> articles, const ClusterOptions& options) {
    if (options.least == Grade::none) {
        throw Error(ErrorKind::option, "cluster: the grade must be at least related");
    }
    if (articles.size() >= std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorKind::option, "cluster: more articles than can be numbered");
    }
    auto compare = options.compare;
    compare.search = PairSearch::likely;
    compare.least_grade = Grade::none;  // what speaks against a story counts
    compare.shingle_scores = false;
    Grouping grouping{.comparison = Comparison(articles, compare), .pairs = {}, .story_of = {}};
    grouping.pairs = judged_pairs(grouping.comparison);
    grouping.candidates = grouping.comparison.candidates();
    StepCounter steps(compare.progress, "grouping", articles.size());
    const auto links = story_links(grouping.pairs, options.least);
    auto parted =
        cluster::partition(articles.size(), links, partition_rules(options.compare.groups));
    grouping.story_of = std::move(parted.first_of);
    grouping.round_ups = parted.round_ups;
    for (const auto& pair : grouping.pairs) {
        const bool joins = grouping.story_of[pair.a] == grouping.story_of[pair.b];
        grouping.bridges += pair.grade >= options.least && !joins ? 1U : 0U;
    }
    steps.finish();
    return grouping;
}

std::vector<std::vector<std::uint32_t>> members_of(std::span<const std::uint32_t> group_of) {
    std::vector<std::vector<std::uint32_t>> members(group_of.size());
    for (std::uint32_t i = 0; i < group_of.size(); ++i) {
        members[group_of[i]].push_back(i);
    }
    return members;
}

}  // namespace engine

std::string_view role_name(Role role) noexcept {
    return role_names[static_cast<std::size_t>(role)];
}

Clustering cluster_articles(std::span<const Article> articles, const ClusterOptions& options) {
    return Clusterer(articles, options).run();
}

}  // namespace wirecopy
