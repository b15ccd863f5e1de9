#include "score/reading.hpp"

#include <algorithm>
#include <utility>

#include "score/passages.hpp"
#include "tape/mask.hpp"
#include "tape/words.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t block_bytes = 256;

bool is_blank(char byte) noexcept {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::uint64_t code_points_in(std::string_view bytes) noexcept {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

Reading::Reading(const Article& article, const feature::TermWeights& weights,
                 std::span<const Place> ignored)
    : article_(article), weights_(weights), tape_(TapeBuilder().build(article.text)) {
    tape::WordScanner scanner;
    for (const auto& place : scanner.scan(text()).places) {
        word_places_.push_back({place.begin, place.end});
    }
    word_flags_ = score::word_flags(text(), tape_, ignored);
    if (!ignored.empty()) {
        auto words = std::move(tape_.words);
        blank_ignored(word_flags_, words);
        tape_ = tape::without(text(), tape_, ignored);
        tape_.words = std::move(words);
    }
    for (std::size_t i = 0; i < tape_.size(); ++i) {
        if ((tape_.flags[i] & (term_stop_word | term_run)) == 0) {
            content_.push_back(static_cast<std::uint32_t>(i));
        }
    }
    find_sentences();
    count_code_points();
}

// A sentence ends with the blank behind its last word: quotation marks and full stops stay with
// the words they touch.
void Reading::find_sentences() {
    sentence_of_.resize(tape_.size());
    for (std::size_t i = 0; i < tape_.size(); ++i) {
        const auto place = tape_.places[i];
        if (i == 0 || (tape_.flags[i] & term_sentence_start) != 0) {
            auto begin = place.begin;
            auto end = sentences_.empty() ? 0 : sentences_.back().end;
            while (!sentences_.empty() && end < place.begin && !is_blank(text()[end])) {
                ++end;
            }
            while (begin > end && !is_blank(text()[begin - 1])) {
                --begin;
            }
            if (!sentences_.empty()) {
                sentences_.back().end = end;
            }
            sentences_.push_back({begin, place.end});
        }
        sentences_.back().end = std::max(sentences_.back().end, place.end);
        sentence_of_[i] = static_cast<std::uint32_t>(sentences_.size() - 1);
    }
    if (!sentences_.empty()) {
        auto& end = sentences_.back().end;
        while (end < text().size() && !is_blank(text()[end])) {
            ++end;
        }
    }
}

void Reading::count_code_points() {
    std::uint64_t count = 0;
    for (std::size_t begin = 0; begin < text().size(); begin += block_bytes) {
        code_points_.push_back(count);
        count += code_points_in(text().substr(begin, block_bytes));
    }
    code_points_.push_back(count);
}

std::uint64_t Reading::code_points_before(std::uint32_t byte) const {
    const std::size_t block = byte / block_bytes;
    const auto begin = block * block_bytes;
    return code_points_[block] + code_points_in(text().substr(begin, byte - begin));
}

TextSpan Reading::span(Place place) const {
    return {place.begin, place.end, code_points_before(place.begin), code_points_before(place.end)};
}

Mention Reading::mention(std::span<const Place> places) const {
    Mention made{std::string(bytes(places.front())), {}};
    made.places.reserve(places.size());
    for (const auto place : places) {
        made.places.push_back(span(place));
    }
    return made;
}

}  // namespace wirecopy::score
