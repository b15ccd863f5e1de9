// Cluster: which articles tell one story, and which of these come from one report; and what is left
// of a corpus without its copies.
//
//   in      the articles of a corpus
//   out     of each article its story, its origin inside the story and its role there; of each
//           story its origins with their sources; or which articles stay and which leave
//   cost    that of judging the likely pairs (compare.hpp); grouping them is a hundredth of it
//   error   on 1,655 articles in 187 stories adjusted Rand index .94, B-cubed F1 .96
//           (core/cluster/README.md)
//
// Pairs that were never likely speak against a story, so that one article linked to two stories
// does not join them; of an article that tells several stories only its best one counts. A story
// and an origin are named after their first article, in the order of the input. The same answer for
// any number of threads.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

/// What an article is in its story.
enum class Role : std::uint8_t {
    alone,           ///< no other article tells its story
    independent,     ///< the only one of its origin, beside others
    representative,  ///< the one that stands for an origin of several: options.keep says which
    rewrite,         ///< what it is to the representative, or, where that is less than a rewrite,
    edited,          ///< to the member of its origin that it is closest to
    copy,
};
/// As on the command line.
[[nodiscard]] std::string_view role_name(Role role) noexcept;

/// Which of several articles stands for them.
enum class Keep : std::uint8_t {
    earliest,  ///< by day; without one behind all others; then the first of the input
    longest,   ///< in words; of equally long ones the earliest
    source,    ///< of the outlet that options.keep_source names, whatever it is called; then the
               ///< earliest
};

struct ClusterOptions {
    /// How pairs are judged; always likely ones, whatever `search` says. With `groups` articles of
    /// different ones alone speak for and against each other; two of one group are in one story
    /// where others join them.
    CompareOptions compare = {};
    /// What makes two articles belong together. From rewrite on stories are as narrow as origins.
    Grade least = Grade::related;
    Keep keep = Keep::earliest;
    std::string keep_source = {};
};

struct ClusteredArticle {
    std::uint32_t story = 0;   ///< place of the story's first article
    std::uint32_t origin = 0;  ///< place of the origin's first article
    Role role = Role::alone;

    friend bool operator==(const ClusteredArticle&, const ClusteredArticle&) = default;
};

/// One report and what was made of it.
struct Origin {
    std::uint32_t first = 0;           ///< its first article
    std::uint32_t representative = 0;  ///< see Role
    std::uint64_t articles = 0;
    /// The outlet that most of its articles say they have the report from; empty where there is
    /// none. Of articles alone in their story it is not looked for.
    std::string source;
    bool absent = false;  ///< that outlet has no article in this origin
};

struct Story {
    std::uint32_t first = 0;
    std::uint64_t articles = 0;
    std::uint64_t outlets = 0;    ///< different ones, of articles that name theirs
    std::vector<Origin> origins;  ///< by their first articles
    /// The article that hangs by the least: the highest story probability that it has with any
    /// other of the story, and with which. Of one article 1, and itself.
    float weakest = 1;
    std::uint32_t weakest_article = 0;
    std::uint32_t weakest_partner = 0;
};

struct Clustering {
    std::vector<ClusteredArticle> articles;  ///< in input order
    std::vector<Story> stories;              ///< by their first articles
    std::uint64_t bridges = 0;     ///< pairs of the least grade or above in different stories
    std::uint64_t round_ups = 0;   ///< articles that tell several stories
    std::uint64_t candidates = 0;  ///< pairs that were judged
};

/// Throws as Comparison does, and Error{option} for the grade none, and for more than 2^32 - 2
/// articles.
[[nodiscard]] Clustering cluster_articles(std::span<const Article> articles,
                                          const ClusterOptions& options = {});

/// An article that leaves, and the one that stays in its place.
struct RemovedArticle {
    std::uint32_t article = 0;
    std::uint32_t kept = 0;
    Grade grade = Grade::none;  ///< of the pair, never below options.least
    float story = 0;
    float derived = 0;
    float jaccard = 0;
};

struct SourceShare {
    std::string source;  ///< as the articles say it
    std::uint64_t articles = 0;
    std::uint64_t removed = 0;
};

struct Deduplication {
    std::vector<std::uint32_t> kept;      ///< ascending
    std::vector<RemovedArticle> removed;  ///< by `article`
    std::uint64_t largest_cluster = 0;    ///< articles
    std::uint64_t bridges = 0;            ///< as of a Clustering
    std::uint64_t candidates = 0;         ///< as of a Clustering
    std::vector<SourceShare> sources;     ///< that lose articles, most removed first
};

/// Which articles can leave: each has been compared with the one that stays, or articles of the
/// very same words have, and is at least of the grade options.least (edited is usual). The one that
/// options.keep prefers stays. An article without words matches none. Throws as cluster_articles,
/// and Error{option} for groups.
[[nodiscard]] Deduplication deduplicate(std::span<const Article> articles,
                                        const ClusterOptions& options);

}  // namespace wirecopy
