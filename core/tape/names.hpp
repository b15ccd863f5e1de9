// Names: the third pass of the tape. Flags the tokens that name someone or something, and finds
// the runs of them that are one name.
//
//   in      tokens with sentence starts, in a language
//   out     term_name flags; runs, in order, that do not overlap
//   cost    about 3 ns a token
//
// A name has a capital inside a sentence. The first word of a sentence, and every word of a
// headline (where most words have capitals), is one only when the article shows it elsewhere. In a
// language that capitalises all nouns only runs and words in capitals count. Scripts without
// capitals have no names.

#pragma once

#include <cstdint>
#include <vector>

#include "tape/languages.hpp"
#include "tape/token.hpp"

namespace wirecopy::tape {

/// Tokens [first, last], of which the first and the last are names.
struct NameRun {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t term;
};

/// Keeps its memory from one article to the next, and nothing else.
class NameReader {
public:
    /// Sets flags and, for stop words that are acronyms ("WHO"), terms. The runs live until the
    /// next call.
    [[nodiscard]] const std::vector<NameRun>& read(Language language, std::vector<Token>& tokens);

private:
    void read_capitals(std::vector<Token>& tokens);
    void decide(std::vector<Token>& tokens);
    void find_runs(std::vector<Token>& tokens);
    void add_run(std::vector<Token>& tokens, std::size_t first, std::size_t last);

    // The rest of each sentence's words are looked at once only: a branch on every word that has
    // a capital or not goes wrong for most names.
    struct Sentence {
        std::uint32_t capitals_end;  // behind its last entry in capitals_
        bool is_headline;
    };

    Language language_ = Language::none;
    std::vector<std::uint32_t> capitals_;  // tokens with a capital that are no dates
    std::vector<Sentence> sentences_;
    std::vector<std::uint32_t> known_;      // terms of names, sorted when complete
    std::vector<std::uint32_t> undecided_;  // tokens that are names if known elsewhere
    std::vector<NameRun> runs_;
};

}  // namespace wirecopy::tape
