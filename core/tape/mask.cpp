#include "tape/mask.hpp"

#include "tape/lead.hpp"
#include "tape/words.hpp"

namespace wirecopy::tape {

std::vector<std::uint8_t> mask_words(std::string_view text, std::span<const Place> places) {
    WordScanner scanner;
    const auto words = scanner.scan(text);
    std::vector<std::uint8_t> mask(words.size());
    MaskCursor cursor(places);
    for (std::size_t i = 0; i < mask.size(); ++i) {
        const auto place = words.places[i];
        mask[i] = cursor.is_inside({place.begin, place.end}) ? 1 : 0;
    }
    return mask;
}

Tape without(std::string_view text, const Tape& tape, std::span<const Place> places) {
    Tape rest;
    rest.language = tape.language;
    Lead lead;
    std::uint8_t is_lead = 0;
    bool starts_sentence = false;  // what was left out did
    MaskCursor cursor(places);
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (cursor.is_inside(tape.places[i])) {
            starts_sentence |= (tape.flags[i] & term_sentence_start) != 0;
            continue;
        }
        auto flags = static_cast<std::uint8_t>(tape.flags[i] & ~term_lead);
        if (starts_sentence && (flags & term_run) == 0) {
            flags |= term_sentence_start;
            starts_sentence = false;
        }
        is_lead = (flags & term_run) != 0 ? is_lead : lead.next(flags);
        rest.terms.push_back(tape.terms[i]);
        rest.flags.push_back(static_cast<std::uint8_t>(flags | is_lead));
        rest.places.push_back(tape.places[i]);
    }
    rest.words.reserve(tape.words.size());
    const auto mask = tape.words.empty() ? std::vector<std::uint8_t>() : mask_words(text, places);
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == 0) {
            rest.words.push_back(tape.words[i]);
        }
    }
    return rest;
}

}  // namespace wirecopy::tape
