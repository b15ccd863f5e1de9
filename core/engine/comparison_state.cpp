// What a comparison makes ready before pairs are judged, and what of it is kept for a run that goes
// on.

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "engine/comparison.hpp"
#include "engine/equal_texts.hpp"
#include "engine/preparation.hpp"
#include "engine/views.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/version.hpp"

namespace wirecopy {

namespace {

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t articles_a_kept_block = 8192;
constexpr std::string_view candidates_stage = "candidates";

// What a run has that is kept nowhere else: the program and its tables, what a thread works with,
// how often each term was counted; of each article what names it and where its lists lie. With all
// else in the file 10,000 articles had 19 MB on two threads, 100,000 had 86; clusters have their
// pairs and links beside it.
constexpr std::uint64_t least_bytes = 32'000'000;
constexpr std::uint64_t least_bytes_a_thread = 16'000'000;
constexpr std::uint64_t least_bytes_an_article = 2000;

std::unique_ptr<base::KeptMemory> memory_of(const CompareOptions& options, std::size_t articles) {
    const auto& bound = options.memory;
    if (bound.bytes == 0 || options.search == PairSearch::all) {
        return nullptr;
    }
    const auto least = least_memory(articles, options.threads);
    const auto bytes = bound.is_firm ? bound.bytes : std::max(bound.bytes, least);
    if (bytes < least) {
        constexpr std::uint64_t megabyte = 1'000'000;
        throw Error(ErrorKind::option,
                    "compare: " + std::to_string(articles) + " articles need at least " +
                        std::to_string((least + megabyte - 1) / megabyte) +
                        " MB of memory, and may have " + std::to_string(bytes / megabyte));
    }
    return std::make_unique<base::KeptMemory>(bytes - least, bound.folder);
}

// Everything that likely pairs and their verdicts depend on, but the articles.
std::string description_of(const CompareOptions& options, std::size_t articles) {
    std::string made = "wirecopy " + std::string(version) + ", " + std::to_string(articles) +
                       " articles, ngram " + std::to_string(options.ngram) + ", grade " +
                       std::string(grade_names()[static_cast<std::size_t>(options.least_grade)]);
    const auto add_hash = [&](const std::string& name, std::string_view bytes) {
        if (!bytes.empty()) {
            made += ", " + name + " " + std::to_string(base::hash_bytes(bytes));
        }
    };
    if (options.window_days) {
        made += ", window " + std::to_string(*options.window_days);
    }
    if (options.base_rate != 0) {
        made += ", prior " + engine::digits_of(options.base_rate);
    }
    made += options.use_credit ? "" : ", no credit";
    made += options.shingle_scores ? "" : ", no jaccard";
    add_hash("frequencies", options.tables.prior);
    add_hash("model", options.tables.model);
    add_hash("groups", {reinterpret_cast<const char*>(options.groups.data()),
                        options.groups.size() * sizeof(std::uint32_t)});
    return made;
}

base::Kept<engine::Prepared> prepare_watched(std::span<const Article* const> articles,
                                             const CompareOptions& options,
                                             const engine::Epoch* epoch, base::KeptMemory* memory,
                                             const engine::KeptRun* kept, std::uint64_t* key) {
    engine::StepCounter steps(options.progress, "preparing", articles.size());
    return engine::prepare(articles, options.threads, options.use_credit,
                           {options.texts, &steps, epoch != nullptr ? &epoch->repeated : nullptr,
                            memory, kept, kept != nullptr ? key : nullptr});
}

}  // namespace

std::uint64_t least_memory(std::size_t articles, unsigned threads) noexcept {
    const std::uint64_t used = threads == 0 ? base::machine_threads() : threads;
    return least_bytes + used * least_bytes_a_thread + articles * least_bytes_an_article;
}

Comparison::State::State(std::span<const Article* const> articles, const CompareOptions& chosen,
                         Needs needs, const engine::Epoch* epoch)
    : options(chosen),
      memory(memory_of(chosen, articles.size())),
      judge(chosen),
      shingle_index(std::span<const score::FeatureVector>{}) {
    if (options.ngram == 0) {
        throw Error(ErrorKind::option, "compare: ngram must be at least 1");
    }
    if (!options.groups.empty() && options.groups.size() != articles.size()) {
        throw Error(ErrorKind::option, "compare: " + std::to_string(options.groups.size()) +
                                           " groups were given for " +
                                           std::to_string(articles.size()) + " articles");
    }
    if (!options.kept_run.empty() && options.search == PairSearch::likely && epoch == nullptr) {
        kept = std::make_unique<engine::KeptRun>(options.kept_run,
                                                 description_of(options, articles.size()));
    }
    auto prepared =
        prepare_watched(articles, options, epoch, memory.get(), kept.get(), &articles_key);
    engine::StepCounter weighing(options.progress, "weighing", articles.size());
    if (epoch != nullptr) {
        weights = epoch->weights;
    } else {
        weights.emplace(engine::make_weights(prepared, engine::prior_of(options.tables.prior),
                                             options.threads));
    }
    profiles = engine::make_profiles(prepared, *weights, options.threads,
                                     epoch != nullptr ? &epoch->credited : nullptr, memory.get());
    keep_wordings(prepared, needs);
    base::Kept<engine::Prepared>().swap(prepared);
    weighing.finish();
    if (options.search == PairSearch::all) {
        engine::StepCounter steps(options.progress, "candidates", articles.size());
        graph = engine::make_graph(profiles, options.threads, &steps);
        return;
    }
    order.emplace(profiles, options.window_days);
    if (!kept || !read_candidates()) {
        find_candidates();
        if (kept) {
            write_candidates();
        }
    }
}

Comparison::State::~State() {
    if (memory) {
        memory->end();
    }
}

void Comparison::State::find_candidates() {
    engine::StepCounter steps(options.progress, "candidates", profiles.size(),
                              engine::candidate_rounds);
    const engine::Repeats repeats(wordings, *order, options.threads);
    sharing_runs =
        engine::sharing_runs(wordings, *order, repeats, options.threads, steps, memory.get());
    engine::add_equal_texts(wordings, *order, repeats, sharing_runs);
    graph = engine::likely_graph(profiles, sharing_runs, *order, repeats, options.threads, steps,
                                 memory.get());
    engine::add_latest_equal_texts(wordings, *order, sharing_runs);
    if (!options.groups.empty()) {
        engine::add_repeats_of_other_groups(wordings, options.groups, *order, repeats,
                                            sharing_runs);
    }
    steps.finish();
}

bool Comparison::State::read_candidates() {
    const auto size = profiles.size();
    std::vector<base::Kept<score::Neighbour>> upper(size);
    engine::LaterArticles sharing(size);
    for (std::size_t begin = 0; begin < size; begin += articles_a_kept_block) {
        const auto bytes =
            kept->read(candidates_stage, begin / articles_a_kept_block, articles_key);
        engine::BytesIn in(bytes ? std::string_view(*bytes) : std::string_view());
        const auto end = std::min(size, begin + articles_a_kept_block);
        for (auto a = begin; a < end; ++a) {
            in.take_all(upper[a]);
            in.take_all(sharing[a]);
            base::keep_in(memory.get(), upper[a]);
            base::keep_in(memory.get(), sharing[a]);
        }
        if (!bytes || !in.is_whole()) {
            return false;
        }
    }
    graph = score::ResemblanceGraph(upper, memory.get());
    sharing_runs = std::move(sharing);
    return true;
}

void Comparison::State::write_candidates() const {
    const auto size = profiles.size();
    for (std::size_t begin = 0; begin < size; begin += articles_a_kept_block) {
        engine::BytesOut out;
        for (auto a = begin; a < std::min(size, begin + articles_a_kept_block); ++a) {
            const auto all = graph.of(a);
            const auto later = std::ranges::upper_bound(all, a, {}, &score::Neighbour::article);
            out.add_all(std::span(later, all.end()));
            out.add_all(sharing_runs[a]);
        }
        kept->write(candidates_stage, begin / articles_a_kept_block, articles_key, out.bytes());
    }
}

void Comparison::State::keep_wordings(std::span<engine::Prepared> prepared, Needs needs) {
    const auto size = prepared.size();
    wordings = base::Kept<engine::Wording>(size, memory.get());
    ignored = base::Kept<base::Kept<Place>>(needs == Needs::verdicts ? size : 0, memory.get());
    base::for_ranges(size, articles_a_range, options.threads,
                     [&](std::size_t begin, std::size_t end) {
                         for (auto i = begin; i < end; ++i) {
                             if (needs == Needs::probabilities) {
                                 wordings[i].text_hash = engine::hash_of_text(prepared[i].words);
                                 continue;
                             }
                             ignored[i] = std::move(prepared[i].ignored);
                             wordings[i] = engine::wording_of(prepared[i]);
                             engine::keep_in(memory.get(), wordings[i]);
                         }
                     });
    if (needs == Needs::verdicts && options.search == PairSearch::all) {
        shingles.resize(size);
        base::for_ranges(size, articles_a_range, options.threads,
                         [&](std::size_t begin, std::size_t end) {
                             for (auto i = begin; i < end; ++i) {
                                 shingles[i].features = shingle_set(i);
                             }
                         });
        shingle_index = score::OverlapIndex(shingles);
    }
}

}  // namespace wirecopy
