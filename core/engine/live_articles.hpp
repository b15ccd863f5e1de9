// Live articles: a corpus that grows and shrinks, each article of which is judged with the others
// as it comes.
//
//   in      articles, one after the other; numbers of those that leave
//   out     of each the likely pairs that it makes with those that are there
//   cost    README.md has it: .4 to 2 ms an article; 20 kB of memory
//   error   as candidates.hpp. Within one epoch the pairs of all articles are, to the last bit,
//           those that Comparison finds in them in the order they came, as long as their days do
//           not fall and none was taken away: a test compares the two
//
// An article is weighed by the epoch it came under and keeps these weights. A new epoch begins
// after every so many articles, and is learned from these.

#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/candidates.hpp"
#include "engine/epoch.hpp"
#include "engine/judge.hpp"
#include "engine/shingle_scorer.hpp"
#include "index/growing_postings.hpp"
#include "score/growing_company.hpp"
#include "score/growing_graph.hpp"
#include "score/resemblance.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::engine {

struct LiveOptions {
    /// base_rate, use_credit, tables and window_days are heeded.
    CompareOptions compare;
    /// After so many articles a new epoch begins, at first sooner; 0: never.
    std::size_t epoch_articles = 0;
    /// Of what articles are judged by so much is kept, where they can be read again; 0: all of it.
    std::uint64_t most_made_bytes = 0;
};

/// Another article and what the pair is.
struct LiveMatch {
    std::uint32_t other = 0;
    PairVerdict verdict;

    bool operator==(const LiveMatch&) const = default;
};

/// What makes an article a neighbour of earlier ones, found when it came.
struct Ties {
    std::vector<score::Neighbour> near;  ///< by rare terms; by number
    std::vector<std::uint32_t> sharing;  ///< runs of words, or all words; ascending
    bool is_repeat = false;
    std::uint32_t group_first = 0;  ///< of articles of the very same words
    std::uint32_t group_count = 0;
};

/// What must be known of an article to take it in again as it was.
struct LiveKept {
    bool is_repeat = false;
    std::int32_t window_day = 0;
    std::int32_t latest_day = 0;
    std::uint32_t epoch = 0;
    std::uint32_t group_first = 0;  ///< of articles of the very same words
    std::uint32_t group_count = 0;
    std::vector<score::Neighbour> near;  ///< Ties
    std::vector<std::uint32_t> sharing;
};

/// Where articles and epochs are read again: what articles are judged by is made of them.
struct LiveSource {
    std::function<Article(std::uint32_t number)> article;
    std::function<EpochCounts(std::uint32_t epoch)> epoch;
};

/// All that is known of the articles but what their texts say: what makes an index quick to open.
struct LiveLookup {
    struct Entry {
        std::uint64_t text_hash = 0;
        std::uint64_t repeat_key = 0;
        std::int32_t window_day = 0;
        std::int32_t latest_day = 0;
        std::uint32_t epoch = 0;
        std::uint32_t group_first = 0;
        std::uint32_t group_count = 0;
        std::uint32_t sharing_count = 0;
        std::uint32_t is_there = 0;
        std::uint32_t is_repeat = 0;
    };
    std::uint32_t first = 0;
    std::int32_t latest_day = 0;
    std::uint32_t epoch = 0;
    std::vector<Entry> entries;          ///< from `first` on, holes among them
    std::vector<std::uint32_t> sharing;  ///< of entry after entry
    std::vector<std::uint32_t> learned;  ///< from whom the next epoch is learned
    index::GrowingPostings::Lists terms;
    index::GrowingPostings::Lists runs;
    std::uint64_t posted = 0;
    score::GrowingGraph::Lists graph;
};

class LiveArticles {
public:
    explicit LiveArticles(LiveOptions options);

    /// What an article is judged by.
    struct Made {
        score::Profile profile;
        Wording wording;
    };
    /// An article made ready under the epoch of now.
    struct Ready {
        Made made;
        std::vector<NamedCredit> credits;
        std::int32_t window_day = no_day;  ///< its own, or the latest before it
    };
    static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

    /// Prepares an article; where `is_new` the next epoch learns from it, which begins here when
    /// it is time.
    [[nodiscard]] Ready prepare(const Article& article, bool is_new);

    /// Takes the article in. Returns its number, above all before.
    std::uint32_t add(Ready&& ready);
    /// Takes it out again. Nothing where there is none of this number.
    void remove(std::uint32_t number);
    /// What to keep of it. Requires: it is the last that was added.
    [[nodiscard]] LiveKept kept(std::uint32_t number) const;

    /// For an index that is read back: articles by number, those that left are passed over.
    /// `counts`: of the epoch that the next ones came under; nothing for the first.
    void begin_epoch(std::uint32_t number, const EpochCounts& counts);
    /// The article again; with `learns` the next epoch learns from it.
    [[nodiscard]] Ready prepare_again(const Article& article, std::uint32_t number, bool learns);
    void restore(std::uint32_t number, Ready&& ready, const LiveKept& kept);

    /// Requires: nothing was added.
    void read_from(LiveSource source) { source_ = std::move(source); }
    /// Of what articles are judged by, whatever is beyond most_made_bytes: first what was not
    /// looked at for long. It is made anew when it is looked at, and the same. Nothing without a
    /// source.
    void release();

    /// What a lookup file holds.
    [[nodiscard]] LiveLookup lookup() const;
    /// The state that it was taken of; articles are made anew when they are looked at. Requires: a
    /// source, and nothing was added. Throws Error{format} for what `lookup` cannot have given.
    void restore(const LiveLookup& lookup);
    /// Takes all of them out; what they have in common with others is not looked at any more. Each
    /// is there.
    void remove_all(std::span<const std::uint32_t> numbers);
    /// From whom the next epoch is learned: numbers, those that left among them.
    [[nodiscard]] std::span<const std::uint32_t> learned() const noexcept { return learned_; }
    /// Its neighbours in the graph of likely pairs. Requires: it is there.
    [[nodiscard]] std::span<const score::Neighbour> neighbours(
        std::uint32_t number) const noexcept {
        return graph_.of(number);
    }

    /// The number that the next article gets. Requires: none above it is there.
    void continue_at(std::uint32_t number, std::int32_t latest_day);

    /// The epoch that began when the last article was prepared, if one did.
    [[nodiscard]] const std::optional<EpochCounts>& begun() const noexcept { return begun_; }

    /// The oldest article that is there; none in an empty corpus.
    [[nodiscard]] std::optional<std::uint32_t> oldest() const noexcept;

    /// Its pairs with all others, by number, but for those that speak neither for nor much against
    /// one story. Requires: it is there.
    [[nodiscard]] std::vector<LiveMatch> matches(std::uint32_t number);
    /// The same of an article that is asked about and not taken in; and, of those that `choose`
    /// names, verdicts with nothing but jaccard and the containments.
    struct Asked {
        std::vector<LiveMatch> matches;
        std::vector<PairVerdict> shingled;
    };
    using Choose = std::function<std::vector<std::uint32_t>(std::span<const LiveMatch>)>;
    [[nodiscard]] Asked matches_with_shingles(Ready&& ready, const Choose& choose);

    /// The first epoch is to be learned from this article too. Requires: none was added.
    void learn(const Article& article);

    /// Of an article with others: verdicts with nothing but jaccard and the containments.
    [[nodiscard]] std::vector<PairVerdict> shingle_scores(std::uint32_t number,
                                                          std::span<const std::uint32_t> others);

    [[nodiscard]] bool contains(std::uint32_t number) const noexcept {
        return number >= first_ && number - first_ < articles_.size() &&
               articles_[number - first_].is_there;
    }
    [[nodiscard]] std::size_t size() const noexcept { return live_; }
    /// Of what articles are judged by, now in memory.
    [[nodiscard]] std::uint64_t made_bytes() const noexcept { return made_bytes_; }
    /// The number that the next article gets.
    [[nodiscard]] std::uint32_t next() const noexcept {
        return first_ + static_cast<std::uint32_t>(articles_.size());
    }
    /// Requires: it is there.
    [[nodiscard]] std::int32_t window_day(std::uint32_t number) const noexcept {
        return at(number).window_day;
    }
    /// The latest day of any article so far.
    [[nodiscard]] std::int32_t latest_day() const noexcept { return latest_day_; }
    [[nodiscard]] const Epoch& epoch() const noexcept { return epoch_; }
    [[nodiscard]] std::uint32_t epoch_number() const noexcept { return epoch_number_; }

private:
    struct Entry {
        bool is_there = false;
        bool is_repeat = false;
        bool is_leaving = false;     // with others, one after the other
        bool was_looked_at = false;  // since it was last considered for release
        std::uint32_t made_bytes = 0;
        std::int32_t window_day = no_day;
        std::int32_t latest_day = no_day;  // of all up to here
        std::uint32_t epoch = 0;
        std::uint32_t group_first = 0;
        std::uint32_t group_count = 0;
        std::uint64_t text_hash = 0;
        std::uint64_t repeat_key = 0;
        std::vector<std::uint32_t> sharing;  // others it shares runs with, ascending
        std::unique_ptr<const Made> made;    // none: to be made again when it is looked at
    };
    using PastEpoch = std::pair<std::uint32_t, Epoch>;
    struct Group {
        std::uint32_t first;
        std::uint32_t count;
    };

    [[nodiscard]] const Entry& at(std::uint32_t number) const noexcept {
        return articles_[number - first_];
    }
    [[nodiscard]] Entry& at(std::uint32_t number) noexcept { return articles_[number - first_]; }
    [[nodiscard]] const Made& made(std::uint32_t number) {
        auto& entry = at(number);
        if (!entry.made) {
            keep_made(number, make_again(number));
        }
        entry.was_looked_at = true;
        return *entry.made;
    }
    // Fetches what will be looked at of the items behind the one at `i`: profiles lie far apart.
    template <typename Item>
    void look_ahead(std::span<const Item> items, std::size_t i) const noexcept {
        constexpr std::size_t to_entry = 8;
        constexpr std::size_t to_profile = 5;
        constexpr std::size_t to_lists = 2;
        const auto profile_of = [&](std::size_t ahead) -> const score::Profile* {
            const auto* made =
                i + ahead < items.size() ? at(items[i + ahead].article).made.get() : nullptr;
            return made != nullptr ? &made->profile : nullptr;
        };
        if (i + to_entry < items.size()) {
            __builtin_prefetch(&at(items[i + to_entry].article).made);
        }
        if (const auto* profile = profile_of(to_profile)) {
            score::Resemblance::prefetch_itself(*profile);
        }
        if (const auto* profile = profile_of(to_lists)) {
            score::Resemblance::prefetch(*profile);
        }
    }
    [[nodiscard]] JudgedArticle judged(std::uint32_t number) {
        return {made(number).profile, made(number).wording};
    }
    [[nodiscard]] Made make_again(std::uint32_t number);
    void keep_made(std::uint32_t number, Made&& made);
    void forget_made(std::uint32_t number) noexcept;
    [[nodiscard]] bool may_release() const noexcept {
        return options_.most_made_bytes > 0 && source_.article != nullptr;
    }
    [[nodiscard]] const Epoch& epoch_of(std::uint32_t number);
    void learn_restored();
    // After so many articles the next epoch begins.
    [[nodiscard]] std::size_t epoch_length() const noexcept;
    [[nodiscard]] bool may_meet(std::int32_t a, std::int32_t b) const noexcept;
    [[nodiscard]] bool may_be_pair(const Ready& ready, std::uint32_t other) const noexcept;
    template <typename Visit>
    void for_equal_texts(const Ready& ready, std::uint32_t first, const Visit& visit);
    [[nodiscard]] std::uint32_t first_within(std::optional<unsigned> days,
                                             std::int32_t day) const noexcept;
    [[nodiscard]] Ties find_ties(const Ready& ready, std::uint32_t number, bool takes_in);
    std::uint32_t place(Ready&& ready, const Ties& ties);
    void post(std::uint32_t number);
    void note_text(std::uint32_t number);
    void note_group(std::uint32_t number);
    void take_out(std::uint32_t number);
    void renew_postings();

    LiveOptions options_;
    feature::Prior prior_;
    Judge judge_;
    Epoch epoch_;
    std::uint32_t epoch_number_ = 0;
    std::uint64_t learned_from_ = 0;  // so many articles
    EpochLearner learner_;
    std::vector<std::uint32_t> learned_;  // the learner knows all but the first of these
    std::size_t restored_learned_ = 0;    // which are so many
    LiveSource source_;
    std::deque<PastEpoch> past_epochs_;     // few, the last used first
    std::deque<std::uint32_t> made_order_;  // those that may be released, in turn
    std::uint64_t made_bytes_ = 0;
    std::optional<EpochCounts> begun_;
    bool is_taught_ = false;  // the first epoch is learned when the first article comes
    ArticlePreparer preparer_;
    ShingleScorer shingle_scorer_;
    std::deque<Entry> articles_;
    std::uint32_t first_ = 0;
    std::size_t live_ = 0;
    std::int32_t latest_day_ = no_day;
    index::GrowingPostings terms_;
    index::GrowingPostings runs_{false};
    std::size_t posted_ = 0;  // articles in the postings, those that left included
    score::GrowingGraph graph_;
    score::GrowingCompany company_{graph_};
    score::Resemblance resemblance_;                    // of the article that comes
    std::unordered_map<std::uint64_t, Group> repeats_;  // asked, never walked
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> texts_;  // the same
};

}  // namespace wirecopy::engine
