// Prose: sentences of made-up words whose frequencies are those of news.
//
//   in      a story: its topic, terms, names and figures
//   out     sentences that use them, among words of the topic and of the language
//   cost    some 40 ns a word
//   error   no grammar: only what counts and compares words takes it for English
//
// A word that an article has used comes back in it, a word of the story in its other articles, and
// a topic prefers words of its own at every frequency: this makes the difference between how often
// a word occurs and in how many articles.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "curve.hpp"
#include "lexicon.hpp"

namespace wirecopy::bench {

/// What the articles on one event have in common.
struct Story {
    std::uint32_t topic = 0;
    std::vector<std::uint32_t> terms;
    std::vector<std::string> names;    ///< of people, places and bodies
    std::vector<std::string> figures;  ///< "$4.6 billion"
    std::string place;
};

class Prose {
public:
    explicit Prose(std::uint64_t seed);

    [[nodiscard]] Story new_story(base::Random& random) const;

    /// A sentence with its full stop. `used` holds the words that may come back, and gains those
    /// that are new.
    [[nodiscard]] std::string sentence(const Story& story, std::vector<std::uint32_t>& used,
                                       base::Random& random) const;
    /// A headline: words of the story alone.
    [[nodiscard]] std::string headline(const Story& story, base::Random& random) const;
    /// A word as the language has them, nothing but letters and digits.
    [[nodiscard]] std::string word(base::Random& random) const;
    /// A first name and a surname.
    [[nodiscard]] std::string person(base::Random& random) const;
    /// A name of one word.
    [[nodiscard]] std::string name(base::Random& random) const;

private:
    // Words of about one frequency.
    struct Block {
        std::uint32_t begin;
        std::uint32_t size;
        std::uint32_t preferred;  // so many of them belong to a topic
    };

    [[nodiscard]] Block block_of(std::uint32_t rank) const;
    [[nodiscard]] std::uint32_t rank_from(double share, base::Random& random) const;
    [[nodiscard]] std::uint32_t in_topic(std::uint32_t rank, std::uint32_t topic,
                                         base::Random& random) const;
    [[nodiscard]] std::uint32_t next_rank(const Story& story, std::vector<std::uint32_t>& used,
                                          base::Random& random) const;
    [[nodiscard]] std::uint32_t draw_topic(base::Random& random) const;
    void append_name(const Story& story, std::string& text, base::Random& random) const;

    std::uint64_t seed_;
    FrequencyCurve curve_;
    Lexicon lexicon_;
    double content_begins_at_;
    double topical_begins_at_;
    std::vector<Block> blocks_;
    std::vector<double> topic_ends_;                     // shares of stories, summed up
    std::vector<std::vector<std::string>> topic_names_;  // who and what a topic is always about
};

}  // namespace wirecopy::bench
