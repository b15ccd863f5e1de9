#include "lexicon.hpp"

#include <array>
#include <string_view>

#include "base/hash.hpp"

namespace wirecopy::bench {

namespace {

// Function words, days and months, and what no report does without; the more frequent the earlier.
constexpr auto english = std::to_array<std::string_view>(
    {"the",       "to",        "a",       "of",        "in",       "and",      "on",
     "for",       "said",      "that",    "is",        "it",       "with",     "as",
     "at",        "by",        "its",     "from",      "was",      "has",      "be",
     "have",      "an",        "which",   "are",       "not",      "but",      "will",
     "this",      "more",      "would",   "up",        "also",     "than",     "about",
     "after",     "had",       "were",    "or",        "last",     "been",     "he",
     "we",        "they",      "over",    "their",     "could",    "some",     "one",
     "other",     "two",       "out",     "while",     "there",    "into",     "if",
     "may",       "down",      "who",     "first",     "since",    "no",       "when",
     "time",      "all",       "told",    "now",       "so",       "still",    "such",
     "can",       "next",      "end",     "before",    "any",      "most",     "because",
     "under",     "three",     "what",    "much",      "back",     "Monday",   "Tuesday",
     "Wednesday", "Thursday",  "Friday",  "only",      "his",      "our",      "i",
     "you",       "she",       "her",     "them",      "even",     "just",     "against",
     "between",   "during",    "through", "another",   "both",     "many",     "those",
     "these",     "where",     "being",   "did",       "do",       "does",     "should",
     "might",     "must",      "made",    "make",      "take",     "took",     "given",
     "like",      "well",      "very",    "too",       "then",     "here",     "how",
     "why",       "off",       "around",  "within",    "without",  "until",    "each",
     "same",      "own",       "per",     "however",   "although", "though",   "whether",
     "including", "according", "already", "January",   "February", "March",    "April",
     "June",      "July",      "August",  "September", "October",  "November", "December",
     "Saturday",  "Sunday",    "four",    "five",      "six",      "several",  "few",
     "yet",       "soon",      "again",   "once",      "later",    "earlier",  "further",
     "every"});

constexpr auto onsets = std::to_array<std::string_view>(
    {"b",  "d",  "f",  "g",  "h",  "j",  "k",  "l",  "m",  "n",  "p",
     "r",  "s",  "t",  "v",  "w",  "z",  "br", "ch", "cl", "dr", "fl",
     "gr", "kr", "pl", "pr", "sh", "sl", "st", "th", "tr", "sk"});
constexpr auto nuclei =
    std::to_array<std::string_view>({"a", "e", "i", "o", "u", "ai", "ea", "ou"});
constexpr auto codas =
    std::to_array<std::string_view>({"", "n", "r", "l", "s", "t", "m", "nd", "rt", "ck"});
constexpr std::uint64_t syllables = onsets.size() * nuclei.size() * codas.size();

constexpr std::uint32_t kept = 200'000;

void append_syllable(std::uint64_t which, std::string& text) {
    text += onsets.at(which % onsets.size());
    which /= onsets.size();
    text += nuclei.at(which % nuclei.size());
    text += codas.at(which / nuclei.size() % codas.size());
}

// Neighbours in rank look nothing alike: an open and another syllable reach for 655,360 words,
// whose order is scrambled by a factor that shares no divisor with that number.
std::string made_word(std::uint32_t rank) {
    constexpr std::uint64_t open = onsets.size() * nuclei.size();
    constexpr std::uint64_t two = open * syllables;
    constexpr std::uint64_t factor = 4'294'967'291;
    const auto scrambled = rank % two * factor % two;
    std::string word;
    append_syllable(scrambled % open, word);
    append_syllable(scrambled / open, word);
    if (rank >= two) {
        append_syllable(rank / two, word);
    }
    return word;
}

std::string made_number(std::uint32_t rank) {
    return std::to_string(rank < 4000 ? base::mix(rank) % 100 : rank / 2);
}

std::string spell(std::uint32_t rank) {
    if (rank < english.size()) {
        return std::string(english.at(rank));
    }
    switch (Lexicon::kind(rank)) {
        case WordKind::number:
            return made_number(rank);
        case WordKind::name: {
            auto word = made_word(rank);
            word.front() = static_cast<char>(word.front() - 'a' + 'A');
            return word;
        }
        case WordKind::plain:
            break;
    }
    return made_word(rank);
}

}  // namespace

Lexicon::Lexicon() {
    first_.reserve(kept);
    for (std::uint32_t rank = 0; rank < kept; ++rank) {
        first_.push_back(spell(rank));
    }
}

// Of different words of news one in fifteen is a number; that one in six is a name is a guess.
WordKind Lexicon::kind(std::uint32_t rank) {
    if (rank < english.size()) {
        return WordKind::plain;
    }
    const auto lot = base::mix(rank + 1ULL) % 100;
    return lot < 6 ? WordKind::number : lot < 24 ? WordKind::name : WordKind::plain;
}

std::string Lexicon::spelling(std::uint32_t rank) const {
    return rank < first_.size() ? first_[rank] : spell(rank);
}

void Lexicon::append(std::uint32_t rank, std::string& text) const {
    if (rank < first_.size()) {
        text += first_[rank];
    } else {
        text += spell(rank);
    }
}

}  // namespace wirecopy::bench
