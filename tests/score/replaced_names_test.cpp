#include "score/replaced_names.hpp"

#include <gtest/gtest.h>

#include <string>

#include "score/readings.hpp"

namespace wirecopy::score {
namespace {

using Lines = std::vector<std::string>;

Mention mention(std::string text, std::uint64_t begin) {
    const auto end = begin + text.size();
    return {std::move(text), {{begin, end, begin, end}}};
}

TextSpan part(std::uint64_t begin, std::uint64_t end) {
    return {begin, end, begin, end};
}

// "of Osk's" at byte 10 of a, "of Brandvik's" at byte 50 of b.
EvidenceLists two_names() {
    EvidenceLists names;
    names.only_a = {{mention("Kelm", 90), {}, 9}, {mention("Osk", 13), {}, 6}};
    names.only_b = {{{}, mention("Brandvik", 53), 7}};
    return names;
}

EvidenceLists opposed(TextSpan a, TextSpan b) {
    auto names = two_names();
    const std::vector<CopiedSpan> spans{{{}, {}, 20, {{a, b}}}};
    oppose_replaced_names(spans, names);
    return names;
}

TEST(ReplacedNames, AreAtOddsAndOfNoArticleAlone) {
    const auto names = opposed(part(13, 16), part(53, 61));
    EXPECT_EQ(said(names.conflicting), Lines{"Osk / Brandvik"});
    EXPECT_EQ(names.conflicting.front().nats, 6);
    EXPECT_EQ(said(names.only_a), Lines{"Kelm / "});
    EXPECT_TRUE(names.only_b.empty());
}

TEST(ReplacedNames, LieWhollyInTheEdit) {
    EXPECT_TRUE(opposed(part(13, 15), part(53, 61)).conflicting.empty());
    EXPECT_TRUE(opposed(part(14, 20), part(53, 61)).conflicting.empty());
    EXPECT_EQ(opposed(part(10, 20), part(50, 70)).conflicting.size(), 1U);
}

TEST(ReplacedNames, ReplaceAName) {
    const auto names = opposed(part(13, 16), part(61, 61));
    EXPECT_TRUE(names.conflicting.empty());
    EXPECT_EQ(names.only_a.size(), 2U);
    EXPECT_EQ(names.only_b.size(), 1U);
}

TEST(ReplacedNames, OfManyEditsAreNamedOnce) {
    auto names = two_names();
    const PassageEdit edit{part(13, 16), part(53, 61)};
    const std::vector<CopiedSpan> spans{{{}, {}, 20, {edit, edit}}};
    oppose_replaced_names(spans, names);
    EXPECT_EQ(names.conflicting.size(), 1U);
}

}  // namespace
}  // namespace wirecopy::score
