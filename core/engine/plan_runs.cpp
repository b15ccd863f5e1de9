#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "engine/pair_growth.hpp"
#include "feature/day.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/plan.hpp"

namespace wirecopy {

namespace {

// Of which the spread is said; copies of a sample take a tenth of a second.
constexpr int timed_repeats = 3;
// A smaller sample hardly needs more memory than the process has anyway.
constexpr std::size_t least_for_memory = 1024;

// Candidates an article beyond which their number hardly grows: 48 earlier ones by rare terms, and
// about as many that have a near article in common. Undated articles in thousands (1, 4, 10, 25,
// 100) have 6.6, 14.5, 23.1, 33.4 and 47.6, and of another make 10.1, 23.4, 35.5, 48.9 and 59.2:
// with this limit the first two of either say 54 and 73 of the last, without one 95 and 167.
constexpr double most_candidates = 96;
constexpr double nearly_all = 0.9;
// CPU time of grading, from three corpora of 4,096 to 100,000 articles, with a window and without
// (README.md): the powers of the number of articles with which an article's preparation grows, out
// of the caches (.03 to .1), and of those it is compared among with which its search does (.31 to
// .45). Runs over parts of a sample tell the latter worse (0 to .46).
constexpr Expected preparation_power{.07, 0, .13};
constexpr Expected search_power{.35, .3, .45};

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <typename Run>
double cpu_seconds_of(const Run& run) {
    const auto start = cpu_seconds();
    run();
    return cpu_seconds() - start;
}

double ratio(std::uint64_t a, std::uint64_t b) {
    return static_cast<double>(a) / static_cast<double>(b);
}

// The stages of a run that is part of a longer stage.
constexpr std::array<std::string_view, 2> stages_of_copies{"candidates", "verifying"};
constexpr std::array<std::string_view, 4> stages_of_grades{"preparing", "weighing", "candidates",
                                                           "judging"};

// A stage of several runs, one after the other, whose own stages are taken to be as long as each
// other.
class StageOfRuns {
public:
    StageOfRuns(const Progress& progress, std::string_view stage,
                std::span<const std::string_view> stages_a_run, std::size_t total)
        : progress_(progress), stage_(stage), stages_a_run_(stages_a_run), total_(total) {}

    // For the next run, over so many articles. Requires: the stage outlives it.
    [[nodiscard]] Progress of_run(std::size_t articles) {
        if (!progress_) {
            return {};
        }
        const auto before = std::exchange(begun_, begun_ + articles);
        return [this, before, articles](const RunStep& step) {
            const auto number =
                std::ranges::find(stages_a_run_, step.stage) - stages_a_run_.begin();
            const auto share = step.total == 0 ? 1 : ratio(step.done, step.total);
            const auto done =
                (static_cast<double>(number) + share) / static_cast<double>(stages_a_run_.size());
            return progress_(
                {stage_, before + static_cast<std::size_t>(done * static_cast<double>(articles)),
                 total_});
        };
    }

private:
    const Progress& progress_;
    std::string_view stage_;
    std::span<const std::string_view> stages_a_run_;
    std::size_t total_;
    std::size_t begun_ = 0;  // articles of the runs so far
};

class Planner {
public:
    Planner(const CorpusSample& sample, const RunPlanOptions& options)
        : sample_(sample), options_(options), bands_(plan_copies(options.copies)) {
        if (sample.articles.empty()) {
            throw Error(ErrorKind::option, "plan: there is no article to plan by");
        }
        plan_.corpus_articles = sample.corpus_articles;
        plan_.sample_articles = sample.articles.size();
        plan_.sample_blocks = sample.blocks.back() + 1U;
        plan_.text_bytes = ratio(sample.corpus_text_bytes, sample.corpus_articles);
    }

    [[nodiscard]] RunPlan plan() {
        if (options_.window_days) {
            plan_.window_articles =
                articles_in_window(sample_.corpus_days, sample_.corpus_articles);
        }
        run_copies();
        run_grades();
        return std::move(plan_);
    }

private:
    [[nodiscard]] bool is_whole(std::uint64_t articles) const {
        return articles == sample_.corpus_articles && articles == sample_.articles.size();
    }

    // How many lie within the window of an article in the mean, itself among them.
    using Days = std::vector<std::pair<std::int32_t, std::uint64_t>>;
    [[nodiscard]] double articles_in_window(const Days& days, std::uint64_t articles) const {
        const std::int64_t window = *options_.window_days;
        double dated = 0;
        double near = 0;
        double in_window = 0;  // of the days from `first` on, up to this one
        std::size_t first = 0;
        for (const auto& [day, count] : days) {
            const auto of_day = static_cast<double>(count);
            while (std::int64_t{day} - days[first].first > window) {
                in_window -= static_cast<double>(days[first++].second);
            }
            near += of_day * (2 * in_window + of_day);  // both ways round
            in_window += of_day;
            dated += of_day;
        }
        const auto all = static_cast<double>(articles);
        return (near + (all - dated) * (all + dated)) / all;
    }

    [[nodiscard]] double sampled_in_window() const {
        std::map<std::int32_t, std::uint64_t> days;
        for (const auto& article : sample_.articles) {
            if (const auto day = feature::parse_day(article.date)) {
                ++days[*day];
            }
        }
        return articles_in_window({days.begin(), days.end()}, sample_.articles.size());
    }

    void run_copies() {
        auto options = options_.copies;
        options.bands = bands_.bands;
        options.rows = bands_.rows;
        options.threshold = 1e-6;  // every candidate that shares a shingle
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        std::vector<double> seconds;
        StageOfRuns stage(options_.progress, "matching", stages_of_copies,
                          timed_repeats * sample_.articles.size());
        for (int repeat = 0; repeat < timed_repeats; ++repeat) {
            pairs.clear();
            options.progress = stage.of_run(sample_.articles.size());
            seconds.push_back(cpu_seconds_of([&] {
                find_copies(sample_.articles, options, [&](const CopyPair& pair) {
                    pairs.emplace_back(sample_.blocks[pair.a], sample_.blocks[pair.b]);
                });
            }));
        }
        std::ranges::sort(seconds);
        const auto sampled = static_cast<double>(sample_.articles.size());
        const Expected an_article{seconds[timed_repeats / 2] / sampled, seconds.front() / sampled,
                                  seconds.back() / sampled};
        std::vector<std::uint64_t> block_articles(plan_.sample_blocks);
        for (const auto block : sample_.blocks) {
            ++block_articles[block];
        }
        const engine::PairGrowth growth(block_articles, pairs);
        const auto seen = static_cast<double>(pairs.size()) / sampled;
        for (const auto articles : options_.articles) {
            const auto candidates = growth.pairs_an_article(articles, is_whole(articles));
            const auto count = static_cast<double>(articles);
            // Verifying a pair reads two texts anew, which costs about what signing one does.
            const auto more = [&](double found) {
                return count * (1 + std::max(0.0, found - seen));
            };
            const Expected cpu{an_article.value * more(candidates.value),
                               an_article.low * more(candidates.low),
                               an_article.high * more(candidates.high)};
            plan_.copies.push_back({articles, candidates, cpu, bytes_of_copies(count, candidates)});
        }
    }

    // What a CopySearch and its caller hold at their peak: ids, where each text stands, slots,
    // hashes, a band's buckets, pairs. A plain file; of another the texts are kept too, packed.
    [[nodiscard]] double bytes_of_copies(double articles, const Expected& candidates) const {
        double ids = 0;
        for (const auto& article : sample_.articles) {
            ids += static_cast<double>(article.id.size());
        }
        ids /= static_cast<double>(sample_.articles.size());
        constexpr double a_place = 20;
        const auto an_article = ids + 2 * sizeof(std::string) + a_place +
                                4 * static_cast<double>(options_.copies.slots) + 9 + 8;
        constexpr double a_candidate = 2 * 8;  // of bands, and of all together
        return articles * (an_article + a_candidate * candidates.value);
    }

    // One run over part of the sample.
    struct Run {
        double articles = 0;
        double prepare_seconds = 0;  // and to weigh: CPU time, as of the other two
        double search_seconds = 0;   // for candidates
        double judge_seconds = 0;
        double candidates = 0;
        double peak_bytes = 0;
    };
    [[nodiscard]] Run judged(std::size_t count, StageOfRuns& stage) const {
        Run run;
        run.articles = static_cast<double>(count);
        double to_search = 0;
        double to_judge = 0;
        const auto start = cpu_seconds();
        judge(count, options_.least_grade, stage, [&](std::string_view begun) {
            (begun == "candidates" ? to_search : to_judge) = cpu_seconds();
        });
        run.prepare_seconds = to_search - start;
        run.search_seconds = to_judge - to_search;
        run.judge_seconds = cpu_seconds() - to_judge;
        if (options_.peak_bytes) {
            run.peak_bytes = static_cast<double>(options_.peak_bytes());
        }
        // Pairs that are let go early are no less candidates.
        const auto nothing = [](std::string_view /*begun*/) {};
        run.candidates = static_cast<double>(judge(count, Grade::none, stage, nothing));
        return run;
    }

    // Of the sample in a window every so many an article, so that a part is a thinner stream; else
    // its first blocks, whose pairs are those of neighbours. Texts stay where they are.
    [[nodiscard]] std::vector<std::size_t> part(std::size_t count) const {
        std::vector<std::size_t> places(count);
        for (std::size_t i = 0; i < count; ++i) {
            places[i] = options_.window_days ? i * sample_.articles.size() / count : i;
        }
        return places;
    }

    // Says when the search begins and the judging.
    template <typename Begin>
    std::uint64_t judge(std::size_t count, Grade least, StageOfRuns& stage,
                        const Begin& begin) const {
        const auto places = part(count);
        std::vector<Article> articles(count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto& article = sample_.articles[places[i]];
            articles[i].id = article.id;
            articles[i].title = article.title;
            articles[i].source = article.source;
            articles[i].date = article.date;
        }
        CompareOptions compare;
        compare.search = PairSearch::likely;
        compare.ngram = options_.copies.width_words;
        compare.threads = options_.copies.threads;
        compare.window_days = options_.window_days;
        compare.least_grade = least;
        compare.texts = [&]() -> TextReader {
            return [&](std::size_t article, std::string& text) {
                text = sample_.articles[places[article]].text;
            };
        };
        compare.progress = [&, told = stage.of_run(count),
                            last = std::string_view()](const RunStep& step) mutable {
            if (std::exchange(last, step.stage) != step.stage &&
                (step.stage == "candidates" || step.stage == "judging")) {
                begin(step.stage);
            }
            return !told || told(step);
        };
        const Comparison comparison(articles, compare);
        std::uint64_t pairs = 0;
        comparison.compare_likely(
            [&](std::size_t /*a*/, std::span<const Comparison::LikelyPair> later) {
                pairs += later.size();
            });
        return pairs;
    }

    // With which power of the articles a figure an article grows.
    template <typename Figure>
    [[nodiscard]] static double power(const Run& before, const Run& behind, Figure figure) {
        const auto grown = behind.articles / before.articles;
        const auto first = figure(before) / before.articles;
        const auto second = figure(behind) / behind.articles;
        if (grown <= 1 || second <= 0) {
            return 0;
        }
        return first > 0 ? std::clamp(std::log(second / first) / std::log(grown), 0.0, 1.0) : 1;
    }

    // That half and all of the sample tell; between it and what a quarter and half do.
    template <typename Figure>
    [[nodiscard]] static Expected power(const std::array<Run, 3>& runs, Figure figure) {
        const auto first = power(runs[0], runs[1], figure);
        const auto second = power(runs[1], runs[2], figure);
        return {second, std::min(first, second), std::max(first, second)};
    }

    // A figure an article among `factor` times as many articles as it was seen among.
    [[nodiscard]] static Expected grown(double figure, const Expected& powers, double factor) {
        const auto at = [&](double exponent) { return figure * std::pow(factor, exponent); };
        const auto one = at(powers.low);
        const auto other = at(powers.high);
        return {at(powers.value), std::min(one, other), std::max(one, other)};
    }

    // Candidates an article as they would grow if there were no limit to whom each is compared
    // with; and how many remain of them.
    [[nodiscard]] static double without_limit(double candidates) {
        return candidates / (1 - std::min(candidates / most_candidates, nearly_all));
    }
    [[nodiscard]] static double within_limit(double candidates) {
        return candidates / (1 + candidates / most_candidates);
    }

    void run_grades() {
        const auto all = sample_.articles.size();
        std::array<std::size_t, 3> counts{all / 4, all / 2, all};
        std::ranges::for_each(counts, [](auto& count) { count = std::max<std::size_t>(1, count); });
        StageOfRuns stage(options_.progress, "judging", stages_of_grades,
                          2 * std::accumulate(counts.begin(), counts.end(), std::size_t{0}));
        std::array<Run, 3> runs;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            runs[i] = judged(counts[i], stage);
        }
        const auto pair_power = power(runs, [](const Run& run) {
            return run.articles * without_limit(run.candidates / run.articles);
        });
        const auto& whole = runs.back();
        const auto seen = whole.candidates / whole.articles;
        const auto seen_among = options_.window_days ? sampled_in_window() : whole.articles;
        for (const auto articles : options_.articles) {
            const auto count = static_cast<double>(articles);
            const auto among =
                plan_.window_articles ? std::min(count, *plan_.window_articles) : count;
            const auto factor = among / seen_among;
            auto candidates = grown(without_limit(seen), pair_power, factor);
            for (auto* const figure : {&candidates.value, &candidates.low, &candidates.high}) {
                *figure = within_limit(*figure);
            }
            const auto prepared =
                grown(whole.prepare_seconds, preparation_power, count / whole.articles);
            const auto searched = grown(whole.search_seconds, search_power, factor);
            const auto cpu = [&](double before, double pairs) {
                const auto judged = seen > 0 ? whole.judge_seconds * pairs / seen : 0;
                return count / whole.articles * (before + judged);
            };
            plan_.grades.push_back({articles,
                                    candidates,
                                    {cpu(prepared.value + searched.value, candidates.value),
                                     cpu(prepared.low + searched.low, candidates.low),
                                     cpu(prepared.high + searched.high, candidates.high)},
                                    bytes_of_grades(runs, count)});
        }
    }

    // By what the last half of the sample added; the rest of the process is small beside it.
    [[nodiscard]] std::optional<double> bytes_of_grades(const std::array<Run, 3>& runs,
                                                        double articles) const {
        const auto added = runs[2].peak_bytes - runs[1].peak_bytes;
        if (sample_.articles.size() < least_for_memory || added <= 0) {
            return std::nullopt;
        }
        const auto an_article = added / (runs[2].articles - runs[1].articles);
        return articles * (an_article + plan_.text_bytes);
    }

    const CorpusSample& sample_;
    const RunPlanOptions& options_;
    CopyPlan bands_;
    RunPlan plan_;
};

}  // namespace

RunPlan plan_runs(const CorpusSample& sample, const RunPlanOptions& options) {
    return Planner(sample, options).plan();
}

}  // namespace wirecopy
