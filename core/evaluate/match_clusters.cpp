// Two files of clusters meet: the labelled articles are the corpus in which both are matched.

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "wirecopy/error.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {

namespace {

constexpr std::uint32_t no_cluster = ~std::uint32_t{0};

void require_clusters(const Labels& labels) {
    if (labels.kind != LabelKind::clusters) {
        throw Error(ErrorKind::input,
                    labels.source + ": has labels of pairs; clusters need columns id, cluster");
    }
}

// One article for each id, in the order of the file.
std::vector<Article> articles_of(const Labels& labels, std::set<std::string_view>& ids) {
    std::vector<Article> articles;
    for (const auto& row : labels.rows) {
        if (ids.insert(row.id_a).second) {
            articles.emplace_back().id = row.id_a;
        }
    }
    return articles;
}

// The cluster of every article, or no_cluster.
std::vector<std::uint32_t> cluster_by_place(const LabelledPairs& pairs, std::size_t articles) {
    std::vector<std::uint32_t> clusters(articles, no_cluster);
    for (std::size_t i = 0; i < pairs.articles.size(); ++i) {
        clusters[pairs.articles[i]] = pairs.clusters[i];
    }
    return clusters;
}

}  // namespace

MatchedClusters match_clusters(const Labels& labelled, const Labels& predicted) {
    require_clusters(labelled);
    require_clusters(predicted);
    std::set<std::string_view> ids;
    const auto articles = articles_of(labelled, ids);
    MatchedClusters matched;
    std::set<std::string_view> said;
    Labels judged{.source = predicted.source, .kind = predicted.kind, .rows = {}, .rejected = {}};
    judged.rejected = predicted.rejected;
    for (const auto& row : predicted.rows) {
        if (ids.contains(row.id_a)) {
            judged.rows.push_back(row);
            said.insert(row.id_a);
        } else {
            ++matched.unlabelled;
        }
    }
    auto truth = match_labels(labelled, {}, articles);
    auto answer = match_labels(judged, {}, articles);
    matched.rejected = std::move(truth.rejected);
    std::ranges::move(answer.rejected, std::back_inserter(matched.rejected));

    const auto labels = cluster_by_place(truth.pairs, articles.size());
    const auto predictions = cluster_by_place(answer.pairs, articles.size());
    auto next_alone = static_cast<std::uint32_t>(articles.size());  // above all numbers in use
    std::set<std::string_view> named;
    for (const auto& row : labelled.rows) {
        if (!named.insert(row.id_a).second) {
            continue;
        }
        const auto place = named.size() - 1;
        const bool is_alone = !said.contains(row.id_a);
        if (labels[place] == no_cluster || (predictions[place] == no_cluster && !is_alone)) {
            continue;  // rejected above
        }
        if (is_alone) {
            matched.alone.push_back({.source = labelled.source,
                                     .line = row.line,
                                     .id = row.id_a,
                                     .reason = "is in no cluster of " + predicted.source +
                                               ", which counts as one of its own"});
        }
        matched.labelled.push_back(labels[place]);
        matched.predicted.push_back(is_alone ? next_alone++ : predictions[place]);
    }
    return matched;
}

}  // namespace wirecopy
