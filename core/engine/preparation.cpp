#include "engine/preparation.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "engine/article_texts.hpp"
#include "feature/day.hpp"
#include "score/boilerplate.hpp"
#include "score/passages.hpp"
#include "tape/credit.hpp"
#include "tape/furniture.hpp"
#include "tape/mask.hpp"
#include "tape/outlets.hpp"
#include "tape/words.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;

constexpr float side_fact_strength = 0.5F;

std::vector<score::ProfileCredit> credits_of(std::string_view text, const Tape& tape) {
    std::vector<score::ProfileCredit> credits;
    for (const auto& credit : tape::read_credits(text, tape)) {
        if (credit.role != tape::CreditRole::mention) {
            const bool is_source = credit.role == tape::CreditRole::source;
            credits.push_back({credit.outlet, is_source ? 1.0F : side_fact_strength});
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

// What boilerplate is looked for in, beside anchors and day.
struct Repetition {
    std::uint64_t source = 0;
    std::vector<std::uint32_t> sketch;
};

// One article after the other. One a thread.
class Preparer {
public:
    explicit Preparer(bool use_credit) : use_credit_(use_credit) {}

    void prepare(const Article& article, std::string_view text, Prepared& made,
                 Repetition& repetition) {
        builder_.build(text, tape_);
        made.ignored = tape::read_furniture(text, tape_);
        repetition.source = article.source.empty() ? 0 : base::hash_bytes(article.source) | 1U;
        repetition.sketch = score::vocabulary_sketch(tape_, made.ignored);
        made.day = feature::parse_day(article.date);
        if (use_credit_) {
            made.credits = credits_of(text, tape_);
            made.outlet = tape::outlet_of(article.source);
        }
        made.words.assign(tape_.words.begin(), tape_.words.end());
        made.anchors = score::Anchors(made.words);
        take_evidence(scanner_.scan(text), made);
    }

    // The same article again, with what is known of its repetition.
    void add_boilerplate(std::string_view text, std::span<const score::WordStretch> stretches,
                         Prepared& made) {
        builder_.build(text, tape_);
        const auto words = scanner_.scan(text);
        auto ignored = made.ignored;
        for (const auto& stretch : stretches) {
            const Place place{words.places[stretch.begin].begin, words.places[stretch.end - 1].end};
            if (!is_quoted(tape_, place)) {
                ignored.push_back(place);
            }
        }
        ignored = joined(std::move(ignored));
        const auto count = std::ranges::count_if(words.places, [&](const tape::WordPlace& place) {
            return tape::is_inside({place.begin, place.end}, ignored);
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
        if (made.ignored.empty()) {
            made.draft = drafter_.draft(tape_, tape_);
            return;
        }
        tape::terms_without(tape_, made.ignored, rest_);
        rest_.words.clear();
        for (std::size_t i = 0; i < words.size(); ++i) {
            if ((made.word_flags[i] & score::word_ignored) == 0) {
                rest_.words.push_back(tape_.words[i]);
            }
        }
        made.draft = drafter_.draft(tape_, rest_);
    }

    bool use_credit_;
    TapeBuilder builder_;
    tape::WordScanner scanner_;
    score::ProfileDrafter drafter_;
    Tape tape_;
    Tape rest_;
};

}  // namespace

std::vector<Prepared> prepare(std::span<const Article* const> articles, unsigned threads,
                              bool use_credit, const PreparationRun& run) {
    std::vector<Prepared> made(articles.size());
    std::vector<Repetition> repetitions(articles.size());
    base::for_ranges(
        articles.size(), articles_a_range, threads, [&](std::size_t begin, std::size_t end) {
            Preparer preparer(use_credit);
            ArticleTexts texts(run.texts);
            for (auto i = begin; i < end; ++i) {
                preparer.prepare(*articles[i], texts.of(i, *articles[i]), made[i], repetitions[i]);
            }
            if (run.steps != nullptr) {
                run.steps->add(end - begin);
            }
        });
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
                         Preparer preparer(use_credit);
                         ArticleTexts texts(run.texts);
                         for (auto i = begin; i < end; ++i) {
                             const auto article = again[i];
                             preparer.add_boilerplate(texts.of(article, *articles[article]),
                                                      stretches[article], made[article]);
                         }
                     });
    return made;
}

}  // namespace wirecopy::engine
