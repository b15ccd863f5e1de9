#include "tape/names.hpp"

#include <algorithm>

#include "tape/lexicon.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

namespace {

constexpr std::uint8_t not_a_word = term_number | term_date;

// A sentence is a headline when at least four words and 70 % of them have capitals, whether or not
// a full stop ends it: among those with one are the bylines, photo credits and lists of links that
// would pass for names (their exclusion lifts the AUC of specifics over graded pairs from .917 to
// .930).
constexpr std::size_t headline_words = 4;
constexpr std::size_t headline_percent = 70;

bool is_capitalised(const Token& token) noexcept {
    // Without a branch: which words have capitals is what no processor foresees.
    return ((token.shape & shape_capital) != 0) & ((token.flags & not_a_word) == 0);
}

bool is_stop_word(const Token& token) noexcept {
    return (token.flags & term_stop_word) != 0;
}

// Whether nothing but a space, a hyphen or the full stop of an initial stands before `token`.
bool joins(const Token& before, const Token& token) noexcept {
    if ((token.flags & term_sentence_start) != 0) {
        return false;
    }
    if (token.gap == gap_space || token.gap == gap_hyphen || token.gap == gap_apostrophe ||
        token.gap == (gap_space | gap_newline)) {
        return true;
    }
    const bool shortened = (before.shape & (shape_letter | shape_initials)) != 0 ||
                           (before.role & role_abbreviation) != 0;
    return shortened && (token.gap & ~(gap_space | gap_full_stop)) == 0;
}

}  // namespace

const std::vector<NameRun>& NameReader::read(Language language, std::vector<Token>& tokens) {
    language_ = language;
    known_.clear();
    undecided_.clear();
    runs_.clear();
    read_capitals(tokens);
    decide(tokens);
    find_runs(tokens);
    return runs_;
}

void NameReader::read_capitals(std::vector<Token>& tokens) {
    capitals_.resize(tokens.size() + 1);
    sentences_.clear();
    auto* const written = capitals_.data();
    std::size_t capitals = 0;       // all so far
    std::size_t words = 0;          // of the sentence, without stop words, numbers and dates
    std::size_t capital_words = 0;  // of these, with a capital
    const bool has_headlines = table_of(language_).capitals_mark_names;
    // Counts go in by value: a captured count would live in memory, and every token wait for it.
    const auto is_headline = [&](std::size_t all, std::size_t with_capital) {
        return has_headlines && all >= headline_words &&
               with_capital * 100 >= all * headline_percent;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if ((token.flags & term_sentence_start) != 0 && i != 0) [[unlikely]] {
            sentences_.push_back(
                {static_cast<std::uint32_t>(capitals), is_headline(words, capital_words)});
            words = 0;
            capital_words = 0;
        }
        const bool is_capital = is_capitalised(token);
        const bool is_word = (token.flags & (not_a_word | term_stop_word)) == 0;
        words += is_word ? 1U : 0U;
        capital_words += (is_word & is_capital) ? 1U : 0U;
        written[capitals] = static_cast<std::uint32_t>(i);
        capitals += is_capital ? 1U : 0U;
    }
    // A text of one line, or its last one, is judged as running text.
    sentences_.push_back({static_cast<std::uint32_t>(capitals), false});
    capitals_.resize(capitals);
}

void NameReader::decide(std::vector<Token>& tokens) {
    const bool singles_count = table_of(language_).capitals_mark_names;
    std::size_t at = 0;
    for (const auto& sentence : sentences_) {
        for (; at < sentence.capitals_end; ++at) {
            auto& token = tokens[capitals_[at]];
            const bool all_caps = (token.shape & shape_all_caps) != 0 && !sentence.is_headline;
            if (is_stop_word(token)) {
                if (!all_caps) {
                    continue;
                }
                token.term = make_term(TermKind::acronym, token.word);
                token.flags &= static_cast<std::uint8_t>(~term_stop_word);
            }
            const bool is_first = (token.flags & term_sentence_start) != 0;
            if (!is_first && !sentence.is_headline && (singles_count || all_caps)) {
                token.flags |= term_name;
                known_.push_back(token.term);
            } else if (!sentence.is_headline || singles_count) {
                undecided_.push_back(capitals_[at]);
            }
        }
    }
    std::sort(known_.begin(), known_.end());
    for (const auto i : undecided_) {
        if (std::binary_search(known_.begin(), known_.end(), tokens[i].term)) {
            tokens[i].flags |= term_name;
        }
    }
}

// A run starts at a name, or at the first word of a sentence before one, and goes on over names
// and the particles between them.
void NameReader::find_runs(std::vector<Token>& tokens) {
    const bool singles_count = table_of(language_).capitals_mark_names;
    const auto may_belong = [&](const Token& token) {
        if ((token.flags & term_name) != 0) {
            return true;
        }
        return is_capitalised(token) && !is_stop_word(token) &&
               (!singles_count || (token.flags & term_sentence_start) != 0);
    };
    std::size_t behind = 0;  // the last run
    for (const std::size_t first : capitals_) {
        if (first < behind || !may_belong(tokens[first])) {
            continue;
        }
        std::size_t last = first;
        for (std::size_t next = first + 1;
             next < tokens.size() && joins(tokens[next - 1], tokens[next]); ++next) {
            if (may_belong(tokens[next])) {
                last = next;
            } else if ((tokens[next].role & role_name_particle) == 0 ||
                       (tokens[next].shape & shape_lower) == 0) {
                break;
            }
        }
        if (last > first) {
            add_run(tokens, first, last);
            behind = last + 1;
        }
    }
}

void NameReader::add_run(std::vector<Token>& tokens, std::size_t first, std::size_t last) {
    std::uint64_t joined = 0;
    for (std::size_t i = first; i <= last; ++i) {
        joined = base::mix(joined ^ tokens[i].term);
        if (is_capitalised(tokens[i])) {
            tokens[i].flags |= term_name;
        }
    }
    runs_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last),
                     make_term(TermKind::run, joined)});
}

}  // namespace wirecopy::tape
