#include "oracle/plain_terms.hpp"

#include <libstemmer.h>

#include <memory>

#include "base/hash.hpp"
#include "oracle/plain_words.hpp"
#include "tape/token.hpp"
#include "tape/word_hash.hpp"

namespace wirecopy::oracle {

namespace {

std::uint32_t stemmed_term(const std::string& word, std::string_view language) {
    std::string stem = word;
    if (!language.empty() && word.size() <= 256) {
        const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(
            sb_stemmer_new(std::string(language).c_str(), "UTF_8"), sb_stemmer_delete);
        const auto* made =
            sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                            static_cast<int>(word.size()));
        stem.assign(reinterpret_cast<const char*>(made),
                    static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
    }
    return static_cast<std::uint32_t>(base::hash_bytes(stem));
}

bool is_initials(std::string_view bytes) {
    return bytes.size() >= 3 && bytes.find('.') != std::string_view::npos;
}

std::string without_dots(std::string_view bytes) {
    std::string letters;
    for (const char byte : bytes) {
        if (byte != '.') {
            letters += byte;
        }
    }
    return letters;
}

}  // namespace

std::string misfit(std::string_view text, const Tape& tape, std::size_t i) {
    using tape::make_term;
    using tape::TermKind;
    const auto place = tape.places[i];
    if (place.begin >= place.end || place.end > text.size()) {
        return "the place is not in the text";
    }
    const auto bytes = text.substr(place.begin, place.end - place.begin);
    const auto words = plain_words(bytes);
    const bool is_figure = (tape.flags[i] & (term_number | term_date)) != 0;
    if (words.empty() || words.front().begin != 0 ||
        (words.back().end != bytes.size() && !is_figure)) {
        return "the place does not start and end with a word";
    }
    if (is_figure || (tape.flags[i] & term_run) != 0) {
        return {};
    }
    if (is_initials(bytes)) {
        const auto joined = folded(without_dots(bytes));
        const bool fits = tape.terms[i] == stemmed_term(joined, tape.language) ||
                          tape.terms[i] == make_term(TermKind::acronym, tape::hash_word(joined));
        return fits ? "" : "initials have another term";
    }
    const auto first = tape::hash_word(words[0].folded);
    if (words.size() == 2) {
        const auto second = tape::hash_word(words[1].folded);
        return tape.terms[i] == make_term(TermKind::bigram, first, second)
                   ? ""
                   : "two letters have another term";
    }
    if (words.size() > 2) {
        return "a term of many words is no number, date or run";
    }
    const bool fits = tape.terms[i] == stemmed_term(words[0].folded, tape.language) ||
                      tape.terms[i] == make_term(TermKind::bigram, first) ||
                      tape.terms[i] == make_term(TermKind::acronym, first);
    return fits ? "" : "the word has another term";
}

}  // namespace wirecopy::oracle
