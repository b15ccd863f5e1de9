// Compare: what two articles are to each other, by grade and probability.
//
//   in      the articles of a corpus, which also give the term weights
//   out     a verdict for any pair of them
//   cost    150 us an article to prepare and the graph of all pairs (2 CPU seconds for 5,000
//           articles); then 1 us a pair that shares little, 10 to 60 us one that shares much
//   error   probabilities are calibrated for candidate pairs of a news stream
//           (core/score/README.md); exact, no sketches
//
// A pair is judged in the company of its corpus: articles that both resemble speak for it. What a
// verdict rests on comes as an Explanation, with places in both texts.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

struct PairVerdict {
    Grade grade = Grade::none;
    float story = 0;          ///< P(same event)
    float derived = 0;        ///< P(from the same report), never above story
    float jaccard = 0;        ///< of word shingles
    float containment_a = 0;  ///< share of the shingles of a that b has
    float containment_b = 0;

    friend bool operator==(const PairVerdict&, const PairVerdict&) = default;
};

/// Which pairs of a corpus are compared with each other.
enum class PairSearch : std::uint8_t {
    all,     ///< every pair: exact, and for small corpora alone
    likely,  ///< those that rare terms, common neighbours and shared passages find: .98 of what
             ///< comparing all would grade (core/engine/README.md)
};

/// How much memory of its own a comparison keeps, and where what is beyond goes.
struct MemoryBound {
    std::uint64_t bytes = 0;  ///< of the process, as the system counts; 0: any
    std::string folder = {};  ///< for a file without a name, made when it is needed
    bool is_firm = true;      ///< false: a run that needs more has the least it needs
};

/// The least of which a comparison of so many articles on so many threads can do its work.
[[nodiscard]] std::uint64_t least_memory(std::size_t articles, unsigned threads) noexcept;

struct CompareOptions {
    // These change the verdicts.
    std::size_t ngram = 5;  ///< width of the shingles of jaccard and the containments
    /// Share of same events among the candidate pairs of the stream at hand; 0: as the model has
    /// it. More moves both probabilities up.
    double base_rate = 0;
    bool use_credit = true;  ///< false: as if no article said where it has its report from
    Tables tables = {};
    PairSearch search = PairSearch::all;
    /// Of likely pairs: days that may lie between the dates of two articles, as far as these are
    /// known. None: any.
    std::optional<unsigned> window_days = {};
    Grade least_grade = Grade::none;  ///< likely pairs of a weaker one are left out
    bool shingle_scores = true;       ///< false: of likely pairs jaccard and containments are 0
    /// When given, one an article: only pairs of different groups are judged for compare_all() and
    /// compare_likely(), but every pair in the company of all articles.
    std::vector<std::uint32_t> groups = {};
    // These change only the cost.
    unsigned threads = 0;  ///< 0: as many as the machine has
    /// Stages: preparing, weighing, candidates, judging; of clusters grouping.
    Progress progress = {};
    /// When given, a text is read by it when it is looked at, once or twice, on several threads,
    /// and Article::text is not looked at: so that texts need not be in memory.
    TextSource texts = {};
    /// Of likely pairs. Error{option} when it is firm and below least_memory(), Error{input} where
    /// the folder takes no file or its disk is full.
    MemoryBound memory = {};
    /// Of likely pairs. When given, a folder in which what is done is kept, block by block: the
    /// same comparison goes on there after its process was ended, with the same result.
    /// Error{option} when what is there is of other articles or options, Error{input} when another
    /// process works on it or it cannot be written. What is damaged is done anew. See forget_run().
    std::string kept_run = {};
};

/// Removes what a comparison or a CopySearch kept in a folder, and the folder when nothing else is
/// there.
void forget_run(const std::string& folder);

/// Part of a text, from where it begins to behind its end.
struct TextSpan {
    std::uint64_t begin_byte = 0;
    std::uint64_t end_byte = 0;
    std::uint64_t begin_code_point = 0;
    std::uint64_t end_code_point = 0;

    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// How an article says something. Without places: it does not.
struct Mention {
    std::string text;              ///< as at the first place; of a name, in its fullest form
    std::vector<TextSpan> places;  ///< in order
};

/// Something that one article says or both.
struct Evidence {
    Mention a;
    Mention b;
    double nats = 0;  ///< what it tells: -ln of the share of articles expected to say it
};

/// What tells most comes first.
struct EvidenceLists {
    std::vector<Evidence> shared;
    std::vector<Evidence> conflicting;  ///< the same things counted, with another outcome
    std::vector<Evidence> only_a;
    std::vector<Evidence> only_b;
};

/// What stands in the place of what; begins where it ends on the side that has nothing there.
struct PassageEdit {
    TextSpan a;
    TextSpan b;
};

/// A passage that stands in both articles, word for word or lightly edited; one place in each.
struct CopiedSpan {
    Mention a;
    Mention b;
    std::uint64_t equal_words = 0;
    std::vector<PassageEdit> edits;  ///< in order
};

/// In what role an article names an outlet, from the weakest on: without credit, credited for one
/// matter, credited with the report.
enum class CreditRole : std::uint8_t { mention, side_fact, source };
[[nodiscard]] std::string_view credit_role_name(CreditRole role) noexcept;

struct CreditEvidence {
    std::string outlet;
    CreditRole role = CreditRole::mention;
    Mention name;
    Mention phrase;  ///< the clause that credits
};

struct FeatureEvidence {
    std::string name;
    double value = 0;
    double story = 0;    ///< what it adds to the log-odds of story, beside a middling pair
    double derived = 0;  ///< the same of derived, given one event
};

struct ExplainedArticle {
    std::string id;
    std::string title;
    std::string source;
    std::string date;
    std::string language;  ///< "english", ...; empty when none was recognised
    std::uint64_t words = 0;
    double nats = 0;                      ///< what its terms tell, each once
    double shared = 0;                    ///< share of these that the other article tells too
    double copied = 0;                    ///< share of its words inside copied spans
    std::vector<Mention> own_sentences;   ///< hardly told by the other; what tells most first
    std::vector<CreditEvidence> credits;  ///< none where credit is not to be used
};

/// Which article stands in the other, for the most part and word for word; neither below partial.
enum class Direction : std::uint8_t { neither, a_in_b, b_in_a, both };
[[nodiscard]] std::string_view direction_name(Direction direction) noexcept;

/// What the verdict on a pair rests on.
struct Explanation {
    ExplainedArticle a;
    ExplainedArticle b;
    PairVerdict verdict;
    std::string rule;    ///< what decided, in a word: core/score/reason.hpp lists them
    std::string reason;  ///< the same in a sentence or two
    Direction direction = Direction::neither;
    std::uint64_t corpus_articles = 0;  ///< that gave weights and company
    double story_start = 0;             ///< log-odds of a middling pair; with `features` the pair's
    double derived_start = 0;
    std::vector<FeatureEvidence> features;  ///< none of equal texts: they are copies unweighed
    std::vector<Evidence> terms;            ///< content words, names and numbers that both have
    std::vector<Evidence> phrases;          ///< terms in a row in both, outside copied spans
    std::vector<Evidence> quotations;       ///< runs of quoted words in both
    EvidenceLists names;
    EvidenceLists numbers;          ///< by value, dates and weekdays among them
    std::vector<CopiedSpan> spans;  ///< in order of `a`
};

/// Articles made ready to be compared with each other. Const calls are safe from any number of
/// threads. The articles need not outlive the constructor.
class Comparison {
public:
    /// Throws Error{option} when ngram is 0, base_rate is not in [0, 1), or groups are given for
    /// another number of articles, Error{format} for tables that cannot be read.
    explicit Comparison(std::span<const Article> articles, const CompareOptions& options = {});
    ~Comparison();
    Comparison(Comparison&&) noexcept;
    Comparison& operator=(Comparison&&) noexcept;

    [[nodiscard]] std::size_t size() const noexcept;
    /// How many pairs compare_likely() judges, or compare_all().
    [[nodiscard]] std::uint64_t candidates() const noexcept;

    /// Requires: a, b < size(). An article and itself are a copy, but for one without words.
    [[nodiscard]] PairVerdict compare(std::size_t a, std::size_t b) const;

    /// The verdict of a pair and what it rests on; 1.4 ms for articles of 500 words. Takes the
    /// articles that a and b stood for: their texts are not kept.
    /// Requires: a, b < size(). Throws Error{option} for an article with other words.
    [[nodiscard]] Explanation explain(std::size_t a, std::size_t b, const Article& article_a,
                                      const Article& article_b) const;

    /// Takes the verdicts of article `a` with all later ones, in order.
    using RowSink = std::function<void(std::size_t a, std::span<const PairVerdict> later)>;

    /// Every pair, rows in order and one at a time, spread over threads. The verdict of a pair of
    /// one group is blank.
    void compare_all(const RowSink& sink) const;

    struct LikelyPair {
        std::size_t b = 0;
        PairVerdict verdict;
    };
    /// Takes the verdicts of article `a` with some later ones, in order.
    using LikelySink = std::function<void(std::size_t a, std::span<const LikelyPair> later)>;

    /// The likely pairs, rows in order and one at a time, spread over threads. Of articles of the
    /// very same words a few are paired with all others, the rest with one each: with one of
    /// another group where there are groups.
    /// Throws Error{option} unless made with PairSearch::likely.
    void compare_likely(const LikelySink& sink) const;

private:
    friend class ComparisonAccess;
    struct State;
    explicit Comparison(std::unique_ptr<State> state) noexcept;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy
