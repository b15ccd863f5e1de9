#include "score/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <utility>

#include "base/hash.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t sketch_size = 64;

// Of the least hashes of both together, the share that stand in both.
double similarity(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) noexcept {
    std::size_t both = 0;
    std::size_t seen = 0;
    for (std::size_t i = 0, j = 0; seen < sketch_size && (i < a.size() || j < b.size()); ++seen) {
        const bool from_a = j == b.size() || (i < a.size() && a[i] <= b[j]);
        const bool from_b = i == a.size() || (j < b.size() && b[j] <= a[i]);
        both += from_a && from_b ? 1U : 0U;
        i += from_a ? 1U : 0U;
        j += from_b ? 1U : 0U;
    }
    return seen == 0 ? 1.0 : static_cast<double>(both) / static_cast<double>(seen);
}

std::uint32_t hash_of(std::uint64_t run) noexcept {
    return static_cast<std::uint32_t>(run >> 32U);
}

// Which keys may have been seen often: counts of one byte by the low bits of the key. Two keys of
// one slot are taken for more than they are; the exact count comes later.
class RoughCounts {
public:
    explicit RoughCounts(std::size_t keys)
        : counts_(std::clamp(std::bit_ceil(2 * keys), least_slots, most_slots)) {}

    void add(std::uint64_t key) noexcept {
        auto& count = counts_[key & (counts_.size() - 1)];
        count = static_cast<std::uint8_t>(count + (count < 255U ? 1U : 0U));
    }
    [[nodiscard]] std::uint32_t at_most(std::uint64_t key) const noexcept {
        return counts_[key & (counts_.size() - 1)];
    }

private:
    static constexpr std::size_t least_slots = std::size_t{1} << 10U;
    static constexpr std::size_t most_slots = std::size_t{1} << 26U;
    std::vector<std::uint8_t> counts_;
};

// Which bits the runs of an article set: four lines of the cache that say of nearly all pairs that
// share hardly a run that they do, where merging their runs takes two microseconds.
class RunPrint {
public:
    RunPrint() = default;
    explicit RunPrint(std::span<const std::uint64_t> runs) noexcept {
        for (const auto run : runs) {
            const auto bit = hash_of(run) % bits;
            const auto mask = std::uint64_t{1} << (bit % 64);
            repeats_ += (words_[bit / 64] & mask) != 0 ? 1U : 0U;
            words_[bit / 64] |= mask;
        }
    }

    // No fewer than the runs that stand in both.
    [[nodiscard]] std::uint32_t most_shared(const RunPrint& other) const noexcept {
        auto shared = std::min(repeats_, other.repeats_);
        for (std::size_t i = 0; i < words_.size(); ++i) {
            shared += static_cast<std::uint32_t>(std::popcount(words_[i] & other.words_[i]));
        }
        return shared;
    }

private:
    static constexpr std::uint32_t bits = 2048;
    std::array<std::uint64_t, bits / 64> words_{};
    std::uint32_t repeats_ = 0;  // runs that found their bit set
};

struct Occurrence {
    std::uint64_t key;
    std::uint32_t article;
    std::uint32_t word;
};

// Anchors are sorted by their hash, so that a part of all hashes is a range of each article.
constexpr unsigned part_bits = 6;
constexpr std::size_t part_count = std::size_t{1} << part_bits;
constexpr std::size_t articles_a_block = 1024;

class Finder {
public:
    Finder(std::span<const RepeatingArticle> articles, const EachPart& each_part,
           const BoilerplateOptions& options)
        : articles_(articles),
          each_part_(each_part),
          options_(options),
          orders_(articles.size()),
          prints_(articles.size(), options.memory),
          starts_(articles.size() * (part_count + 1), options.memory),
          common_(articles.size()) {}

    std::vector<std::vector<WordStretch>> find() {
        for_articles([&](std::size_t i) { look_at(i); });
        std::vector<base::Kept<CommonRun>> found(part_count);
        each_part_(part_count, [&](std::size_t part) {
            const auto runs = runs_of(part);
            find_common(runs, true, options_.least_of_source, found[part]);
            find_common(runs, false, options_.least_of_all, found[part]);
            base::keep_in(options_.memory, found[part]);
        });
        for (const auto& of_part : found) {
            for (const auto& run : of_part) {
                common_[run.article].push_back(run.word);
            }
        }
        std::vector<std::vector<WordStretch>> all(articles_.size());
        for_articles([&](std::size_t i) {
            if (!common_[i].empty()) {
                all[i] = stretches(i);
            }
        });
        return all;
    }

private:
    struct Run {
        std::uint32_t hash;
        std::uint32_t article;
        std::uint32_t word;
    };
    struct CommonRun {
        std::uint32_t article;
        std::uint32_t word;
    };

    template <class Body>
    void for_articles(const Body& body) const {
        const auto blocks = (articles_.size() + articles_a_block - 1) / articles_a_block;
        each_part_(blocks, [&](std::size_t block) {
            const auto end = std::min(articles_.size(), (block + 1) * articles_a_block);
            for (auto i = block * articles_a_block; i < end; ++i) {
                body(i);
            }
        });
    }

    void look_at(std::size_t i) {
        const auto runs = articles_[i].runs;
        // From what an article says, not from where it stands.
        orders_[i] =
            base::hash_bytes({reinterpret_cast<const char*>(runs.data()), runs.size_bytes()});
        prints_[i] = RunPrint(runs);
        std::uint32_t at = 0;
        for (std::size_t part = 0; part <= part_count; ++part) {
            while (at < runs.size() && (runs[at] >> (64U - part_bits)) < part) {
                ++at;
            }
            starts_[i * (part_count + 1) + part] = at;
        }
    }

    // The runs of a part, those of an article together. Each article is touched once.
    [[nodiscard]] std::vector<Run> runs_of(std::size_t part) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const auto* starts = &starts_[i * (part_count + 1) + part];
            count += starts[1] - starts[0];
        }
        std::vector<Run> runs;
        runs.reserve(count);
        for (std::uint32_t i = 0; i < articles_.size(); ++i) {
            const auto* starts = &starts_[i * (part_count + 1) + part];
            for (const auto run : articles_[i].runs.subspan(starts[0], starts[1] - starts[0])) {
                runs.push_back({hash_of(run), i, static_cast<std::uint32_t>(run)});
            }
        }
        return runs;
    }

    template <class Visit>
    void for_each_run(std::span<const Run> runs, bool of_source, const Visit& visit) const {
        auto article = ~std::uint32_t{0};
        std::uint64_t source = 0;
        std::uint64_t salt = 0;
        for (const auto& run : runs) {
            if (run.article != article) {
                article = run.article;
                source = of_source ? articles_[article].source : 0;
                salt = base::mix(source);
            }
            if (!of_source || source != 0) {
                visit(Occurrence{base::mix(run.hash + salt), article, run.word});
            }
        }
    }

    void find_common(std::span<const Run> runs, bool of_source, std::uint32_t least,
                     base::Kept<CommonRun>& common) const {
        RoughCounts counts(runs.size());
        for_each_run(runs, of_source, [&](const Occurrence& o) { counts.add(o.key); });
        std::vector<Occurrence> repeated;
        for_each_run(runs, of_source, [&](const Occurrence& o) {
            if (counts.at_most(o.key) >= std::min(least, 255U)) {
                repeated.push_back(o);
            }
        });
        // Days in order, so that the most articles are taken that are apart.
        std::sort(repeated.begin(), repeated.end(), [this](const auto& x, const auto& y) {
            if (x.key != y.key) {
                return x.key < y.key;
            }
            const auto& a = articles_[x.article];
            const auto& b = articles_[y.article];
            if (a.day != b.day) {
                return a.day < b.day;
            }
            return orders_[x.article] != orders_[y.article]
                       ? orders_[x.article] < orders_[y.article]
                       : std::pair(x.article, x.word) < std::pair(y.article, y.word);
        });
        for (auto first = repeated.begin(); first != repeated.end();) {
            const auto last = std::find_if(first, repeated.end(),
                                           [&](const auto& o) { return o.key != first->key; });
            if (last - first >= least && has_different(first, last, least)) {
                std::for_each(first, last,
                              [&](const auto& o) { common.push_back({o.article, o.word}); });
            }
            first = last;
        }
    }

    // Whether so many of the articles differ from each other: each one in turn is taken that
    // differs from all taken before it. Of many, a hundred or so, evenly, tell.
    template <class Iterator>
    [[nodiscard]] bool has_different(Iterator first, Iterator last, std::uint32_t least) const {
        constexpr std::ptrdiff_t most_examined = 128;
        const auto step = std::max<std::ptrdiff_t>(1, (last - first) / most_examined);
        std::vector<std::uint32_t> taken;
        for (std::ptrdiff_t i = 0; i < last - first; i += step) {
            const auto article = first[i].article;
            if (std::ranges::all_of(taken,
                                    [&](auto other) { return are_different(article, other); })) {
                taken.push_back(article);
                if (taken.size() >= least) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool are_different(std::uint32_t one, std::uint32_t other) const {
        const auto& a = articles_[one];
        const auto& b = articles_[other];
        const bool have_days = a.day && b.day;
        const auto apart = have_days ? std::abs(*a.day - *b.day) : 1;
        if (apart < 1 || (apart < options_.least_days &&
                          similarity(a.sketch, b.sketch) >= options_.most_similar_words)) {
            return false;
        }
        const auto shorter = static_cast<double>(std::min(a.runs.size(), b.runs.size()));
        const auto most = static_cast<double>(prints_[one].most_shared(prints_[other]));
        return most < options_.most_shared_runs * shorter || share_few_runs(a.runs, b.runs);
    }

    // Runs are sorted by hash, so that the first quarter of all hashes is a fair sample: where it
    // says that hardly any are shared, or most, it is believed (of fifty runs of articles that
    // share three of ten, five or fewer are shared once in a thousand times).
    [[nodiscard]] bool share_few_runs(std::span<const std::uint64_t> a,
                                      std::span<const std::uint64_t> b) const noexcept {
        constexpr std::ptrdiff_t enough = 48;
        constexpr double believed_below = 0.1;
        constexpr double believed_above = 0.6;
        const auto quarter = [](std::span<const std::uint64_t> runs) {
            const auto end = std::ranges::lower_bound(runs, std::uint64_t{1} << 62U);
            return runs.first(static_cast<std::size_t>(end - runs.begin()));
        };
        const auto some_a = quarter(a);
        const auto some_b = quarter(b);
        if (std::min(std::ssize(some_a), std::ssize(some_b)) >= enough) {
            const double share = shared_share(some_a, some_b);
            if (share < believed_below || share > believed_above) {
                return share < options_.most_shared_runs;
            }
        }
        return shared_share(a, b) < options_.most_shared_runs;
    }

    static double shared_share(std::span<const std::uint64_t> a,
                               std::span<const std::uint64_t> b) noexcept {
        std::size_t shared = 0;
        for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
            const auto left = hash_of(a[i]);
            const auto right = hash_of(b[j]);
            shared += left == right ? 1U : 0U;
            i += left <= right ? 1U : 0U;
            j += right <= left ? 1U : 0U;
        }
        const auto shorter = static_cast<double>(std::min(a.size(), b.size()));
        return shorter > 0 ? static_cast<double>(shared) / shorter : 1;
    }

    [[nodiscard]] std::vector<WordStretch> stretches(std::size_t article) {
        auto& common = common_[article];
        std::sort(common.begin(), common.end());
        std::vector<std::uint32_t> runs;
        for (const auto run : articles_[article].runs) {
            runs.push_back(static_cast<std::uint32_t>(run));
        }
        std::sort(runs.begin(), runs.end());
        std::vector<WordStretch> made;
        bool goes_on = false;
        for (const auto word : runs) {
            const bool is_common = std::binary_search(common.begin(), common.end(), word);
            const auto end = word + static_cast<std::uint32_t>(anchor_words);
            if (is_common && goes_on) {
                made.back().end = end;
            } else if (is_common) {
                made.push_back({word, end});
            }
            goes_on = is_common;
        }
        return joined(made);
    }

    // Long enough ones, those that overlap as one.
    [[nodiscard]] std::vector<WordStretch> joined(std::span<const WordStretch> stretches) const {
        std::vector<WordStretch> made;
        for (const auto& stretch : stretches) {
            if (stretch.end - stretch.begin < options_.least_words) {
                continue;
            }
            if (!made.empty() && stretch.begin <= made.back().end) {
                made.back().end = stretch.end;
            } else {
                made.push_back(stretch);
            }
        }
        return made;
    }

    std::span<const RepeatingArticle> articles_;
    const EachPart& each_part_;
    const BoilerplateOptions& options_;
    std::vector<std::uint64_t> orders_;
    base::Kept<RunPrint> prints_;
    base::Kept<std::uint32_t> starts_;                // of the parts of each article's runs
    std::vector<std::vector<std::uint32_t>> common_;  // an article's words where common runs begin
};

void check(const BoilerplateOptions& options) {
    if (options.least_of_source < 2 || options.least_of_all < 2) {
        throw Error(ErrorKind::option, "boilerplate: at least 2 articles must have a run");
    }
    const auto is_share = [](double share) { return share > 0 && share <= 1; };
    if (!is_share(options.most_shared_runs) || !is_share(options.most_similar_words)) {
        throw Error(ErrorKind::option, "boilerplate: shares must be above 0 and at most 1");
    }
}

}  // namespace

std::vector<std::uint32_t> vocabulary_sketch(const ProfileDraft& draft) {
    // Terms are distinct, their hashes but for one article of a hundred thousand.
    constexpr std::size_t spare = 16;
    std::vector<std::uint32_t> sketch;
    sketch.reserve(draft.entries.size());
    for (const auto& entry : draft.entries) {
        if ((entry.kinds & ProfileDraft::content) != 0) {
            sketch.push_back(static_cast<std::uint32_t>(base::mix(entry.term)));
        }
    }
    if (sketch.size() > sketch_size + spare) {
        const auto end = sketch.begin() + static_cast<std::ptrdiff_t>(sketch_size + spare);
        std::nth_element(sketch.begin(), end, sketch.end());
        sketch.erase(end, sketch.end());
    }
    std::sort(sketch.begin(), sketch.end());
    sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
    sketch.resize(std::min(sketch.size(), sketch_size));
    sketch.shrink_to_fit();
    return sketch;
}

std::vector<std::vector<WordStretch>> find_boilerplate(std::span<const RepeatingArticle> articles,
                                                       const EachPart& each_part,
                                                       const BoilerplateOptions& options) {
    check(options);
    return Finder(articles, each_part, options).find();
}

}  // namespace wirecopy::score
