#include "score/shared_matter.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_set>

#include "base/hash.hpp"
#include "score/common_runs.hpp"
#include "score/passages.hpp"
#include "score/term_places.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t phrase_terms = 2;
constexpr std::uint32_t stop_words_inside = 2;
constexpr std::size_t quoted_words = 6;

// Content terms in order, with a wall where a phrase may not go on.
struct PhraseRow {
    std::vector<std::uint64_t> terms;
    std::vector<std::uint32_t> places;  // on the tape
};

PhraseRow phrase_row(const Reading& reading) {
    const auto& tape = reading.tape();
    PhraseRow row;
    std::uint32_t stop_words = 0;
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < tape.size(); ++i) {
        if ((tape.flags[i] & term_run) != 0) {
            continue;
        }
        if ((tape.flags[i] & term_stop_word) != 0) {
            ++stop_words;
            continue;
        }
        if (stop_words > stop_words_inside || reading.sentence_of()[i] != sentence) {
            row.terms.push_back(0);
            row.places.push_back(i);
        }
        row.terms.push_back(std::uint64_t{tape.terms[i]} + 1);
        row.places.push_back(i);
        stop_words = 0;
        sentence = reading.sentence_of()[i];
    }
    return row;
}

// The part of the text that `length` entries of a row stand in.
Place part_of(const Reading& reading, const PhraseRow& row, std::uint32_t first,
              std::uint32_t length) {
    const auto& places = reading.tape().places;
    return {places[row.places[first]].begin, places[row.places[first + length - 1]].end};
}

bool lies_inside(Place place, std::span<const Place> parts) {
    const auto next = std::ranges::upper_bound(parts, place.begin, {}, &Place::begin);
    return next != parts.begin() && place.end <= std::prev(next)->end;
}

// The plain words of quotations; all others are walls.
std::vector<std::uint64_t> quoted_row(const Reading& reading) {
    const auto& words = reading.tape().words;
    const auto flags = reading.word_flags();
    std::vector<std::uint64_t> row(words.size(), 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if ((flags[i] & term_quoted) != 0 && (flags[i] & word_ignored) == 0) {
            row[i] = std::max<std::uint64_t>(words[i], 1);
        }
    }
    return row;
}

// Of the numbers of a run, on the side of `a`.
std::uint64_t hash_of(std::span<const std::uint64_t> a, const CommonRun& run) {
    std::uint64_t hash = 0;
    for (const auto number : a.subspan(run.a, run.length)) {
        hash = base::mix(hash + number);
    }
    return hash;
}

// What the content terms in a part of the text tell, each once.
double nats_inside(const Reading& reading, Place part) {
    const auto& tape = reading.tape();
    const auto begin_of = [&](std::uint32_t i) { return tape.places[i].begin; };
    const auto first = std::ranges::lower_bound(reading.content(), part.begin, {}, begin_of);
    const auto end = std::ranges::lower_bound(reading.content(), part.end, {}, begin_of);
    std::vector<std::uint32_t> inside(first, end);
    std::ranges::sort(inside, {}, [&](std::uint32_t i) { return tape.terms[i]; });
    double sum = 0;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const bool is_first = i == 0 || tape.terms[inside[i]] != tape.terms[inside[i - 1]];
        sum += is_first ? reading.nats(inside[i]) : 0;
    }
    return sum;
}

}  // namespace

void put_heaviest_first(std::vector<Evidence>& evidence) {
    const auto key = [](const Evidence& one) {
        const auto begin = [](const Mention& mention) -> std::uint64_t {
            return mention.places.empty() ? 0 : mention.places.front().begin_byte;
        };
        return std::tuple(-one.nats, begin(one.a), begin(one.b));
    };
    std::ranges::stable_sort(evidence, {}, key);
}

std::vector<Evidence> shared_terms(const Reading& a, const Reading& b) {
    const TermPlaces in_a(a);
    const TermPlaces in_b(b);
    std::vector<Evidence> shared;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < in_a.size() && j < in_b.size()) {
        const auto left = in_a.term(i);
        const auto right = in_b.term(j);
        const auto end_a = left <= right ? in_a.end_of(i) : i;
        const auto end_b = right <= left ? in_b.end_of(j) : j;
        if (left == right) {
            shared.push_back({in_a.mention(i, end_a), in_b.mention(j, end_b),
                              std::min(in_a.nats(i), in_b.nats(j))});
        }
        i = end_a;
        j = end_b;
    }
    put_heaviest_first(shared);
    return shared;
}

std::vector<Evidence> shared_phrases(const Reading& a, const Reading& b,
                                     std::span<const Place> copied) {
    const auto row_a = phrase_row(a);
    const auto row_b = phrase_row(b);
    std::vector<Evidence> phrases;
    std::unordered_set<std::uint64_t> seen;
    for (const auto& run : common_runs(row_a.terms, row_b.terms, phrase_terms)) {
        double nats = 0;
        for (std::uint32_t i = 0; i < run.length; ++i) {
            nats += std::min(a.nats(row_a.places[run.a + i]), b.nats(row_b.places[run.b + i]));
        }
        const auto in_a = part_of(a, row_a, run.a, run.length);
        if (!lies_inside(in_a, copied) && seen.insert(hash_of(row_a.terms, run)).second) {
            const auto in_b = part_of(b, row_b, run.b, run.length);
            phrases.push_back({a.mention(in_a), b.mention(in_b), nats});
        }
    }
    put_heaviest_first(phrases);
    return phrases;
}

std::vector<Evidence> shared_quotations(const Reading& a, const Reading& b) {
    const auto row_a = quoted_row(a);
    std::vector<Evidence> quotations;
    std::unordered_set<std::uint64_t> seen;
    for (const auto& run : common_runs(row_a, quoted_row(b), quoted_words)) {
        if (!seen.insert(hash_of(row_a, run)).second) {
            continue;
        }
        const auto part = [&](const Reading& reading, std::uint32_t first) {
            const auto places = reading.word_places();
            return Place{places[first].begin, places[first + run.length - 1].end};
        };
        const auto in_a = part(a, run.a);
        const auto in_b = part(b, run.b);
        quotations.push_back({a.mention(in_a), b.mention(in_b),
                              std::min(nats_inside(a, in_a), nats_inside(b, in_b))});
    }
    put_heaviest_first(quotations);
    return quotations;
}

}  // namespace wirecopy::score
