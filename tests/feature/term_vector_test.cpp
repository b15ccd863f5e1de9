#include "feature/term_vector.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <map>
#include <utility>

#include "base/hash.hpp"

namespace wirecopy::feature {
namespace {

using Numbers = std::vector<std::uint32_t>;

struct Entry {
    std::uint32_t term;
    unsigned flags;
};

Tape tape_of(const std::vector<Entry>& entries) {
    Tape tape;
    for (const auto& [term, flags] : entries) {
        tape.terms.push_back(term);
        tape.flags.push_back(static_cast<std::uint8_t>(flags));
        tape.places.push_back({});
    }
    return tape;
}

// "The Port Vale council said on Friday the port needs 3 new cranes", by hand.
Tape council() {
    constexpr std::uint32_t the = 90;
    return tape_of({{the, term_stop_word | term_sentence_start | term_lead},
                    {40, term_name | term_lead},
                    {20, term_name | term_lead},
                    {77, term_name | term_run | term_lead},
                    {50, term_lead},
                    {30, term_lead | term_quoted},
                    {91, term_stop_word},
                    {60, term_date},
                    {the, term_stop_word},
                    {40, 0},
                    {31, 0},
                    {10, term_number},
                    {20, term_name}});
}

TEST(ContentTerms, AreAllButStopWordsAndRunsAscendingAndCounted) {
    const auto made = content_terms(council());
    EXPECT_EQ(made.terms, (Numbers{10, 20, 30, 31, 40, 50, 60}));
    EXPECT_EQ(made.counts, (Numbers{1, 2, 1, 1, 2, 1, 1}));
}

TEST(LeadTerms, AreThoseContentTermsThatTheLeadHas) {
    const auto made = lead_terms(council());
    EXPECT_EQ(made.terms, (Numbers{20, 30, 40, 50}));
    EXPECT_EQ(made.counts, (Numbers{1, 1, 1, 1}));
}

TEST(SpecificTerms, AreNamesNumbersDatesAndRuns) {
    const auto made = specific_terms(council());
    EXPECT_EQ(made.terms, (Numbers{10, 20, 40, 60, 77}));
    EXPECT_EQ(made.counts, (Numbers{1, 2, 1, 1, 1}));
}

TEST(SpecificTerms, LeaveOutStopWordsWithCapitals) {
    EXPECT_EQ(specific_terms(tape_of({{1, term_name | term_stop_word}, {2, term_name}})).terms,
              (Numbers{2}));
}

TEST(TermVectors, OfATapeWithoutTermsAreEmpty) {
    for (const auto& made : {content_terms({}), lead_terms({}), specific_terms({})}) {
        EXPECT_TRUE(made.terms.empty());
        EXPECT_TRUE(made.counts.empty());
    }
    EXPECT_TRUE(
        content_terms(tape_of({{1, term_stop_word}, {2, term_run | term_name}})).terms.empty());
    EXPECT_TRUE(lead_terms(tape_of({{1, 0}})).terms.empty());
    EXPECT_TRUE(specific_terms(tape_of({{1, term_lead | term_quoted | term_sentence_start}}))
                    .terms.empty());
}

TEST(TermVectors, HoldTermsOfAnyValue) {
    const auto made = content_terms(tape_of({{0xffffffff, 0}, {0, 0}, {0xffffffff, 0}}));
    EXPECT_EQ(made.terms, (Numbers{0, 0xffffffff}));
    EXPECT_EQ(made.counts, (Numbers{1, 2}));
}

TEST(TermVectors, CountLikeAMapOnRandomTapes) {
    base::Random random(43);
    for (int round = 0; round < 300; ++round) {
        std::vector<Entry> entries(random.below(80));
        std::map<std::uint32_t, std::uint32_t> content;
        std::map<std::uint32_t, std::uint32_t> lead;
        std::map<std::uint32_t, std::uint32_t> specifics;
        for (auto& entry : entries) {
            entry = {static_cast<std::uint32_t>(base::mix(random.below(20))),
                     static_cast<unsigned>(random.below(256))};
            const auto has = [&](unsigned flag) { return (entry.flags & flag) == flag; };
            const bool is_content = !has(term_stop_word) && !has(term_run);
            const bool is_specific = has(term_name) || has(term_number) || has(term_date);
            content[entry.term] += is_content ? 1 : 0;
            lead[entry.term] += is_content && has(term_lead) ? 1 : 0;
            specifics[entry.term] += is_specific && !has(term_stop_word) ? 1 : 0;
        }
        const auto tape = tape_of(entries);
        const auto expect_equal = [](const TermCounts& made, auto expected) {
            std::erase_if(expected, [](const auto& entry) { return entry.second == 0; });
            ASSERT_EQ(made.terms.size(), expected.size());
            ASSERT_EQ(made.counts.size(), expected.size());
            std::size_t i = 0;
            for (const auto& [term, count] : expected) {
                ASSERT_EQ(made.terms[i], term);
                ASSERT_EQ(made.counts[i], count);
                ++i;
            }
        };
        expect_equal(content_terms(tape), content);
        expect_equal(lead_terms(tape), lead);
        expect_equal(specific_terms(tape), specifics);
    }
}

}  // namespace
}  // namespace wirecopy::feature
