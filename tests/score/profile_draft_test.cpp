// Drafts of articles parts of which are no evidence, beside drafts of the rest of their tapes.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/hash.hpp"
#include "score/profile.hpp"
#include "tape/mask.hpp"
#include "tape/words.hpp"

namespace wirecopy::score {
namespace {

// Names, numbers, dates, quotations, and words that come again.
std::string story(base::Random& random) {
    const std::vector<std::string> sentences{
        "Odalys Brandt put the cost of the bridge at $3.4 million on Friday. ",
        "\"No one will drive over it before June,\" said Brandt, the chief engineer. ",
        "Some 1,200 cars cross the Osmund Bridge every day, the city of Harrowmere said. ",
        "Read more about the bridge in the Harrowmere Ledger. ",
        "The repair of the bridge was put off twice, on May 3 and on June 14. "};
    std::string text;
    for (int i = 0; i < 14; ++i) {
        text += sentences[random.below(sentences.size())];
    }
    return text;
}

TEST(ProfileDraft, OfWhatIsEvidenceIsThatOfTheRestOfTheTape) {
    base::Random random(2);
    std::size_t left_out = 0;
    for (int round = 0; round < 60; ++round) {
        const auto text = story(random);
        const auto tape = TapeBuilder().build(text);
        std::vector<Place> ignored;
        for (std::uint32_t at = 0; at + 200 < text.size() && round > 0;) {
            const auto begin = at + static_cast<std::uint32_t>(random.below(150));
            at = begin + 1 + static_cast<std::uint32_t>(random.below(120));
            ignored.push_back({begin, at});
        }
        const auto rest = tape::without(text, tape, ignored);
        left_out += tape.size() - rest.size();
        ProfileDrafter drafter;
        const auto whole = drafter.draft(tape, {}, tape.words);
        const auto expected = drafter.draft(rest, {}, rest.words);
        const auto found = drafter.draft(tape, ignored, rest.words);

        std::map<std::uint32_t, ProfileDraft::Entry> of_rest;
        for (const auto& entry : expected.entries) {
            of_rest[entry.term] = entry;
        }
        std::size_t next = 0;
        for (const auto& entry : found.entries) {
            const auto& evidence = of_rest[entry.term];
            EXPECT_EQ(entry.count, evidence.count);
            EXPECT_EQ(entry.lead_count, evidence.lead_count);
            EXPECT_EQ(entry.kinds & ~ProfileDraft::counted,
                      evidence.kinds & ~ProfileDraft::counted);
            // Counted is what the whole text has.
            while (next < whole.entries.size() && whole.entries[next].term != entry.term) {
                ASSERT_EQ(whole.entries[next].kinds & ProfileDraft::counted, 0);
                ++next;
            }
            ASSERT_LT(next, whole.entries.size());
            EXPECT_EQ(entry.kinds & ProfileDraft::counted,
                      whole.entries[next++].kinds & ProfileDraft::counted);
        }
        EXPECT_EQ(found.triples, expected.triples);
        EXPECT_EQ(found.word_count, expected.word_count);
    }
    EXPECT_GT(left_out, 1000U);
}

TEST(ProfileDraft, OfNoWordsIsEmpty) {
    const auto draft = ProfileDrafter().draft({}, {}, {});
    EXPECT_TRUE(draft.entries.empty());
    EXPECT_TRUE(draft.triples.empty());
}

}  // namespace
}  // namespace wirecopy::score
