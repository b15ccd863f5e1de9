#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "report/explanations.hpp"
#include "report/sample.hpp"
#include "tape/display_width.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

std::string text_of(const Explanation& explanation, const TerminalStyle& style = {}) {
    return sample::text_of([&](const ReportSink& sink) { write_text(explanation, style, sink); });
}

bool says(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

TEST(ExplanationText, SaysWhatTellsOfEachKind) {
    const auto text = text_of(sample::rewrite());
    EXPECT_TRUE(
        says(text, "A  a.txt\n   Ferry sinks\n   Kelm Post, 2025-02-14, english, 500 words\n"));
    EXPECT_TRUE(says(text, "rewrite: written anew from the same report\n"));
    EXPECT_TRUE(says(text, "story .98, derived .75"));
    EXPECT_TRUE(says(text, "days apart"));
    EXPECT_TRUE(says(text, "Inishcorra (5.4) · trawlers / Trawler (5.1)\n"));
    EXPECT_TRUE(says(text, "thick fog (9.5)\n"));
    EXPECT_TRUE(says(text, "both     Tilda Brandvik / Brandvik\n"));
    EXPECT_TRUE(says(text, "at odds? 48 missing / 53 missing\n"));
    EXPECT_TRUE(says(text, "A alone  Osk\n"));
    EXPECT_TRUE(says(text, "B alone  Friday\n"));
    EXPECT_TRUE(says(text, "\"We went by the whistles\"\n"));
    EXPECT_TRUE(says(text, "a ferry with {86} people on board     │ a ferry with {64} people"));
    EXPECT_TRUE(says(text, "A stands in B"));
    EXPECT_TRUE(says(text, "Seaboard News Agency, credited with the report: \"SNA reported\""));
    EXPECT_TRUE(says(text, "- It was dark.\n"));
}

TEST(ExplanationText, AddsUpTheLogOdds) {
    EXPECT_TRUE(says(text_of(sample::rewrite()),
                     "  this pair                           -3.0        -2.0\n"));
}

TEST(ExplanationText, LeavesOutWhatThereIsNothingOf) {
    const auto text = text_of({});
    EXPECT_TRUE(says(text, "none: no common event is seen"));
    for (const auto* heading :
         {"Names", "Numbers", "Quoted", "Copied", "Outlets", "Only", "terms"}) {
        EXPECT_FALSE(says(text, heading)) << heading;
    }
}

TEST(ExplanationText, PutsPassagesBelowEachOtherWhereTheTerminalIsNarrow) {
    TerminalStyle narrow;
    narrow.width_columns = 60;
    const auto text = text_of(sample::rewrite(), narrow);
    EXPECT_TRUE(says(text,
                     "  A  a ferry with {86} people on board\n"
                     "  B  a ferry with {64} people on board\n"));
}

TEST(ExplanationText, TintsWhatDiffersInsteadOfBracesInColour) {
    TerminalStyle style;
    style.colour = ColourMode::ansi256;
    const auto text = text_of(sample::rewrite(), style);
    EXPECT_TRUE(says(text, "with \x1b[33m86\x1b[0m people"));
    EXPECT_TRUE(says(text, "with \x1b[36m64\x1b[0m people"));
    EXPECT_FALSE(says(text, "{86}"));
}

TEST(ExplanationText, KeepsToTheWidth) {
    auto explanation = sample::rewrite();
    explanation.a.title = std::string(500, 'x') + " 港口" + std::string(200, 'y');
    for (const std::size_t width : {60, 72, 80, 131}) {
        TerminalStyle style;
        style.width_columns = width;
        std::istringstream lines(text_of(explanation, style));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(tape::display_width(line), width) << line;
        }
    }
}

TEST(ExplanationText, NeverSendsATerminalWhatItWouldActOn) {
    TerminalStyle ascii;
    ascii.unicode = false;
    for (const auto& style : {TerminalStyle{}, ascii}) {
        const auto text = text_of(sample::hostile(), style);
        for (const char byte : text) {
            EXPECT_TRUE(byte == '\n' || static_cast<unsigned char>(byte) >= 0x20U);
            EXPECT_NE(byte, '\x7f');
            EXPECT_TRUE(style.unicode || static_cast<unsigned char>(byte) < 0x80U);
        }
        EXPECT_FALSE(says(text, "\xe2\x80\xae"));
        EXPECT_FALSE(says(text, "\xff"));
    }
}

TEST(ExplanationText, NamesAsManyAsTheStyleAllowsAndCountsTheRest) {
    auto explanation = sample::rewrite();
    explanation.terms.assign(25, explanation.terms.front());
    for (std::size_t i = 0; i < explanation.terms.size(); ++i) {
        explanation.terms[i].a.text = explanation.terms[i].b.text = "t" + std::to_string(i);
    }
    TerminalStyle style;
    style.limit_pairs = 3;
    EXPECT_TRUE(says(text_of(explanation, style), "t0 (5.4) · t1 (5.4) · t2 (5.4) · 22 more\n"));
}

TEST(ExplanationText, CutsLongPassagesBetweenCharacters) {
    auto explanation = sample::rewrite();
    std::string passage;
    while (passage.size() < 20'000) {
        passage += "äöü ";
    }
    explanation.spans.front() = {
        sample::mention(passage, 0), sample::mention(passage, 0), 5000, {}};
    const auto text = text_of(explanation);
    EXPECT_LT(text.size(), 8'000U);
    EXPECT_TRUE(says(text, "…"));
    EXPECT_FALSE(says(text, "\\x"));
}

}  // namespace
}  // namespace wirecopy
