#include "tape/furniture_page.hpp"

#include <algorithm>

#include "tape/furniture_cues.hpp"
#include "tape/languages.hpp"
#include "tape/unicode.hpp"

namespace wirecopy::tape {

namespace {

bool is_blank(char byte) noexcept {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

std::uint8_t only_if(bool condition, PageGap gap) noexcept {
    return condition ? static_cast<std::uint8_t>(gap) : std::uint8_t{0};
}

// Reads what stands between two words; one space alone never comes here.
class GapCutter {
public:
    explicit GapCutter(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] std::uint8_t read(std::uint32_t begin, std::uint32_t end) const {
        std::uint8_t gap = only_if(text_[begin] == ':', page_gap_colon);
        std::uint32_t indent = 0;
        for (auto at = begin; at < end;) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            if (byte == ' ') {
                ++indent;
                ++at;
            } else if (byte == '\n') {
                gap |= (gap & page_gap_newline) != 0 ? page_gap_paragraph : page_gap_newline;
                indent = 0;
                ++at;
            } else if (byte < 0x80U) {
                gap |= ascii_kind(begin, at);
                indent += byte == '\t' ? 2U : 0U;
                ++at;
            } else {
                const auto point = code_point_at(text_, at);
                gap |= kind_of(begin, at, point.value);
                at += point.length_bytes;
            }
        }
        constexpr std::uint32_t least_indent = 2;
        if ((gap & page_gap_newline) != 0 && indent >= least_indent) {
            gap |= page_gap_paragraph;
        }
        if (text_[end - 1] == '@') {
            gap |= page_gap_at;
        }
        return gap;
    }

private:
    // Blanks before © part a notice from a misread é.
    [[nodiscard]] bool is_apart(std::uint32_t begin, std::uint32_t at) const noexcept {
        return at == 0 || (at > begin && is_blank(text_[at - 1]));
    }

    [[nodiscard]] std::uint8_t ascii_kind(std::uint32_t begin, std::uint32_t at) const noexcept {
        switch (text_[at]) {
            case '.':
            case '!':
            case '?':
                return page_gap_stop;
            case '/':
                return page_gap_slash;
            case ':':
                return only_if(at == begin + 1 && text_[begin] == ' ', page_gap_colon);
            default:
                return 0;
        }
    }

    [[nodiscard]] std::uint8_t kind_of(std::uint32_t begin, std::uint32_t at,
                                       char32_t value) const noexcept {
        switch (value) {
            case U'…':
            case U'。':
            case U'！':
            case U'？':
                return page_gap_stop;
            case U'：':
                return only_if(at == begin, page_gap_colon);
            case U'©':
                return only_if(is_apart(begin, at), page_gap_copyright);
            default:
                return 0;
        }
    }

    std::string_view text_;
};

bool starts_with_small(std::string_view text, std::uint32_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return (byte >= 'a' && byte <= 'z') ||
           (byte >= 0x80U && case_of(code_point_at(text, at).value) == LetterCase::lower);
}

class PageCutter {
public:
    explicit PageCutter(Page& page) noexcept : page_(page) {}

    void read_words(const Tape& tape) {
        const auto text = page_.text;
        const GapCutter cutter(text);
        const auto* const places = tape.places.data();
        const auto* const flags = tape.flags.data();
        const auto size = tape.size();
        page_.words.resize(size);
        auto* const words = page_.words.data();
        auto* word = words;
        starts_.push_back({0, 0});
        std::uint8_t gaps_since_start = 0;
        std::uint32_t read_to = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto place = places[i];
            // A date may be two terms of the same bytes, a day and a weekday. Pairs of letters
            // without spaces overlap.
            if ((flags[i] & term_run) != 0 || place.end <= read_to) {
                continue;
            }
            std::uint8_t gap = 0;
            if (place.begin > read_to + 1 || text[read_to] != ' ') {
                gap = place.begin <= read_to ? std::uint8_t{0} : cutter.read(read_to, place.begin);
                count_newline(gap, place.begin);
            }
            // Filled in where it stays: a copy of what was just written in pieces waits for it, and
            // was half of the time of this pass.
            word->hash = hash_cue_word(text, place.begin, place.end);
            word->place.begin = place.begin;
            word->place.end = place.end;
            word->flags = flags[i];
            word->gap = gap;
            if ((gap & page_gap_newline) != 0 || (flags[i] & term_sentence_start) != 0) {
                starts_.back().gaps = gaps_since_start;
                starts_.push_back({static_cast<std::uint32_t>(word - words), 0});
                gaps_since_start = 0;
            }
            gaps_since_start |= gap;
            ++word;
            read_to = place.end;
        }
        starts_.back().gaps = gaps_since_start;
        page_.words.resize(static_cast<std::size_t>(word - words));
    }

    void cut() {
        if (page_.words.empty()) {
            return;
        }
        is_wrapped_ = newlines_in_sentences_ >= least_newlines_in_sentences &&
                      4 * newlines_in_sentences_ > newlines_;
        open_line(0);
        open_sentence(0);
        for (const auto& start : starts_) {
            const auto& word = page_.words[start.word];
            const bool is_open = start.word == 0;
            if (!is_open && breaks_line(word)) {
                close_sentence(start.word);
                close_line(start.word);
                open_line(start.word);
                open_sentence(start.word);
            } else if (!is_open && breaks_sentence(word)) {
                close_sentence(start.word);
                open_sentence(start.word);
            }
            page_.sentences.back().gaps |= start.gaps;
        }
        const auto end = static_cast<std::uint32_t>(page_.words.size());
        close_sentence(end);
        close_line(end);
    }

private:
    void count_newline(std::uint8_t gap, std::uint32_t next) {
        if ((gap & (page_gap_newline | page_gap_paragraph)) == page_gap_newline) {
            ++newlines_;
            newlines_in_sentences_ +=
                (gap & page_gap_stop) == 0 && starts_with_small(page_.text, next) ? 1U : 0U;
        }
    }

    [[nodiscard]] bool breaks_line(const PageWord& word) const noexcept {
        const auto needed = is_wrapped_ ? page_gap_paragraph : page_gap_newline;
        return (word.gap & needed) != 0;
    }
    [[nodiscard]] bool breaks_sentence(const PageWord& word) const noexcept {
        return (word.flags & term_sentence_start) != 0 &&
               ((word.gap & page_gap_stop) != 0 || (word.gap & page_gap_newline) == 0);
    }

    // Where the bytes of a stretch begin that opens with this word: behind the last new line before
    // it, or inside a line behind the first blank behind the full stop.
    [[nodiscard]] std::uint32_t begin_of(std::uint32_t word, bool at_line) const noexcept {
        const auto end = page_.words[word].place.begin;
        const auto before = word == 0 ? 0 : std::min(page_.words[word - 1].place.end, end);
        const auto is_cut = [&](char byte) {
            return at_line ? byte == '\n' : byte == '.' || byte == '!' || byte == '?';
        };
        auto begin = end;
        while (begin > before && !is_cut(page_.text[begin - 1])) {
            --begin;
        }
        if (!at_line) {
            while (begin < end && !is_blank(page_.text[begin])) {
                ++begin;
            }
        }
        while (begin < end && is_blank(page_.text[begin])) {
            ++begin;
        }
        return begin;
    }
    // Where the bytes of a stretch end that the word `next` follows.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t next, bool at_line) const noexcept {
        const auto begin = page_.words[next - 1].place.end;
        auto end = next < page_.words.size() ? begin_of(next, at_line)
                                             : static_cast<std::uint32_t>(page_.text.size());
        if (at_line) {
            const auto newline = page_.text.find('\n', begin);
            end = static_cast<std::uint32_t>(std::min<std::size_t>(end, newline));
        }
        while (end > begin && is_blank(page_.text[end - 1])) {
            --end;
        }
        return end;
    }

    void open_line(std::uint32_t word) {
        PageLine line{};
        line.place.begin = begin_of(word, true);
        line.first_word = word;
        line.first_sentence = static_cast<std::uint32_t>(page_.sentences.size());
        page_.lines.push_back(line);
    }
    void close_line(std::uint32_t next) {
        auto& line = page_.lines.back();
        line.place.end = page_.sentences.back().place.end;
        line.last_word = next;
        line.last_sentence = static_cast<std::uint32_t>(page_.sentences.size());
    }
    void open_sentence(std::uint32_t word) {
        PageSentence sentence{};
        const bool at_line = page_.lines.back().first_word == word;
        sentence.place.begin = at_line ? page_.lines.back().place.begin : begin_of(word, false);
        sentence.first_word = word;
        sentence.line = static_cast<std::uint32_t>(page_.lines.size() - 1);
        page_.sentences.push_back(sentence);
    }
    void close_sentence(std::uint32_t next) {
        const bool at_line = next == page_.words.size() || breaks_line(page_.words[next]);
        page_.sentences.back().place.end = end_of(next, at_line);
        page_.sentences.back().last_word = next;
    }

    // Text wrapped to a width breaks most lines inside sentences, half of them before a small
    // letter and more; in other text hardly a line does.
    static constexpr std::uint32_t least_newlines_in_sentences = 3;

    Page& page_;
    bool is_wrapped_ = false;
    // Words that may open a sentence or a line, and the gaps from each to the next.
    struct Start {
        std::uint32_t word;
        std::uint8_t gaps;
    };
    std::vector<Start> starts_;
    std::uint32_t newlines_ = 0;
    std::uint32_t newlines_in_sentences_ = 0;
};

}  // namespace

Page read_page(std::string_view text, const Tape& tape) {
    Page page;
    page.text = text;
    page.is_english = tape.language == language_table(Language::english).name;
    PageCutter cutter(page);
    cutter.read_words(tape);
    cutter.cut();
    return page;
}

bool is_capital(const Page& page, const PageWord& word) noexcept {
    const auto byte = static_cast<unsigned char>(page.text[word.place.begin]);
    if (byte < 0x80U) {
        return byte >= 'A' && byte <= 'Z';
    }
    return case_of(code_point_at(page.text, word.place.begin).value) == LetterCase::upper;
}

bool ends_with_stop(std::string_view bytes) noexcept {
    constexpr std::string_view behind = "\"')]*";
    while (!bytes.empty()) {
        if (behind.find(bytes.back()) != std::string_view::npos) {
            bytes.remove_suffix(1);
        } else if (bytes.ends_with("”") || bytes.ends_with("’")) {
            bytes.remove_suffix(3);
        } else if (bytes.ends_with("»")) {
            bytes.remove_suffix(2);
        } else {
            break;
        }
    }
    return !bytes.empty() && (bytes.back() == '.' || bytes.back() == '!' || bytes.back() == '?' ||
                              bytes.ends_with("…") || bytes.ends_with("。") ||
                              bytes.ends_with("！") || bytes.ends_with("？"));
}

}  // namespace wirecopy::tape
