// Reading: an article as an explanation of it needs it: terms, words and sentences with their
// places, what each tells, and code points for every byte.
//
//   in      an article, the term weights of its corpus
//   out     views of it, and mentions: a text with its places in bytes and code points
//   cost    about 100 us for an article of 500 words
//   error   none in UTF-8; of any other bytes, those from 80 to BF hex begin no code point
//
// Made for the few pairs that somebody asks about: profiles keep no places.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feature/term_weights.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::score {

/// The article must outlive the reading. Const calls are safe from any number of threads.
class Reading {
public:
    /// Terms and words in `ignored` are left out; of these words there are blanks. Requires: the
    /// places are in order and apart from each other.
    Reading(const Article& article, const feature::TermWeights& weights,
            std::span<const Place> ignored = {});

    [[nodiscard]] const Article& article() const noexcept { return article_; }
    [[nodiscard]] std::string_view text() const noexcept { return article_.text; }
    [[nodiscard]] const Tape& tape() const noexcept { return tape_; }
    [[nodiscard]] bool in_english() const noexcept { return tape_.language == "english"; }

    /// What the term at a place of the tape tells.
    [[nodiscard]] double nats(std::size_t i) const {
        return static_cast<double>(weights_.nats(tape_.terms[i], in_english()));
    }

    /// Where each plain word of the tape stands, and the flags of the term it belongs to.
    [[nodiscard]] std::span<const Place> word_places() const noexcept { return word_places_; }
    [[nodiscard]] std::span<const std::uint8_t> word_flags() const noexcept { return word_flags_; }

    /// The places on the tape of all that is no stop word and no run of names, in order.
    [[nodiscard]] std::span<const std::uint32_t> content() const noexcept { return content_; }

    /// The number of the sentence that each term of the tape stands in.
    [[nodiscard]] std::span<const std::uint32_t> sentence_of() const noexcept {
        return sentence_of_;
    }
    /// With the marks that stand at its words.
    [[nodiscard]] std::span<const Place> sentences() const noexcept { return sentences_; }

    [[nodiscard]] std::string_view bytes(Place place) const noexcept {
        return text().substr(place.begin, place.end - place.begin);
    }
    [[nodiscard]] TextSpan span(Place place) const;
    /// The text of the first place, with all of them. Requires: one place at least.
    [[nodiscard]] Mention mention(std::span<const Place> places) const;
    [[nodiscard]] Mention mention(Place place) const { return mention(std::span(&place, 1)); }

private:
    void find_sentences();
    void count_code_points();
    [[nodiscard]] std::uint64_t code_points_before(std::uint32_t byte) const;

    const Article& article_;
    const feature::TermWeights& weights_;
    Tape tape_;
    std::vector<Place> word_places_;
    std::vector<std::uint8_t> word_flags_;
    std::vector<std::uint32_t> content_;
    std::vector<std::uint32_t> sentence_of_;
    std::vector<Place> sentences_;
    std::vector<std::uint64_t> code_points_;  // before each block of bytes
};

}  // namespace wirecopy::score
