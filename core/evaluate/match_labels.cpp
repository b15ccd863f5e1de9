// Labels meet the corpus: ids become places, rows become pairs or members of clusters.

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "evaluate/label_classes.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {

namespace {

using evaluate::LabelClass;
using Place = std::uint32_t;

// Where the articles stand; asked, never walked, so that its order reaches no result.
class Places {
public:
    explicit Places(std::span<const Article> articles) {
        if (articles.size() >= std::numeric_limits<Place>::max()) {
            throw Error(ErrorKind::input, "evaluate: more than 4 billion articles");
        }
        places_.reserve(articles.size());
        for (std::size_t i = 0; i < articles.size(); ++i) {
            places_.emplace(articles[i].id, static_cast<Place>(i));
        }
    }

    [[nodiscard]] std::optional<Place> find(std::string_view id) const {
        const auto found = places_.find(id);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::string_view, Place> places_;
};

// A row whose articles are there.
struct Known {
    std::pair<Place, Place> key;  // the same of a pair and the pair turned round
    std::size_t row = 0;
};

class Matcher {
public:
    Matcher(const Labels& labels, std::span<const Article> articles)
        : labels_(labels), places_(articles) {
        matched_.rejected = labels.rejected;
    }

    MatchedLabels match_pairs(const LabelClasses& classes) {
        const auto positive = [&](const Known& known) {
            return evaluate::class_of(labels_.rows[known.row].label, classes) ==
                   LabelClass::positive;
        };
        std::map<std::string_view, std::uint32_t> numbers;
        for (const auto& known : without_repeats(known_pairs(classes), positive)) {
            const auto& row = labels_.rows[known.row];
            const auto number = static_cast<std::uint32_t>(numbers.size());
            const auto [found, is_new] = numbers.emplace(row.label, number);
            if (is_new) {
                matched_.pairs.labels.push_back(row.label);
            }
            matched_.pairs.listed.push_back({.a = *places_.find(row.id_a),
                                             .b = *places_.find(row.id_b),
                                             .label = found->second,
                                             .positive = positive(known)});
        }
        return finish();
    }

    MatchedLabels match_clusters() {
        std::map<std::string_view, std::uint32_t> numbers;
        const auto cluster = [&](const Known& known) {
            const auto number = static_cast<std::uint32_t>(numbers.size());
            return numbers.emplace(labels_.rows[known.row].label, number).first->second;
        };
        auto members = without_repeats(known_articles(), cluster);
        std::ranges::sort(members, {}, &Known::key);
        matched_.pairs.labels = {"other", "same"};
        for (const auto& member : members) {
            matched_.pairs.articles.push_back(member.key.first);
            matched_.pairs.clusters.push_back(cluster(member));
        }
        number_by_first();
        return finish();
    }

private:
    void reject(std::size_t row, std::string id, std::string reason) {
        matched_.rejected.push_back({.source = labels_.source,
                                     .line = labels_.rows[row].line,
                                     .id = std::move(id),
                                     .reason = std::move(reason)});
    }

    // The place of an id, or a rejection of the row.
    [[nodiscard]] std::optional<Place> find_or_reject(std::size_t row, const std::string& id) {
        const auto place = places_.find(id);
        if (!place) {
            reject(row, id, "the corpus has no such article");
        }
        return place;
    }

    [[nodiscard]] std::vector<Known> known_pairs(const LabelClasses& classes) {
        std::vector<Known> known;
        for (std::size_t i = 0; i < labels_.rows.size(); ++i) {
            const auto& row = labels_.rows[i];
            const auto a = find_or_reject(i, row.id_a);
            const auto b = a ? find_or_reject(i, row.id_b) : std::nullopt;
            if (!a || !b) {
                continue;
            }
            if (*a == *b) {
                reject(i, row.id_a, "an article is paired with itself");
            } else if (evaluate::class_of(row.label, classes) == LabelClass::other) {
                ++matched_.other_class;
            } else {
                known.push_back({std::minmax(*a, *b), i});
            }
        }
        return known;
    }

    [[nodiscard]] std::vector<Known> known_articles() {
        std::vector<Known> known;
        for (std::size_t i = 0; i < labels_.rows.size(); ++i) {
            if (const auto place = find_or_reject(i, labels_.rows[i].id_a)) {
                known.push_back({{*place, 0}, i});
            }
        }
        return known;
    }

    // Of rows that say the same the first; none of those that contradict each other. In the order
    // of the file.
    template <typename Meaning>
    [[nodiscard]] std::vector<Known> without_repeats(std::vector<Known> known,
                                                     const Meaning& meaning) {
        std::ranges::stable_sort(known, {}, &Known::key);
        std::vector<Known> kept;
        for (auto begin = known.begin(); begin != known.end();) {
            const auto end = std::find_if(
                begin, known.end(), [&](const Known& other) { return other.key != begin->key; });
            const auto other = std::find_if(begin, end, [&](const Known& repeat) {
                return meaning(repeat) != meaning(*begin);
            });
            if (other == end) {
                kept.push_back(*begin);
            } else {
                reject_contradiction(begin->row, other->row);
            }
            for (auto repeat = begin + 1; repeat != end; ++repeat) {
                if (other == end) {
                    reject(repeat->row, name_of(repeat->row),
                           "was labelled the same on line " + line_of(begin->row));
                } else {
                    reject_contradiction(
                        repeat->row, meaning(*repeat) == meaning(*begin) ? other->row : begin->row);
                }
            }
            begin = end;
        }
        std::ranges::sort(kept, {}, &Known::row);
        return kept;
    }

    void reject_contradiction(std::size_t row, std::size_t other) {
        const bool is_pair = labels_.kind == LabelKind::pairs;
        const auto& said = labels_.rows[row].label;
        const auto& elsewhere = labels_.rows[other].label;
        reject(row, name_of(row),
               (is_pair ? "is labelled " + said + " here, but "
                        : "is in cluster " + said + " here, but in ") +
                   elsewhere + " on line " + line_of(other));
    }

    [[nodiscard]] std::string name_of(std::size_t row) const {
        const auto& [id_a, id_b, label, line] = labels_.rows[row];
        return id_b.empty() ? id_a : id_a + ", " + id_b;
    }

    [[nodiscard]] std::string line_of(std::size_t row) const {
        return std::to_string(labels_.rows[row].line);
    }

    // Clusters are numbered by their first article, whatever was rejected before.
    void number_by_first() {
        std::map<std::uint32_t, std::uint32_t> numbers;
        for (auto& cluster : matched_.pairs.clusters) {
            const auto number = static_cast<std::uint32_t>(numbers.size());
            cluster = numbers.emplace(cluster, number).first->second;
        }
    }

    MatchedLabels finish() {
        std::ranges::stable_sort(matched_.rejected, {}, &Rejected::line);
        return std::move(matched_);
    }

    const Labels& labels_;
    Places places_;
    MatchedLabels matched_;
};

}  // namespace

MatchedLabels match_labels(const Labels& labels, const LabelClasses& classes,
                           std::span<const Article> articles) {
    if (labels.kind == LabelKind::pairs) {
        evaluate::check_classes(labels, classes);
        return Matcher(labels, articles).match_pairs(classes);
    }
    if (!classes.positive.empty() || !classes.negative.empty()) {
        throw Error(ErrorKind::option, "evaluate: " + labels.source +
                                           " has clusters, which are neither positive nor "
                                           "negative; leave these classes out");
    }
    return Matcher(labels, articles).match_clusters();
}

}  // namespace wirecopy
