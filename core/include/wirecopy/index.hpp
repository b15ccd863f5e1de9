// Index: a corpus that grows and shrinks. Each article that comes is told what it is to those that
// are there, which story it tells and from which report.
//
//   in      articles, one after the other; ids of those that leave; articles to ask about
//   out     of each its matches, its story and its origin, and which stories merged or split by it
//   cost    500 us an article of 500 words where few tell the same, 1.4 ms where there are eighty
//           neighbours (core/engine/README.md); some 20 kB of memory an article
//   error   as pairs and clusters of a whole corpus (compare.hpp, cluster.hpp). Within one epoch of
//           document frequencies the pairs of all articles are those that Comparison finds in them
//           in the order they came, as long as their days do not fall and none was taken away
//
// Articles are weighed by an epoch: what is known of terms, boilerplate and credits when it begins.
// The first one knows the prior alone and ends after 500 articles; each is learned from those of
// the one before and ends after twice as many as that, at most epoch_articles, so that where epochs
// begin is a matter of the articles alone. An article keeps the
// weights it came with.
//
// Ids of stories and origins are given at birth and kept. When stories merge, the one that has most
// articles goes on and the ids of the others mean it from then on; when one splits, its largest
// part goes on and the others begin new stories. The verdicts on which a story rests are those of
// the day its articles came.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

struct IndexOptions {
    // These change the answers.
    double base_rate = 0;    ///< as CompareOptions
    bool use_credit = true;  ///< the same
    std::size_t ngram = 5;   ///< the same
    Tables tables = {};
    /// Days that may lie between two articles of a pair; of one without a date the day of the
    /// latest before it counts. None: any.
    std::optional<unsigned> window_days = {};
    /// Whether an article leaves when the latest is more than window_days younger.
    bool expires = false;
    /// The most articles that are there at once: the oldest leave. 0: any number.
    std::size_t most_articles = 0;
    /// A new epoch begins after at most so many articles; 0: there is one alone.
    std::size_t epoch_articles = 10'000;
    // These change what answers show.
    Grade least_grade = Grade::related;  ///< of a match
    std::size_t most_matches = 10;       ///< in an answer, best first
    // This changes only the cost.
    unsigned threads = 1;  ///< to learn an epoch; articles are taken one by one
};

struct IndexMatch {
    std::string id;
    PairVerdict verdict;  ///< a: the article asked about, b: this one
};

/// An outlet that an article credits, as it is called there.
struct IndexCredit {
    std::string outlet;
    CreditRole role = CreditRole::side_fact;
};

struct StoryEvent {
    bool is_merge = false;   ///< else a split
    std::uint64_t from = 0;  ///< merged: means `into` from now on; split: goes on
    std::uint64_t into = 0;  ///< split: began now
};

struct IndexAnswer {
    std::string id;
    std::uint64_t story = 0;          ///< 0 where the article was only asked about and matches none
    std::uint64_t origin = 0;         ///< the same
    Grade grade = Grade::none;        ///< of the best match
    bool novel = true;                ///< nothing there comes from the same report
    bool unchanged = false;           ///< the very same article was there: nothing was done
    std::vector<IndexMatch> matches;  ///< best first; ties in the order they came
    std::vector<IndexCredit> credits;  ///< in the order of the text
    /// By this article, and by those that left for it; the same when it comes again unchanged, so
    /// that whoever lost the first answer learns of them.
    std::vector<StoryEvent> events;
};

/// check: read, with everything made anew from the records, and Error{format} where the lookup
/// file says otherwise or is damaged.
enum class IndexAccess : std::uint8_t { read, write, check };

/// What there is of an index.
struct IndexInfo {
    IndexOptions options;
    std::uint64_t articles = 0;
    std::uint64_t stories = 0;
    std::uint32_t epoch = 0;                 ///< its number, from 0
    std::optional<std::int32_t> latest_day;  ///< of any article so far, from 1970-01-01
    std::uint64_t disk_bytes = 0;
};

/// The day of a date as articles have it, counted from 1970-01-01; nothing where it is none.
[[nodiscard]] std::optional<std::int32_t> day_of_date(std::string_view date);

/// Not safe from several threads. What throws Error{option} leaves the index as it was; after any
/// other error it must be opened anew, and is then as it was at the last commit.
class Index {
public:
    /// In memory. Throws as Comparison does, and Error{option} where articles are to expire without
    /// a window.
    explicit Index(const IndexOptions& options = {});

    /// In a folder, which one process writes while others read. To write, it is made where it is
    /// not there. `options`: nothing takes those that it was made with. What came since the last
    /// checkpoint is read back: 180 to 700 us an article; so are all where the lookup file is
    /// damaged. Throws Error{parameters} for options that change answers and are not those it was
    /// made with, Error{format} where it is damaged or of another version, Error{input} and
    /// Error{output} where it cannot be read or written.
    /// `memory_bytes`: of what articles are judged by, some 12 kB each, so much is kept in memory;
    /// the rest is made again of their texts when it is looked at, at some 300 us. 0: all is kept.
    /// Answers are the same.
    Index(const std::string& folder, IndexAccess access, const IndexOptions* options = nullptr,
          std::uint64_t memory_bytes = 0);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    /// Takes an article in, in the place of the one with its id, if there is one. The very same
    /// article a second time changes nothing.
    IndexAnswer add(const Article& article);

    /// Learns the epoch from these articles without taking them in; before the first is added.
    /// Throws Error{option} when it is not empty.
    void learn(const Article& article);

    /// Whether there was an article of this id, which is there no more.
    bool remove(std::string_view id);
    /// Takes out all articles of days before this one, counted from 1970-01-01. How many it were.
    std::size_t expire_before(std::int32_t day);

    /// What adding the article would answer, but for ids of stories and origins that would be born.
    [[nodiscard]] IndexAnswer query(const Article& article);
    /// The same of an article that is there; nothing where it is not.
    [[nodiscard]] std::optional<IndexAnswer> query(std::string_view id);

    /// All that was done is on the disk when it returns; before, none of it may be. Nothing in
    /// memory. Throws Error{output}: the folder is then as it was at the commit before.
    void commit();

    /// The same, and writes the lookup file, by which the next opening takes 6 to 25 us an
    /// article; now and then commit does so too. Nothing where few articles came or left since: 32,
    /// and one more of each 64 that are there. Throws Error{output} where it cannot be written:
    /// what was done is kept all the same.
    void checkpoint();

    /// What answers show from now on.
    void show(Grade least_grade, std::size_t most_matches) noexcept;

    [[nodiscard]] IndexInfo info() const;
    /// The same of a folder, without opening it: as it was at the last commit, in 1 us an article.
    /// Throws as opening it to read does.
    [[nodiscard]] static IndexInfo info_of(const std::string& folder);
    /// How many articles are not in the story that their pairs put them in, all looked at anew: 0
    /// in an index that is whole. Articles that hang together by more than 3,000 are passed over.
    [[nodiscard]] std::uint64_t misplaced() const;

    /// Makes the file of a folder as small as it can be. Nobody else may write it meanwhile; who
    /// reads it goes on with what was there. Throws as opening does.
    static void compact(const std::string& folder);

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool contains(std::string_view id) const;
    /// What the id of a story means now.
    [[nodiscard]] std::uint64_t resolved_story(std::uint64_t story) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy
