// Furniture rules: is this sentence furniture, by its phrases, its shape and where it stands?
//
//   in      a sentence of a page and the line it is in
//   out     what its phrases say of it; a verdict
//   cost    1 ns a word, and 5 ns and more for each word that may open a phrase

#pragma once

#include <cstdint>

#include "tape/furniture_cues.hpp"
#include "tape/furniture_page.hpp"

namespace wirecopy::tape {

enum class Verdict : std::uint8_t {
    story,
    likely,  ///< by its shape or by what stands around it
    sure,    ///< by its phrases
};

/// What the phrases of a sentence outside quotation marks say together, without its tone.
struct SentenceCues {
    Cues any = 0;      ///< wherever they stand
    Cues opening = 0;  ///< of phrases that open it; of labels those with their colon
    Cues whole = 0;    ///< of phrases that are all of it
};

[[nodiscard]] SentenceCues read_cues(const Page& page, const PageSentence& sentence);

/// How the sentence speaks: cue_voice outside quotation marks, cue_narrated anywhere.
[[nodiscard]] Cues read_tone(const Page& page, const PageSentence& sentence);

[[nodiscard]] Verdict judge(const Page& page, const PageSentence& sentence,
                            const SentenceCues& cues);

/// Whether it is a credit of a picture: "Jane Doe/Getty Images", "REUTERS/Jane Doe".
[[nodiscard]] bool is_picture_credit(const Page& page, const PageSentence& sentence, Cues any);

/// Words that neither have a capital nor carry grammar alone: names and titles have none.
[[nodiscard]] std::uint32_t count_small_words(const Page& page, const Stretch& stretch) noexcept;

/// Whether a stretch is among the first or the last words of its page.
[[nodiscard]] bool is_in_head(const Page& page, const Stretch& stretch) noexcept;
[[nodiscard]] bool is_in_tail(const Page& page, const Stretch& stretch) noexcept;

}  // namespace wirecopy::tape
