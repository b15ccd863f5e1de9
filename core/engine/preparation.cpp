#include "engine/preparation.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "base/worker_pool.hpp"
#include "engine/article_texts.hpp"
#include "engine/preparation_bytes.hpp"
#include "feature/day.hpp"
#include "score/boilerplate.hpp"
#include "score/passages.hpp"
#include "tape/credit.hpp"
#include "tape/furniture.hpp"
#include "tape/mask.hpp"
#include "tape/outlets.hpp"
#include "tape/tape_reader.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;
// 6 MB a file, and as much of a thread's memory; what is lost by a kill took a tenth of a second.
constexpr std::size_t articles_a_kept_block = 512;

constexpr float side_fact_strength = 0.5F;

base::Kept<score::ProfileCredit> credits_of(std::string_view text, const Tape& tape,
                                            std::vector<NamedCredit>* named) {
    base::Kept<score::ProfileCredit> credits;
    for (const auto& credit : tape::read_credits(text, tape)) {
        if (credit.role != tape::CreditRole::mention) {
            const bool is_source = credit.role == tape::CreditRole::source;
            credits.push_back({credit.outlet, is_source ? 1.0F : side_fact_strength});
            if (named != nullptr) {
                const auto known = tape::outlet_name(credit.outlet);
                const auto [begin, end] = credit.place;
                named->push_back(
                    {std::string(known.empty() ? text.substr(begin, end - begin) : known),
                     is_source});
            }
        }
    }
    return credits;
}

// Puts places in order and joins those that touch.
std::vector<Place> joined(std::vector<Place> places) {
    std::ranges::sort(places, {}, &Place::begin);
    std::size_t count = 0;
    for (const auto& place : places) {
        if (count > 0 && place.begin <= places[count - 1].end) {
            places[count - 1].end = std::max(places[count - 1].end, place.end);
        } else {
            places[count++] = place;
        }
    }
    places.resize(count);
    return places;
}

// Somebody's words are evidence, however often they are quoted.
bool is_quoted(const Tape& tape, Place place) noexcept {
    std::size_t terms = 0;
    std::size_t quoted = 0;
    const auto first = std::ranges::lower_bound(tape.places, place.begin, {}, &Place::begin);
    for (auto it = first; it != tape.places.end() && it->begin < place.end; ++it) {
        ++terms;
        quoted +=
            (tape.flags[static_cast<std::size_t>(it - tape.places.begin())] & term_quoted) != 0
                ? 1U
                : 0U;
    }
    return 2 * quoted > terms;
}

// One article after the other. One a thread.
class Preparer {
public:
    explicit Preparer(bool use_credit) : use_credit_(use_credit) {}

    void prepare(const Article& article, std::string_view text, Prepared& made,
                 Repetition& repetition, std::vector<NamedCredit>* named = nullptr) {
        const auto words = reader_.read(text, tape_);
        const auto furniture = tape::read_furniture(text, tape_);
        made.ignored.assign(furniture.begin(), furniture.end());
        repetition.source = article.source.empty() ? 0 : base::hash_bytes(article.source) | 1U;
        made.day = feature::parse_day(article.date);
        if (use_credit_) {
            made.credits = credits_of(text, tape_, named);
            made.outlet = tape::outlet_of(article.source);
        }
        made.words.assign(tape_.words.begin(), tape_.words.end());
        made.anchors = score::Anchors(made.words);
        take_evidence(words, made);
        const auto sketch = score::vocabulary_sketch(made.draft);
        repetition.sketch.assign(sketch.begin(), sketch.end());
    }

    // The same with what earlier articles taught.
    void add_known(std::string_view text, const score::KnownRuns& known,
                   const Repetition& repetition, Prepared& made) {
        const auto stretches = known.stretches(repetition.source, made.anchors.sorted());
        if (!stretches.empty()) {
            add_boilerplate(text, stretches, made);
        }
    }

    // The same article again, with what is known of its repetition.
    void add_boilerplate(std::string_view text, std::span<const score::WordStretch> stretches,
                         Prepared& made) {
        const auto words = reader_.read(text, tape_);
        std::vector<Place> ignored(made.ignored.begin(), made.ignored.end());
        for (const auto& stretch : stretches) {
            const Place place{words.places[stretch.begin].begin, words.places[stretch.end - 1].end};
            if (!is_quoted(tape_, place)) {
                ignored.push_back(place);
            }
        }
        ignored = joined(std::move(ignored));
        tape::MaskCursor cursor(ignored);
        const auto count = std::ranges::count_if(words.places, [&](const tape::WordPlace& place) {
            return cursor.is_inside({place.begin, place.end});
        });
        if (!std::ranges::equal(ignored, made.ignored) &&
            static_cast<double>(count) <=
                tape::most_furniture * static_cast<double>(words.size())) {
            made.ignored.assign(ignored.begin(), ignored.end());
            take_evidence(words, made);
        }
    }

private:
    // What depends on which places are no evidence.
    void take_evidence(const tape::Words& words, Prepared& made) {
        const auto flags = score::word_flags(words, tape_, made.ignored);
        made.word_flags.assign(flags.begin(), flags.end());
        std::span<const std::uint64_t> evidence = tape_.words;
        if (!made.ignored.empty()) {
            evidence_.clear();
            for (std::size_t i = 0; i < words.size(); ++i) {
                if ((made.word_flags[i] & score::word_ignored) == 0) {
                    evidence_.push_back(tape_.words[i]);
                }
            }
            evidence = evidence_;
        }
        made.draft = drafter_.draft(tape_, made.ignored, evidence);
    }

    bool use_credit_;
    tape::TapeReader reader_;
    score::ProfileDrafter drafter_;
    Tape tape_;
    std::vector<std::uint64_t> evidence_;
};

void keep_in(base::KeptMemory* memory, Prepared& made) {
    score::keep_in(memory, made.draft);
    base::keep_in(memory, made.ignored);
    base::keep_in(memory, made.words);
    base::keep_in(memory, made.word_flags);
    base::keep_in(memory, made.credits);
    made.anchors.keep_in(memory);
}

// What a kept block was made from: all that prepare() reads of an article.
std::uint64_t key_of(std::span<const Article* const> articles, std::size_t begin, std::size_t end,
                     ArticleTexts& texts) {
    std::uint64_t key = end - begin;
    for (auto i = begin; i < end; ++i) {
        for (const std::string_view part :
             {std::string_view(articles[i]->source), std::string_view(articles[i]->date),
              texts.of(i, *articles[i])}) {
            key = base::hash_bytes(part, key);
        }
    }
    return key;
}

struct Block {
    std::span<Prepared> articles;
    std::span<Repetition> repetitions;
};

constexpr std::string_view stage = "preparing";

// Whether it was there.
bool read_block(const KeptRun& kept, std::size_t number, std::uint64_t key, const Block& block) {
    const auto bytes = kept.read(stage, number, key);
    if (!bytes) {
        return false;
    }
    BytesIn in(*bytes);
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
        take(in, block.articles[i], block.repetitions[i]);
    }
    return in.is_whole();
}

void write_block(const KeptRun& kept, std::size_t number, std::uint64_t key, const Block& block) {
    BytesOut out;
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
        add(out, block.articles[i], block.repetitions[i]);
    }
    kept.write(stage, number, key, out.bytes());
}

}  // namespace

base::Kept<Prepared> prepare(std::span<const Article* const> articles, unsigned threads,
                             bool use_credit, const PreparationRun& run) {
    base::Kept<Prepared> made(articles.size(), run.memory);
    base::Kept<Repetition> repetitions(articles.size(), run.memory);
    // Lexicons stay warm: one made anew for every range stems its words again, a fifth of the cost.
    base::WorkerPool<Preparer> preparers([&] { return std::make_unique<Preparer>(use_credit); });
    const auto prepare_range = [&](std::size_t begin, std::size_t end, ArticleTexts& texts) {
        preparers.with([&](Preparer& preparer) {
            for (auto i = begin; i < end; ++i) {
                const auto text = texts.of(i, *articles[i]);
                preparer.prepare(*articles[i], text, made[i], repetitions[i]);
                if (run.known != nullptr) {
                    preparer.add_known(text, *run.known, repetitions[i], made[i]);
                }
            }
        });
    };
    const auto grain = run.kept != nullptr ? articles_a_kept_block : articles_a_range;
    std::vector<std::uint64_t> keys((articles.size() + grain - 1) / grain);
    base::for_ranges(articles.size(), grain, threads, [&](std::size_t begin, std::size_t end) {
        ArticleTexts texts(run.texts);
        const auto block = begin / grain;
        if (run.kept == nullptr) {
            prepare_range(begin, end, texts);
        } else {
            keys[block] = key_of(articles, begin, end, texts);
            const Block kept{std::span(made).subspan(begin, end - begin),
                             std::span(repetitions).subspan(begin, end - begin)};
            if (!read_block(*run.kept, block, keys[block], kept)) {
                prepare_range(begin, end, texts);
                write_block(*run.kept, block, keys[block], kept);
            }
        }
        for (auto i = begin; i < end; ++i) {
            keep_in(run.memory, made[i]);
            base::keep_in(base::brief_part(run.memory), repetitions[i].sketch);
        }
        if (run.steps != nullptr) {
            run.steps->add(end - begin);
        }
    });
    if (run.articles_key != nullptr) {
        *run.articles_key = base::hash_bytes(
            {reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(std::uint64_t)});
    }
    if (run.known != nullptr) {
        return made;
    }
    base::Kept<score::RepeatingArticle> repeating(run.memory);
    repeating.reserve(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        repeating.push_back(
            {repetitions[i].source, made[i].day, made[i].anchors.sorted(), repetitions[i].sketch});
    }
    const auto stretches = score::find_boilerplate(
        repeating,
        [&](std::size_t count, const std::function<void(std::size_t)>& body) {
            base::for_ranges(count, 1, threads, [&](std::size_t begin, std::size_t end) {
                for (auto part = begin; part < end; ++part) {
                    body(part);
                }
            });
        },
        {.memory = run.memory});
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (!stretches[i].empty()) {
            again.push_back(i);
        }
    }
    base::for_ranges(again.size(), articles_a_range, threads,
                     [&](std::size_t begin, std::size_t end) {
                         ArticleTexts texts(run.texts);
                         preparers.with([&](Preparer& preparer) {
                             for (auto i = begin; i < end; ++i) {
                                 const auto article = again[i];
                                 preparer.add_boilerplate(texts.of(article, *articles[article]),
                                                          stretches[article], made[article]);
                                 keep_in(run.memory, made[article]);
                             }
                         });
                     });
    return made;
}

struct ArticlePreparer::Parts {
    Preparer preparer;
};

ArticlePreparer::ArticlePreparer(bool use_credit)
    : parts_(std::make_unique<Parts>(Parts{Preparer(use_credit)})) {}
ArticlePreparer::~ArticlePreparer() = default;

ArticlePreparer::Result ArticlePreparer::prepare(const Article& article,
                                                 const score::KnownRuns& known) {
    Result made;
    parts_->preparer.prepare(article, article.text, made.prepared, made.repetition, &made.credits);
    parts_->preparer.add_known(article.text, known, made.repetition, made.prepared);
    return made;
}

}  // namespace wirecopy::engine
