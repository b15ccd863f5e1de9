#include "engine/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/parallel.hpp"
#include "engine/shingle_scorer.hpp"
#include "engine/views.hpp"
#include "feature/shingles.hpp"
#include "score/evenness.hpp"
#include "score/grade.hpp"
#include "score/measure.hpp"
#include "score/overlap.hpp"
#include "score/resemblance.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

// Rows are worked on together and handed over in order: so many hold few verdicts and keep
// every thread busy. Rows of likely pairs are short.
constexpr std::size_t rows_a_range = 8;
constexpr std::size_t likely_rows_a_range = 1024;
constexpr std::size_t ranges_a_block = 8;

// Articles that resemble each other less than the graph says have their spans looked at when they
// share as many shingles as a passage of a dozen words holds.
constexpr double least_shared_shingles = 8;

// Rows of likely pairs in a block that is kept.
constexpr std::size_t rows_a_kept_block = likely_rows_a_range * ranges_a_block;
constexpr std::string_view judging_stage = "judging";

// The rows of a block, `row_at` of each: whether they were kept.
template <typename RowAt>
bool read_rows(const engine::KeptRun& kept, std::size_t block, std::uint64_t key, std::size_t count,
               const RowAt& row_at) {
    const auto bytes = kept.read(judging_stage, block, key);
    if (!bytes) {
        return false;
    }
    engine::BytesIn in(*bytes);
    for (std::size_t row = 0; row < count; ++row) {
        in.take_all(row_at(row));
    }
    return in.is_whole();
}

template <typename RowAt>
void write_rows(const engine::KeptRun& kept, std::size_t block, std::uint64_t key,
                std::size_t count, const RowAt& row_at) {
    engine::BytesOut out;
    for (std::size_t row = 0; row < count; ++row) {
        out.add_all(row_at(row));
    }
    kept.write(judging_stage, block, key, out.bytes());
}

}  // namespace

score::PairFeatures Comparison::State::features(std::size_t a, std::size_t b, double resemblance,
                                                double company) const {
    return score::pair_features(profiles[a], profiles[b], resemblance, company);
}

double Comparison::State::company(std::size_t a, std::size_t b) const {
    if (a == b || graph.between(a, b) == 0) {
        return a == b ? 1 : 0;
    }
    score::Company company(graph);
    company.turn_to(a);
    return company.with(b);
}

PairVerdict Comparison::State::shingle_verdict(std::size_t a, std::size_t b,
                                               double shared_shingles) const {
    PairVerdict verdict;
    engine::set_shingle_scores(verdict, static_cast<double>(shingles[a].features.size()),
                               static_cast<double>(shingles[b].features.size()), shared_shingles);
    return verdict;
}

PairVerdict Comparison::State::judged(std::size_t a, std::size_t b, double company,
                                      bool may_have_spans) const {
    return judge.verdict(article(a), article(b), graph.between(a, b), company, may_have_spans);
}

PairVerdict Comparison::State::verdict_anew(std::size_t a, std::size_t b,
                                            score::Company& company) const {
    company.turn_to(a);
    auto verdict =
        judge.verdict(article(a), article(b), score::resemblance(profiles[a], profiles[b]),
                      company.with(b), true);
    set_shingle_scores(a, b, verdict);
    return verdict;
}

void Comparison::State::set_shingle_scores(std::size_t a, std::size_t b,
                                           PairVerdict& verdict) const {
    engine::ShingleScorer scorer(options.ngram);
    scorer.turn_to(wordings[a]);
    scorer.score(wordings[b], verdict);
}

PairVerdict Comparison::State::verdict(std::size_t a, std::size_t b, double company,
                                       double shared_shingles) const {
    // Spans grow from common runs of five words: where no shingle as narrow as these is common
    // there is no span.
    auto verdict =
        judged(a, b, company, shared_shingles > 0 || options.ngram > score::anchor_words);
    engine::set_shingle_scores(verdict, static_cast<double>(shingles[a].features.size()),
                               static_cast<double>(shingles[b].features.size()), shared_shingles);
    return verdict;
}

PairVerdict Comparison::State::verdict_of_itself(std::size_t a) const noexcept {
    const bool has_words = profiles[a].word_count > 0;
    const float all = has_words ? 1 : 0;
    return {has_words ? Grade::copy : Grade::none, all, all, all, all, all};
}

void Comparison::State::verdict_row(std::size_t a, std::size_t first, score::Company& company,
                                    std::vector<float>& counts,
                                    std::vector<PairVerdict>& row) const {
    const std::size_t size = profiles.size();
    counts.assign(size, 0);
    shingle_index.add_overlaps(a, first, std::span(counts));
    company.turn_to(a);
    row.clear();
    const auto neighbours = graph.of(a);
    auto next = std::partition_point(neighbours.begin(), neighbours.end(),
                                     [&](const score::Neighbour& n) { return n.article < first; });
    for (auto b = first; b < size; ++b) {
        const bool is_neighbour = next != neighbours.end() && next->article == b;
        next += is_neighbour ? 1 : 0;
        const auto shared = static_cast<double>(counts[b]);
        if (are_of_one_group(a, b)) {
            row.emplace_back();
            continue;
        }
        row.push_back(is_neighbour || shared >= least_shared_shingles || same_words(a, b)
                          ? verdict(a, b, is_neighbour ? company.with(b) : 0, shared)
                          : shingle_verdict(a, b, shared));
    }
}

void Comparison::State::likely_row(std::size_t a, score::Company& company,
                                   std::vector<LikelyPair>& row) const {
    company.turn_to(a);
    row.clear();
    // A pair that cannot be of one event is graded none, or partial where it shares a passage.
    const double least_story =
        options.least_grade > Grade::none ? score::GradeRules{}.related_story : 0;
    const bool wants_passages = options.least_grade <= Grade::partial;
    std::optional<engine::ShingleScorer> scorer;
    for_each_candidate(a, [&](const Candidate& candidate) {
        const auto b = candidate.article;
        const double company_of_pair = candidate.is_neighbour ? company.with(b) : 0;
        const bool is_judged =
            (candidate.shares_runs && wants_passages) || least_story == 0 || same_words(a, b) ||
            may_be_one_event(a, b, candidate.resemblance, company_of_pair, least_story);
        if (!is_judged) {
            return;
        }
        LikelyPair pair{b, judged(a, b, company_of_pair, true)};
        if (pair.verdict.grade < options.least_grade) {
            return;
        }
        if (options.shingle_scores) {
            if (!scorer) {
                scorer.emplace(options.ngram).turn_to(wordings[a]);
            }
            scorer->score(wordings[b], pair.verdict);
        }
        row.push_back(pair);
    });
}

Comparison::Comparison(std::span<const Article> articles, const CompareOptions& options)
    : state_(std::make_unique<State>(engine::pointers_to(articles), options)) {}
Comparison::Comparison(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
Comparison::~Comparison() = default;
Comparison::Comparison(Comparison&&) noexcept = default;
Comparison& Comparison::operator=(Comparison&&) noexcept = default;

Comparison ComparisonAccess::under(const engine::Epoch& epoch, std::span<const Article> articles,
                                   const CompareOptions& options) {
    return Comparison(std::make_unique<State>(engine::pointers_to(articles), options,
                                              State::Needs::verdicts, &epoch));
}

std::size_t Comparison::size() const noexcept {
    return state_->profiles.size();
}

std::uint64_t Comparison::candidates() const noexcept {
    std::uint64_t count = 0;
    for (std::size_t a = 0; a < size(); ++a) {
        if (state_->options.search == PairSearch::all) {
            for (auto b = a + 1; b < size(); ++b) {
                count += state_->are_of_one_group(a, b) ? 0U : 1U;
            }
            continue;
        }
        state_->for_each_candidate(a, [&](const State::Candidate& /*pair*/) { ++count; });
    }
    return count;
}

PairVerdict Comparison::compare(std::size_t a, std::size_t b) const {
    if (a == b) {
        return state_->verdict_of_itself(a);
    }
    if (state_->options.search == PairSearch::likely) {
        auto verdict = state_->judged(a, b, state_->company(a, b), true);
        state_->set_shingle_scores(a, b, verdict);
        return verdict;
    }
    const double shared = score::shared_weight(state_->shingles[a], state_->shingles[b]);
    return state_->graph.between(a, b) > 0 || shared >= least_shared_shingles ||
                   state_->same_words(a, b)
               ? state_->verdict(a, b, state_->company(a, b), shared)
               : state_->shingle_verdict(a, b, shared);
}

namespace {

// Rows in order, a block at a time.
template <typename Row, typename MakeRow, typename Sink>
void for_rows(std::size_t size, std::size_t grain, const CompareOptions& options,
              const MakeRow& make_row, const Sink& sink) {
    const auto block = grain * ranges_a_block;
    engine::StepCounter steps(options.progress, "judging", size);
    std::vector<std::vector<Row>> rows(std::min(block, size));
    for (std::size_t first = 0; first < size; first += block) {
        const auto count = std::min(block, size - first);
        base::for_ranges(count, grain, options.threads, [&](std::size_t begin, std::size_t end) {
            make_row(first, begin, end, rows);
            steps.add(end - begin);
        });
        for (std::size_t row = 0; row < count; ++row) {
            sink(first + row, rows[row]);
        }
    }
}

}  // namespace

void Comparison::compare_all(const RowSink& sink) const {
    using Rows = std::vector<std::vector<PairVerdict>>;
    for_rows<PairVerdict>(
        size(), rows_a_range, state_->options,
        [&](std::size_t first, std::size_t begin, std::size_t end, Rows& rows) {
            score::Company company(state_->graph);
            std::vector<float> counts;
            for (auto row = begin; row < end; ++row) {
                const auto a = first + row;
                state_->verdict_row(a, a + 1, company, counts, rows[row]);
            }
        },
        sink);
}

void Comparison::compare_likely(const LikelySink& sink) const {
    if (state_->options.search != PairSearch::likely) {
        throw Error(ErrorKind::option, "compare: likely pairs were not asked for");
    }
    const auto& order = *state_->order;
    std::vector<base::Kept<LikelyPair>> rows(size());
    // In the order of days, so that the articles of a window lie in the cache together.
    const auto block = likely_rows_a_range * ranges_a_block;
    engine::StepCounter steps(state_->options.progress, "judging", size());
    const auto* const kept = state_->kept.get();
    static_assert(rows_a_kept_block == likely_rows_a_range * ranges_a_block);
    for (std::size_t first = 0; first < size(); first += block) {
        const auto count = std::min(block, size() - first);
        const auto row_at = [&](std::size_t row) -> auto& {
            return rows[order.article(first + row)];
        };
        if (kept != nullptr &&
            read_rows(*kept, first / block, state_->articles_key, count, row_at)) {
            for (std::size_t row = 0; row < count; ++row) {
                base::keep_in(state_->memory.get(), row_at(row));
            }
            steps.add(count);
            continue;
        }
        base::for_ranges(count, likely_rows_a_range, state_->options.threads,
                         [&](std::size_t begin, std::size_t end) {
                             score::Company company(state_->graph);
                             std::vector<LikelyPair> row;
                             for (auto place = first + begin; place < first + end; ++place) {
                                 const auto a = order.article(place);
                                 state_->likely_row(a, company, row);
                                 rows[a] = base::Kept<LikelyPair>(row.begin(), row.end(),
                                                                  state_->memory.get());
                             }
                             steps.add(end - begin);
                         });
        if (kept != nullptr) {
            write_rows(*kept, first / block, state_->articles_key, count, row_at);
        }
    }
    for (std::size_t a = 0; a < size(); ++a) {
        sink(a, rows[a]);
        base::Kept<LikelyPair>().swap(rows[a]);
    }
}

}  // namespace wirecopy
