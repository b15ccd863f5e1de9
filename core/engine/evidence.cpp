#include "engine/evidence.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "feature/day.hpp"
#include "score/anchors.hpp"
#include "score/boilerplate.hpp"
#include "tape/furniture.hpp"
#include "tape/mask.hpp"
#include "tape/words.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;

// What is looked at of an article while the corpus is learned from.
struct Reading {
    std::vector<Place> furniture;
    std::uint64_t source = 0;
    std::optional<std::int32_t> day;
    score::Anchors anchors;
    std::vector<std::uint32_t> sketch;
};

Reading read(const Article& article, const Tape& tape) {
    Reading reading;
    reading.furniture = tape::read_furniture(article.text, tape);
    reading.source = article.source.empty() ? 0 : base::hash_bytes(article.source) | 1U;
    reading.day = feature::parse_day(article.date);
    reading.anchors = score::Anchors(tape.words);
    reading.sketch = score::vocabulary_sketch(tape, reading.furniture);
    return reading;
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

std::vector<Place> with_boilerplate(const Article& article, const Tape& tape,
                                    std::vector<Place> furniture,
                                    std::span<const score::WordStretch> stretches) {
    if (stretches.empty()) {
        return furniture;
    }
    tape::WordScanner scanner;
    const auto words = scanner.scan(article.text);
    auto ignored = furniture;
    for (const auto& stretch : stretches) {
        const Place place{words.places[stretch.begin].begin, words.places[stretch.end - 1].end};
        if (!is_quoted(tape, place)) {
            ignored.push_back(place);
        }
    }
    ignored = joined(std::move(ignored));
    const auto mask = tape::mask_words(article.text, ignored);
    const auto count = static_cast<double>(std::ranges::count(mask, 1));
    return count <= tape::most_furniture * static_cast<double>(words.size()) ? ignored : furniture;
}

}  // namespace

std::vector<std::vector<Place>> places_to_ignore(std::span<const Article* const> articles,
                                                 std::span<const Tape> tapes, unsigned threads) {
    const auto for_each = [&](const auto& body) {
        base::for_ranges(tapes.size(), articles_a_range, threads,
                         [&](std::size_t begin, std::size_t end) {
                             for (auto i = begin; i < end; ++i) {
                                 body(i);
                             }
                         });
    };
    std::vector<Reading> readings(tapes.size());
    for_each([&](std::size_t i) { readings[i] = read(*articles[i], tapes[i]); });
    std::vector<score::RepeatingArticle> repeating;
    repeating.reserve(readings.size());
    for (const auto& reading : readings) {
        repeating.push_back(
            {reading.source, reading.day, reading.anchors.sorted(), reading.sketch});
    }
    const auto stretches = score::find_boilerplate(repeating);
    std::vector<std::vector<Place>> ignored(tapes.size());
    for_each([&](std::size_t i) {
        ignored[i] = with_boilerplate(*articles[i], tapes[i], std::move(readings[i].furniture),
                                      stretches[i]);
    });
    return ignored;
}

}  // namespace wirecopy::engine
