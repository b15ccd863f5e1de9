#include "tape/furniture.hpp"

#include <algorithm>

#include "tape/furniture_rules.hpp"

namespace wirecopy::tape {

namespace {

class FurnitureReader {
public:
    explicit FurnitureReader(const Page& page)
        : page_(page), cues_(page.sentences.size()), verdicts_(page.sentences.size()) {}

    std::vector<Place> read() {
        for (std::size_t i = 0; i < page_.sentences.size(); ++i) {
            cues_[i] = read_cues(page_, page_.sentences[i]);
            verdicts_[i] = judge(page_, page_.sentences[i], cues_[i]);
        }
        for (std::uint32_t i = 0; i < page_.lines.size(); ++i) {
            judge_line(i);
        }
        fill_paragraphs();
        for (const auto least : {Verdict::likely, Verdict::sure}) {
            if (static_cast<double>(count_words(least)) <=
                most_furniture * static_cast<double>(page_.words.size())) {
                return places(least);
            }
        }
        return {};
    }

private:
    [[nodiscard]] const SentenceCues& opening_cues(const PageLine& line) const noexcept {
        return cues_[line.first_sentence];
    }
    [[nodiscard]] bool is_marked(std::uint32_t sentence) const noexcept {
        return verdicts_[sentence] != Verdict::story;
    }
    [[nodiscard]] bool is_marked(const PageLine& line) const noexcept {
        for (auto i = line.first_sentence; i < line.last_sentence; ++i) {
            if (!is_marked(i)) {
                return false;
            }
        }
        return true;
    }
    void mark(const PageLine& line, Verdict verdict) noexcept {
        for (auto i = line.first_sentence; i < line.last_sentence; ++i) {
            verdicts_[i] = std::max(verdicts_[i], verdict);
        }
    }
    [[nodiscard]] bool ends_with_stop(const PageLine& line) const noexcept {
        return tape::ends_with_stop(page_.bytes_of(line.place));
    }

    void judge_line(std::uint32_t index) {
        const auto& line = page_.lines[index];
        const auto& cues = opening_cues(line);
        constexpr std::uint32_t most_words_behind_label = 30;
        constexpr Cues labels = cue_label | cue_long_label | cue_line_opener;
        if ((cues.opening & labels) != 0 && is_marked(line.first_sentence) &&
            line.size() <= most_words_behind_label) {
            mark(line, Verdict::sure);
        } else if (is_caption(line)) {
            mark(line, Verdict::likely);
        }
        if (line.sentence_count() == 1) {
            judge_heading(index);
        }
    }

    // A line of two sentences, the second of which says whose picture it is.
    [[nodiscard]] bool is_caption(const PageLine& line) const noexcept {
        constexpr std::uint32_t most_words = 50;
        if (line.sentence_count() != 2 || line.size() > most_words) {
            return false;
        }
        const auto& credit = cues_[line.last_sentence - 1];
        return (credit.opening & cue_caption) != 0 ||
               is_picture_credit(page_, page_.sentences[line.last_sentence - 1], credit.any);
    }

    // Headings whose lines below are furniture as well.
    void judge_heading(std::uint32_t index) {
        const auto& line = page_.lines[index];
        const auto& cues = opening_cues(line);
        constexpr std::uint32_t most_words_of_contact = 12;
        constexpr std::uint32_t most_words_of_headline = 20;
        constexpr std::uint32_t most_words_of_signature = 8;
        const auto has = [&](Cues wanted) { return (cues.whole & wanted) != 0; };
        if ((cues.opening & cue_about) != 0 && is_late(line)) {
            judge_about(index);
        } else if (has(cue_rest) && is_late(line) && !rest_is_marked_) {
            mark(line, Verdict::likely);
            mark_below(index, page_.lines.size(), [](const PageLine&) { return true; });
            rest_is_marked_ = true;
        } else if (has(cue_contact) && is_in_tail(page_, line)) {
            mark(line, Verdict::sure);
            mark_below(index, 8, [&](const PageLine& below) {
                return below.size() <= most_words_of_contact;
            });
        } else if (has(cue_links)) {
            mark_below(index, is_in_tail(page_, line) ? 10 : 1, [&](const PageLine& below) {
                return below.size() <= most_words_of_headline && !ends_with_stop(below);
            });
        } else if (has(cue_closing) && is_in_tail(page_, line)) {
            mark(line, Verdict::sure);
            mark_below(index, 3, [&](const PageLine& below) {
                return below.size() <= most_words_of_signature;
            });
        }
    }

    template <class Fits>
    void mark_below(std::size_t index, std::size_t most, const Fits& fits) {
        const auto end = std::min(page_.lines.size(), index + 1 + most);
        for (auto i = index + 1; i < end && fits(page_.lines[i]); ++i) {
            mark(page_.lines[i], Verdict::likely);
        }
    }

    [[nodiscard]] bool is_late(const PageLine& line) const noexcept {
        return 3 * std::size_t{line.first_word} >= page_.words.size();
    }

    // "About Name", where the line below soon says the name again.
    void judge_about(std::uint32_t index) {
        constexpr std::uint32_t most_words = 10;
        constexpr std::uint32_t soon_words = 15;
        const auto& line = page_.lines[index];
        if (line.size() < 2 || line.size() > most_words || ends_with_stop(line) ||
            count_small_words(page_, line) != 0 || index + 1 == page_.lines.size()) {
            return;
        }
        const auto& below = page_.lines[index + 1];
        const auto end = std::min(below.last_word, below.first_word + soon_words);
        for (auto i = line.first_word + 1; i < line.last_word; ++i) {
            for (auto j = below.first_word; j < end; ++j) {
                const auto& word = page_.words[i];
                if (word.hash == page_.words[j].hash && (word.flags & term_stop_word) == 0) {
                    mark(line, Verdict::sure);
                    mark(below, Verdict::sure);
                    return;
                }
            }
        }
    }

    // A paragraph near an end of the page that is furniture by half or more of its words is so to
    // its end, unless a sentence tells of something; a long one wherever it stands, by half or more
    // of its sentences.
    void fill_paragraphs() {
        constexpr std::uint32_t many_sentences = 4;
        for (const auto& line : page_.lines) {
            const auto marked = count_marked(line);
            const bool is_half_at_an_end = (is_in_head(page_, line) || is_in_tail(page_, line)) &&
                                           2 * marked.words >= line.size();
            const bool is_half_of_many = line.sentence_count() >= many_sentences &&
                                         2 * marked.sentences >= line.sentence_count();
            if (line.sentence_count() > 1 && (is_half_at_an_end || is_half_of_many)) {
                fill_paragraph(line);
            }
        }
    }
    void fill_paragraph(const PageLine& line) {
        constexpr std::uint32_t most_words = 40;
        constexpr Cues asking = cue_product | cue_act | cue_line;
        for (auto i = line.first_sentence; i < line.last_sentence; ++i) {
            const auto& sentence = page_.sentences[i];
            if (is_marked(i) || sentence.size() > most_words || is_quoted(sentence)) {
                continue;
            }
            const auto tone = read_tone(page_, sentence);
            const bool is_between = i > line.first_sentence && i + 1 < line.last_sentence &&
                                    is_marked(i - 1) && is_marked(i + 1);
            if ((tone & cue_narrated) == 0 &&
                (is_between || (tone & cue_voice) != 0 || (cues_[i].any & asking) != 0)) {
                verdicts_[i] = Verdict::likely;
            }
        }
    }
    [[nodiscard]] bool is_quoted(const PageSentence& sentence) const noexcept {
        return (page_.words[sentence.first_word].flags & term_quoted) != 0;
    }
    struct Marked {
        std::uint32_t sentences = 0;
        std::uint32_t words = 0;
    };
    [[nodiscard]] Marked count_marked(const PageLine& line) const noexcept {
        Marked marked;
        for (auto i = line.first_sentence; i < line.last_sentence; ++i) {
            marked.sentences += is_marked(i) ? 1U : 0U;
            marked.words += is_marked(i) ? page_.sentences[i].size() : 0U;
        }
        return marked;
    }

    [[nodiscard]] std::size_t count_words(Verdict least) const noexcept {
        std::size_t count = 0;
        for (std::size_t i = 0; i < verdicts_.size(); ++i) {
            count += verdicts_[i] >= least ? page_.sentences[i].size() : 0;
        }
        return count;
    }

    // Neighbours are joined.
    [[nodiscard]] std::vector<Place> places(Verdict least) const {
        std::vector<Place> made;
        bool joins = false;
        for (std::size_t i = 0; i < verdicts_.size(); ++i) {
            const auto place = page_.sentences[i].place;
            const bool is_furniture = verdicts_[i] >= least;
            if (is_furniture && joins) {
                made.back().end = place.end;
            } else if (is_furniture) {
                made.push_back(place);
            }
            joins = is_furniture;
        }
        return made;
    }

    const Page& page_;
    std::vector<SentenceCues> cues_;
    std::vector<Verdict> verdicts_;
    bool rest_is_marked_ = false;
};

}  // namespace

std::vector<Place> read_furniture(std::string_view text, const Tape& tape) {
    return read_furniture(read_page(text, tape));
}

std::vector<Place> read_furniture(const Page& page) {
    return FurnitureReader(page).read();
}

}  // namespace wirecopy::tape
