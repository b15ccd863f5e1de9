#include <algorithm>
#include <utility>

#include "tape/lead.hpp"
#include "tape/specifics.hpp"
#include "tape/tape_reader.hpp"
#include "tape/tokens.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy {

namespace {

// A text without any stop word is a list, a table or a headline: English if nothing speaks
// against it.
tape::Language language_of(std::string_view text, const tape::Words& words) {
    const auto guessed = tape::guess_language(words.hashes);
    const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; };
    const bool is_english = guessed == tape::Language::none && words.size() != 0 &&
                            std::all_of(text.begin(), text.end(), is_ascii);
    return is_english ? tape::Language::english : guessed;
}

// Lays tokens and runs into the tape, each run behind its last token.
void write_tape(const std::vector<tape::Token>& tokens, const std::vector<tape::NameRun>& runs,
                Tape& tape) {
    const std::size_t size = tokens.size() + runs.size();
    tape.terms.resize(size);
    tape.flags.resize(size);
    tape.places.resize(size);
    auto* term = tape.terms.data();
    auto* flags = tape.flags.data();
    auto* place = tape.places.data();
    tape::Lead lead_so_far;
    auto run = runs.begin();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        const auto lead = lead_so_far.next(token.flags);
        *term++ = token.term;
        *flags++ = static_cast<std::uint8_t>(token.flags | lead);
        *place++ = {token.begin, token.end};
        if (run != runs.end() && run->last == i) {
            const auto quoted = static_cast<std::uint8_t>(token.flags & term_quoted);
            *term++ = run->term;
            *flags++ = static_cast<std::uint8_t>(quoted | lead | term_name | term_run);
            *place++ = {tokens[run->first].begin, token.end};
            ++run;
        }
    }
}

}  // namespace

struct TapeBuilder::State {
    tape::TapeReader reader;
};

TapeBuilder::TapeBuilder() : state_(std::make_unique<State>()) {}
TapeBuilder::~TapeBuilder() = default;
TapeBuilder::TapeBuilder(TapeBuilder&&) noexcept = default;
TapeBuilder& TapeBuilder::operator=(TapeBuilder&&) noexcept = default;

Tape TapeBuilder::build(std::string_view text) {
    Tape tape;
    build(text, tape);
    return tape;
}

void TapeBuilder::build(std::string_view text, Tape& tape) {
    state_->reader.read(text, tape);
}

namespace tape {

Words TapeReader::read(std::string_view text, Tape& tape) {
    const auto words = scanner_.scan(text);
    const auto language = language_of(text, words);
    read_tokens(text, words, language, lexicon_, tokens_);
    read_specifics(text, language, tokens_);
    const auto& runs = names_.read(language, tokens_);
    tape.words.assign(words.hashes.begin(), words.hashes.end());
    tape.language = table_of(language).name;
    write_tape(tokens_, runs, tape);
    return words;
}

}  // namespace tape

}  // namespace wirecopy
