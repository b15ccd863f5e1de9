#include "engine/preparation.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "base/worker_pool.hpp"
#include "engine/article_texts.hpp"
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

constexpr float side_fact_strength = 0.5F;

std::vector<score::ProfileCredit> credits_of(std::string_view text, const Tape& tape,
                                             std::vector<NamedCredit>* named) {
    std::vector<score::ProfileCredit> credits;
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
        made.ignored = tape::read_furniture(text, tape_);
        repetition.source = article.source.empty() ? 0 : base::hash_bytes(article.source) | 1U;
        made.day = feature::parse_day(article.date);
        if (use_credit_) {
            made.credits = credits_of(text, tape_, named);
            made.outlet = tape::outlet_of(article.source);
        }
        made.words.assign(tape_.words.begin(), tape_.words.end());
        made.anchors = score::Anchors(made.words);
        take_evidence(words, made);
        repetition.sketch = score::vocabulary_sketch(made.draft);
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
        auto ignored = made.ignored;
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
        if (ignored != made.ignored &&
            static_cast<double>(count) <=
                tape::most_furniture * static_cast<double>(words.size())) {
            made.ignored = std::move(ignored);
            take_evidence(words, made);
        }
    }

private:
    // What depends on which places are no evidence.
    void take_evidence(const tape::Words& words, Prepared& made) {
        made.word_flags = score::word_flags(words, tape_, made.ignored);
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

}  // namespace

std::vector<Prepared> prepare(std::span<const Article* const> articles, unsigned threads,
                              bool use_credit, const PreparationRun& run) {
    std::vector<Prepared> made(articles.size());
    std::vector<Repetition> repetitions(articles.size());
    // Lexicons stay warm: one made anew for every range stems its words again, a fifth of the cost.
    base::WorkerPool<Preparer> preparers([&] { return std::make_unique<Preparer>(use_credit); });
    base::for_ranges(articles.size(), articles_a_range, threads,
                     [&](std::size_t begin, std::size_t end) {
                         ArticleTexts texts(run.texts);
                         preparers.with([&](Preparer& preparer) {
                             for (auto i = begin; i < end; ++i) {
                                 const auto text = texts.of(i, *articles[i]);
                                 preparer.prepare(*articles[i], text, made[i], repetitions[i]);
                                 if (run.known != nullptr) {
                                     preparer.add_known(text, *run.known, repetitions[i], made[i]);
                                 }
                             }
                         });
                         if (run.steps != nullptr) {
                             run.steps->add(end - begin);
                         }
                     });
    if (run.known != nullptr) {
        return made;
    }
    std::vector<score::RepeatingArticle> repeating;
    repeating.reserve(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        repeating.push_back(
            {repetitions[i].source, made[i].day, made[i].anchors.sorted(), repetitions[i].sketch});
    }
    const auto stretches = score::find_boilerplate(
        repeating, [&](std::size_t count, const std::function<void(std::size_t)>& body) {
            base::for_ranges(count, 1, threads, [&](std::size_t begin, std::size_t end) {
                for (auto part = begin; part < end; ++part) {
                    body(part);
                }
            });
        });
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
