// Plan: what a run will find and cost, before it is made.
//
//   in      a threshold and a wanted recall, or bands; and a sample of the corpus
//   out     the bands, the chance of a pair of any similarity to become a candidate; candidates,
//           CPU time and memory of a run over any number of articles, each with its uncertainty
//   cost    the arithmetic none; a sample of 4,096 articles 6 CPU seconds
//   error   recall is exact for slots that agree independently, as those of MinHash do. Ranges of
//           candidates are of two standard errors between blocks of the sample; ranges of times
//           hold what the sample and runs of known length showed, not what a busier machine will
//           do: in ten of these grading took .9 to 1.1 of its forecast (core/engine/README.md)
//
// A sample is of blocks of neighbouring articles, drawn evenly from the corpus, so that copies that
// stand near each other meet. Pairs inside blocks are taken to be as many an article however large
// the corpus grows, pairs between blocks to grow with it.
//
// Method: the jackknife (Quenouille 1956; Tukey 1958), a block left out in turn.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

/// What a signature is cut into and what that finds.
struct CopyPlan {
    double threshold = 0;
    std::size_t slots = 0;
    std::size_t bands = 0;
    std::size_t rows = 0;  ///< slots a band
    std::size_t unused_slots = 0;
    double recall = 0;  ///< expected of pairs right at the threshold

    struct Chance {
        double jaccard = 0;
        double candidate = 0;  ///< probability of a pair to become a candidate
    };
    std::vector<Chance> chances;  ///< from a similarity of .1 to 1
};

/// The bands that find_copies() would take. Throws what it throws.
[[nodiscard]] CopyPlan plan_copies(const CopyOptions& options);

/// Articles of a corpus, by blocks of neighbours.
struct CorpusSample {
    std::vector<Article> articles;      ///< in the order of the corpus
    std::vector<std::uint32_t> blocks;  ///< of each article: the number of its block
    std::uint64_t corpus_articles = 0;
    std::uint64_t corpus_text_bytes = 0;
    /// How many articles of the corpus each day has, ascending. The rest have no date.
    std::vector<std::pair<std::int32_t, std::uint64_t>> corpus_days;
};

/// Draws the blocks while the corpus is read, once, every block with the same chance; of a corpus
/// that is no larger than the sample all of it. Holds one sample.
class CorpusSampler {
public:
    /// Throws Error{option} for a sample of no blocks or of blocks of none.
    CorpusSampler(std::size_t blocks, std::size_t block_articles, std::uint64_t seed = 1);
    ~CorpusSampler();
    CorpusSampler(CorpusSampler&&) noexcept;
    CorpusSampler& operator=(CorpusSampler&&) noexcept;

    void add(Article&& article);
    [[nodiscard]] CorpusSample take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A figure and between what it lies.
struct Expected {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// A run over so many articles.
struct PlannedRun {
    std::uint64_t articles = 0;
    Expected candidates;  ///< pairs to be verified or judged, an article
    Expected cpu_seconds;
    std::optional<double> bytes;  ///< of memory; none: the sample is too small to tell
};

struct RunPlanOptions {
    CopyOptions copies;
    std::vector<std::uint64_t> articles;       ///< how many each planned run has
    std::optional<unsigned> window_days = {};  ///< of grades, as in CompareOptions
    Grade least_grade = Grade::rewrite;        ///< that is looked for; what is weaker is let go
    /// The most memory the process had so far, in bytes, for a caller that can tell.
    std::function<std::uint64_t()> peak_bytes = {};
    Progress progress = {};  ///< stages: matching, judging; of articles, once for every run
};

struct RunPlan {
    std::uint64_t corpus_articles = 0;
    std::uint64_t sample_articles = 0;
    std::uint64_t sample_blocks = 0;
    double text_bytes = 0;                  ///< an article, in the mean
    std::optional<double> window_articles;  ///< that lie within the window of one, if asked
    std::vector<PlannedRun> copies;         ///< of find_copies()
    std::vector<PlannedRun> grades;         ///< of Comparison::compare_likely()
};

/// Runs both over the sample and, where there is no window, parts of it, on this machine, and
/// scales what that took. Counts are the same on every machine, times are not; CPU time is that of
/// the whole process. Runs in a window are taken to be of a stream as dense as the corpus, that
/// goes on for longer. Throws Error{option} for what find_copies() refuses and for an empty sample.
[[nodiscard]] RunPlan plan_runs(const CorpusSample& sample, const RunPlanOptions& options);

enum class PlanFormat { text, tsv, json };

/// As text for people; as rows of quantity, at, value, low, high; or as one JSON object.
void write_plan(const CopyPlan& bands, const std::optional<RunPlan>& runs, PlanFormat format,
                const std::function<void(std::string_view block)>& sink);

}  // namespace wirecopy
