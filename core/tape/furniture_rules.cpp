#include "tape/furniture_rules.hpp"

#include <algorithm>
#include <array>

#include "tape/unicode.hpp"

namespace wirecopy::tape {

namespace {

// Requires: the words stand there for which the phrase was looked up.
bool matches(const Page& page, std::uint32_t at, std::uint32_t end,
             std::span<const std::uint64_t> words) noexcept {
    if (words.size() > end - at) {
        return false;
    }
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        if (page.words[at + i].hash != words[i]) {
            return false;
        }
    }
    return true;
}

// Whether a colon stands behind one of the words from `last` on, `words` of them at most.
bool has_colon(const Page& page, std::uint32_t last, std::uint32_t words, std::uint32_t end) {
    for (auto i = last; i < std::min(last + words, end); ++i) {
        const bool is_last_of_page = i + 1 == page.words.size();
        if (is_last_of_page ? page.text.substr(page.words[i].place.end).starts_with(':')
                            : (page.words[i + 1].gap & page_gap_colon) != 0) {
            return true;
        }
    }
    return false;
}

// A label is one only with its colon: one word, or some words of a title, before it.
Cues without_bare_labels(const Page& page, const PageSentence& sentence, std::uint32_t last,
                         Cues cues) {
    constexpr std::uint32_t words_in_long_label = 6;
    constexpr Cues labels = cue_label | cue_long_label | cue_caption;
    if ((cues & labels) == 0) {
        return cues;
    }
    const auto words = (cues & cue_long_label) != 0 ? words_in_long_label : 1U;
    return has_colon(page, last, words, sentence.last_word) ? cues : cues & ~labels;
}

// Adds what a phrase that stands there says.
void see_phrase(const Page& page, const PageSentence& sentence, std::uint32_t at,
                const CueLexicon::Phrase& phrase, SentenceCues& cues) {
    const auto& word = page.words[at];
    if ((word.flags & term_quoted) != 0) {
        return;
    }
    cues.any |= phrase.cues;
    const auto last = at + phrase.word_count - 1;
    if (at == sentence.first_word) {
        cues.opening |= without_bare_labels(page, sentence, last, phrase.cues);
        cues.whole |= phrase.word_count == sentence.size() ? phrase.cues : 0;
    }
}

bool is_unspaced(const Page& page, const Stretch& stretch) noexcept {
    const auto begin = page.words[stretch.first_word].place.begin;
    return class_of(code_point_at(page.text, begin).value) == CharClass::unspaced;
}

bool starts_with_digit(const Page& page, std::uint32_t word) {
    const char byte = page.text[page.words[word].place.begin];
    return byte >= '0' && byte <= '9';
}

// "Copyright 2020 The Gazette", "Copyright The Gazette Ltd", "(c) 2020", "© The Gazette".
bool is_copyright_line(const Page& page, const PageSentence& sentence, Cues opening) {
    constexpr std::uint32_t most_words = 30;
    if (sentence.size() > most_words) {
        return false;
    }
    if ((sentence.gaps & page_gap_copyright) != 0) {
        return true;
    }
    if ((opening & cue_copyright) == 0 || sentence.size() < 2) {
        return false;
    }
    // "Copyright Lawsuit Dropped" is a headline.
    return starts_with_digit(page, sentence.first_word + 1) ||
           (sentence.line > 0 && is_in_tail(page, sentence) &&
            count_small_words(page, sentence) == 0 &&
            (read_tone(page, sentence) & cue_narrated) == 0);
}

// A line "By Name Name, what they are" near the head or at the very end.
bool is_byline(const Page& page, const PageSentence& sentence, const PageLine& line, Cues opening) {
    constexpr std::uint32_t most_words = 14;
    constexpr std::uint32_t most_small_words = 3;
    const Cues wanted = page.is_english ? Cues{cue_byline} : cue_byline | cue_world_byline;
    if ((opening & wanted) == 0 || sentence.size() < 2 || sentence.size() > most_words ||
        line.sentence_count() > 2) {
        return false;
    }
    const auto& name = page.words[sentence.first_word + 1];
    return is_capital(page, name) && (name.flags & term_stop_word) == 0 &&
           !ends_with_stop(page.bytes_of(line.place)) &&
           count_small_words(page, sentence) <= most_small_words &&
           (is_in_head(page, sentence) || sentence.line + 3 >= page.lines.size());
}

// A web or mail address or a handle, alone or with a word before it.
bool is_address(const Page& page, const PageSentence& sentence) {
    const auto bytes = page.bytes_of(sentence.place);
    constexpr std::size_t most_blanks = 1;
    constexpr std::uint32_t most_words = 16;
    if (sentence.size() > most_words ||
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), ' ')) > most_blanks) {
        return false;
    }
    return bytes.find("://") != std::string_view::npos ||
           bytes.find("www.") != std::string_view::npos ||
           bytes.find('@') != std::string_view::npos;
}

// A line of a script or a template that came along with the text.
bool is_code(std::string_view bytes) noexcept {
    constexpr std::array<std::string_view, 5> marks{"<!--", "-->", "function(", "();", "{{"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](auto mark) { return bytes.find(mark) != std::string_view::npos; });
}

}  // namespace

SentenceCues read_cues(const Page& page, const PageSentence& sentence) {
    const auto& lexicon = CueLexicon::instance();
    SentenceCues cues;
    const auto see = [&](std::uint32_t at, std::uint64_t key) {
        for (const auto& phrase : lexicon.find(key)) {
            if (matches(page, at, sentence.last_word, lexicon.words(phrase))) {
                see_phrase(page, sentence, at, phrase, cues);
            }
        }
    };
    const auto* const words = page.words.data();
    auto next = words[sentence.first_word].hash;
    for (auto at = sentence.first_word; at < sentence.last_word; ++at) {
        const auto word = next;
        next = at + 1 < sentence.last_word ? words[at + 1].hash : no_word;
        if (lexicon.may_have(word)) [[unlikely]] {
            see(at, word);
        }
        if (lexicon.may_have(cue_key(word, next))) [[unlikely]] {
            see(at, cue_key(word, next));
        }
    }
    return cues;
}

Cues read_tone(const Page& page, const PageSentence& sentence) {
    const auto& lexicon = CueLexicon::instance();
    Cues tone = 0;
    for (auto at = sentence.first_word; at < sentence.last_word; ++at) {
        const auto& word = page.words[at];
        const auto key = cue_key(word.hash, tone_mark);
        if (!lexicon.may_have(key)) [[likely]] {
            continue;
        }
        const bool is_quoted = (word.flags & term_quoted) != 0;
        for (const auto& phrase : lexicon.find(key)) {
            if (lexicon.words(phrase)[0] == word.hash) {
                tone |= is_quoted ? phrase.cues & ~Cues{cue_voice} : phrase.cues;
            }
        }
    }
    return tone;
}

Verdict judge(const Page& page, const PageSentence& sentence, const SentenceCues& cues) {
    const auto& line = page.lines[sentence.line];
    const auto size = sentence.size();
    const bool is_alone = line.sentence_count() == 1 || page.text[sentence.place.begin] == '(';
    const auto opens = [&](Cues wanted) { return (cues.opening & wanted) != 0; };
    const auto has = [&](Cues wanted) { return (cues.any & wanted) != 0; };

    if (is_copyright_line(page, sentence, cues.opening) || (opens(cue_self) && has(cue_origin))) {
        return Verdict::sure;
    }
    if (is_alone && ((cues.whole & cue_line) != 0 || is_address(page, sentence) ||
                     is_code(page.bytes_of(sentence.place)))) {
        return Verdict::sure;
    }
    if (is_picture_credit(page, sentence, cues.any)) {
        return Verdict::sure;
    }
    constexpr std::uint32_t most_words_behind_opener = 60;
    if (opens(cue_line_opener) && size <= most_words_behind_opener &&
        sentence.first_word == line.first_word) {
        return Verdict::sure;
    }
    if (is_byline(page, sentence, line, cues.opening)) {
        return Verdict::likely;
    }
    // A label inside a paragraph may have lost the end of its line: what follows is the story's.
    const bool opens_line =
        page.lines.size() > 1 && (is_alone || sentence.first_word == line.first_word);
    const std::uint32_t most_words_behind_label = opens_line ? 40 : 18;
    if (opens(cue_label | cue_long_label) && size <= most_words_behind_label) {
        return Verdict::sure;
    }
    // Chinese pages run on without full stops between the story's last words and their own.
    constexpr std::uint32_t most_unspaced = 50;
    if (cues.any == 0) {
        return Verdict::story;
    }
    const bool is_told = (read_tone(page, sentence) & cue_narrated) != 0;
    if (is_told && !(is_alone && is_in_tail(page, sentence))) {
        return Verdict::story;
    }
    if (has(cue_stamp) && !(size > most_unspaced && is_unspaced(page, sentence))) {
        return Verdict::sure;
    }
    if (is_told) {
        return Verdict::story;
    }
    constexpr std::uint32_t most_words_of_credit = 25;
    constexpr std::uint32_t most_words_of_act = 40;
    const bool has_handle = (sentence.gaps & page_gap_at) != 0;
    const bool is_furniture =
        (opens(cue_opening_stamp) && !(size > most_unspaced && is_unspaced(page, sentence))) ||
        (opens(cue_line_start) && is_alone && size <= most_words_of_credit) ||
        (opens(cue_act) && has(cue_product) && size <= most_words_of_act) ||
        (opens(cue_reach) && (has(cue_product) || has_handle) && size <= most_words_of_act);
    return is_furniture ? Verdict::sure : Verdict::story;
}

bool is_picture_credit(const Page& page, const PageSentence& sentence, Cues any) {
    constexpr std::uint32_t most_words = 15;
    return (any & cue_picture) != 0 && sentence.size() <= most_words &&
           (sentence.gaps & page_gap_slash) != 0 && count_small_words(page, sentence) == 0;
}

std::uint32_t count_small_words(const Page& page, const Stretch& stretch) noexcept {
    std::uint32_t count = 0;
    for (auto i = stretch.first_word; i < stretch.last_word; ++i) {
        const auto& word = page.words[i];
        count += (word.flags & term_stop_word) == 0 && !is_capital(page, word) &&
                         !starts_with_digit(page, i)
                     ? 1U
                     : 0U;
    }
    return count;
}

bool is_in_head(const Page& page, const Stretch& stretch) noexcept {
    constexpr std::size_t least_words = 50;
    return stretch.first_word <= std::max(least_words, page.words.size() / 8);
}

bool is_in_tail(const Page& page, const Stretch& stretch) noexcept {
    constexpr std::size_t least_words = 120;
    return page.words.size() - stretch.last_word <= std::max(least_words, page.words.size() / 4);
}

}  // namespace wirecopy::tape
