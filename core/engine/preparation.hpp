// Preparation: all that is taken from the texts of a corpus, in one pass over them.
//
//   in      articles
//   out     of each a draft of its profile, its words and their anchors, whom it credits, and the
//           places in it that are no evidence: furniture by its shape (tape/furniture.hpp),
//           boilerplate by its repetition (score/boilerplate.hpp)
//   cost    135 us an article of 500 words (its tape a quarter), all of it spread over threads;
//           12 kB an article until profiles are made
//
// A tape lives as long as its article is looked at. Articles with boilerplate, some of a hundred,
// are looked at again when the whole corpus has said what repeats. Nothing is learned from fewer
// articles than the least numbers of score::BoilerplateOptions, and the answer for an article does
// not depend on the order of the others.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/kept_memory.hpp"
#include "engine/kept_run.hpp"
#include "engine/step_counter.hpp"
#include "score/anchors.hpp"
#include "score/known_runs.hpp"
#include "score/profile.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::engine {

struct Prepared {
    score::ProfileDraft draft;
    /// No evidence: in order and apart from each other. Where furniture and boilerplate together
    /// are more than tape::most_furniture of the words, the furniture alone.
    base::Kept<Place> ignored;
    base::Kept<std::uint64_t> words;  ///< plain ones, of the whole text
    base::Kept<std::uint8_t> word_flags;
    score::Anchors anchors;  ///< of all words
    base::Kept<score::ProfileCredit> credits;
    std::uint32_t outlet = 0;
    std::optional<std::int32_t> day;
};

/// What boilerplate is looked for in, beside anchors and day.
struct Repetition {
    std::uint64_t source = 0;
    base::Kept<std::uint32_t> sketch;
};

/// Where the texts come from, who is told how many articles are done, and what boilerplate is known
/// of earlier articles, where what is made is kept, and what is done already; by default the
/// articles themselves, nobody, what these repeat, and the heap.
struct PreparationRun {
    TextSource texts = {};
    StepCounter* steps = nullptr;
    const score::KnownRuns* known = nullptr;
    base::KeptMemory* memory = nullptr;
    const KeptRun* kept = nullptr;
    /// With `kept`: the hash of all that was read of the articles.
    std::uint64_t* articles_key = nullptr;
};

/// Credits are read from the whole text, or not at all.
[[nodiscard]] base::Kept<Prepared> prepare(std::span<const Article* const> articles,
                                           unsigned threads, bool use_credit = true,
                                           const PreparationRun& run = {});

/// An outlet that an article credits, as it is called there.
struct NamedCredit {
    std::string outlet;
    bool is_source = false;  ///< of the report; else of one matter
};

/// Prepares one article after the other, with known boilerplate. One a thread.
class ArticlePreparer {
public:
    explicit ArticlePreparer(bool use_credit);
    ~ArticlePreparer();
    ArticlePreparer(const ArticlePreparer&) = delete;
    ArticlePreparer& operator=(const ArticlePreparer&) = delete;

    struct Result {
        Prepared prepared;
        Repetition repetition;
        std::vector<NamedCredit> credits;  ///< in the order of their places
    };
    [[nodiscard]] Result prepare(const Article& article, const score::KnownRuns& known);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace wirecopy::engine
