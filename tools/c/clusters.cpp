#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "articles.hpp"
#include "names.hpp"
#include "options.hpp"
#include "status.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/report.hpp"

struct wirecopy_clusters {
    std::vector<wirecopy_clustered> all;
    std::string stories;
};

struct wirecopy_dedup {
    std::vector<uint64_t> kept;
    std::vector<wirecopy_removed> removed;
};

extern "C" {

wirecopy_status wirecopy_clusters_find(const wirecopy_articles* articles,
                                       const wirecopy_options* options,
                                       wirecopy_clusters** clusters) {
    return wirecopy::c::make_handle(clusters, [&] {
        wirecopy::c::require(articles, "articles");
        auto wanted = wirecopy::c::cluster_options(options, wirecopy::Grade::related);
        wanted.compare.groups = wirecopy::c::groups_of(articles->all, options);
        const auto found = wirecopy::cluster_articles(articles->all, wanted);
        auto made = std::make_unique<wirecopy_clusters>();
        made->all.reserve(found.articles.size());
        for (const auto& article : found.articles) {
            made->all.push_back({.story = article.story,
                                 .origin = article.origin,
                                 .role = static_cast<int32_t>(article.role),
                                 .reserved = 0});
        }
        wirecopy::write_stories(found, articles->all, wirecopy::PairFormat::jsonl,
                                [&](std::string_view block) { made->stories += block; });
        return made;
    });
}

void wirecopy_clusters_free(wirecopy_clusters* clusters) {
    const std::unique_ptr<wirecopy_clusters> owner(clusters);
}

size_t wirecopy_clusters_count(const wirecopy_clusters* clusters) {
    return clusters == nullptr ? 0 : clusters->all.size();
}

const wirecopy_clustered* wirecopy_clusters_data(const wirecopy_clusters* clusters) {
    return clusters == nullptr || clusters->all.empty() ? nullptr : clusters->all.data();
}

const char* wirecopy_clusters_stories(const wirecopy_clusters* clusters) {
    return clusters == nullptr ? nullptr : clusters->stories.c_str();
}

wirecopy_status wirecopy_dedup_find(const wirecopy_articles* articles,
                                    const wirecopy_options* options, wirecopy_dedup** dedup) {
    return wirecopy::c::make_handle(dedup, [&] {
        wirecopy::c::require(articles, "articles");
        const auto found = wirecopy::deduplicate(
            articles->all, wirecopy::c::cluster_options(options, wirecopy::Grade::edited));
        auto made = std::make_unique<wirecopy_dedup>();
        made->kept.assign(found.kept.begin(), found.kept.end());
        made->removed.reserve(found.removed.size());
        for (const auto& removed : found.removed) {
            made->removed.push_back({.article = removed.article,
                                     .kept = removed.kept,
                                     .grade = static_cast<int32_t>(removed.grade),
                                     .story = removed.story,
                                     .derived = removed.derived,
                                     .jaccard = removed.jaccard});
        }
        return made;
    });
}

void wirecopy_dedup_free(wirecopy_dedup* dedup) {
    const std::unique_ptr<wirecopy_dedup> owner(dedup);
}

size_t wirecopy_dedup_kept_count(const wirecopy_dedup* dedup) {
    return dedup == nullptr ? 0 : dedup->kept.size();
}

const uint64_t* wirecopy_dedup_kept(const wirecopy_dedup* dedup) {
    return dedup == nullptr || dedup->kept.empty() ? nullptr : dedup->kept.data();
}

size_t wirecopy_dedup_removed_count(const wirecopy_dedup* dedup) {
    return dedup == nullptr ? 0 : dedup->removed.size();
}

const wirecopy_removed* wirecopy_dedup_removed(const wirecopy_dedup* dedup) {
    return dedup == nullptr || dedup->removed.empty() ? nullptr : dedup->removed.data();
}

}  // extern "C"
