#include "wirecopy/tape.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tape/quantity.hpp"
#include "tape/token.hpp"

namespace wirecopy {
namespace {

struct Entry {
    std::string text;
    std::uint8_t flags;
    std::uint32_t term;
};

std::vector<Entry> entries_of(std::string_view text) {
    TapeBuilder builder;
    const auto tape = builder.build(text);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const auto place = tape.places[i];
        entries.push_back({std::string(text.substr(place.begin, place.end - place.begin)),
                           tape.flags[i], tape.terms[i]});
    }
    return entries;
}

std::vector<std::string> flagged(std::string_view text, std::uint8_t flag) {
    std::vector<std::string> found;
    for (const auto& entry : entries_of(text)) {
        if ((entry.flags & flag) != 0) {
            found.push_back(entry.text);
        }
    }
    return found;
}

/// Terms of all numbers and dates, in order.
std::vector<std::uint32_t> specifics(std::string_view text) {
    std::vector<std::uint32_t> found;
    for (const auto& entry : entries_of(text)) {
        if ((entry.flags & (term_number | term_date)) != 0) {
            found.push_back(entry.term);
        }
    }
    return found;
}

std::uint32_t number(std::uint64_t value, std::int32_t exponent = 0) {
    return tape::normalised(value, exponent).term();
}
std::uint32_t date(std::uint64_t month, std::uint64_t day) {
    return tape::make_term(tape::TermKind::date, month * 32 + day);
}
std::uint32_t weekday(std::uint64_t day) {
    return tape::make_term(tape::TermKind::weekday, day);
}

using Strings = std::vector<std::string>;
using Terms = std::vector<std::uint32_t>;

TEST(Tape, IsEmptyForATextWithoutWords) {
    for (const std::string_view text : {"", "   \n", "--- !!! 😀", "\xFF\xFE"}) {
        TapeBuilder builder;
        const auto tape = builder.build(text);
        EXPECT_EQ(tape.size(), 0U);
        EXPECT_TRUE(tape.words.empty());
    }
}

TEST(Tape, FormsOfOneWordAreOneTerm) {
    const auto entries = entries_of("The minister resigns. The ministers resigned.");
    ASSERT_EQ(entries.size(), 6U);
    EXPECT_EQ(entries[1].term, entries[4].term);
    EXPECT_EQ(entries[2].term, entries[5].term);
    EXPECT_NE(entries[1].term, entries[2].term);
}

TEST(Tape, TheSecondTextIsReadAsIfItWereTheFirst) {
    TapeBuilder used;
    (void)used.build("Der Minister sagte am Freitag, dass er nicht mehr da ist.");
    const std::string_view text = "The mayor of Lindholm said on Friday that 1,200 people left.";
    TapeBuilder fresh;
    const auto expected = fresh.build(text);
    const auto again = used.build(text);
    EXPECT_EQ(again.terms, expected.terms);
    EXPECT_EQ(again.flags, expected.flags);
    EXPECT_EQ(again.places, expected.places);
    EXPECT_EQ(again.words, expected.words);
    EXPECT_EQ(again.language, "english");
}

TEST(Tape, GuessesTheLanguageFromStopWords) {
    TapeBuilder builder;
    EXPECT_EQ(builder.build("The council voted for the plan that it had rejected.").language,
              "english");
    EXPECT_EQ(builder.build("Der Rat hat für den Plan gestimmt, den er abgelehnt hatte.").language,
              "german");
    EXPECT_EQ(builder.build("El consejo votó a favor del plan que había rechazado.").language,
              "spanish");
    EXPECT_EQ(builder.build("Совет проголосовал за план, который он отклонил.").language,
              "russian");
    EXPECT_EQ(builder.build("市议会投票通过了该计划。").language, "");
}

TEST(TapeNumbers, AreEqualByValueHoweverWritten) {
    const Terms value{number(18, 8)};
    for (const std::string_view text :
         {"It cost $1.8 billion then.", "It cost 1,800 million then.", "It cost $1.8bn then.",
          "It cost 1,800,000,000 then.", "It cost 1.8-billion then."}) {
        EXPECT_EQ(specifics(text), value) << text;
    }
    EXPECT_EQ(specifics("He gave 15,000 to the city."),
              specifics("He gave fifteen thousand to it."));
    EXPECT_EQ(specifics("two and a half thousand of them"), specifics("2,500 of them"));
    EXPECT_EQ(specifics("six and a half million tons"), specifics("6.5 million tons"));
    EXPECT_EQ(specifics("two-and-a-half hours"), specifics("2.5 hours"));
    EXPECT_EQ(specifics("a million and a half people"), specifics("1,500,000 people"));
    EXPECT_EQ(specifics("two million and a half people"), specifics("2,500,000 people"));
    EXPECT_EQ(specifics("two and half the town"), specifics("2 and half the town"));
    EXPECT_EQ(specifics("twelve and a half percent"), specifics("12.5 percent"));
    EXPECT_EQ(specifics("half a million people"), specifics("500,000 people"));
    EXPECT_EQ(specifics("a million people of the city"), specifics("the 1,000,000 people"));
    EXPECT_EQ(specifics("two hundred and fifty thousand of them"), specifics("the 250,000"));
    EXPECT_EQ(specifics("twenty-five of them"), specifics("the 25th of them"));
    EXPECT_EQ(specifics("5 percent of it"), specifics("5% of it"));
    EXPECT_EQ(specifics("a dozen of the cars"), specifics("the 12 cars"));
}

TEST(TapeNumbers, StayApartWhenValuesDiffer) {
    EXPECT_EQ(specifics("from 10 to 15 of the cars"), (Terms{number(10), number(15)}));
    EXPECT_EQ(specifics("the version 1.2.3 of it"), (Terms{number(1), number(2), number(3)}));
    EXPECT_EQ(specifics("the 1,80 of it"), (Terms{number(1), number(80)}));
    EXPECT_EQ(specifics("the 0.5 of it"), (Terms{number(5, -1)}));
    EXPECT_NE(specifics("the 18 of it"), specifics("the 180 of it"));
}

TEST(TapeNumbers, FollowTheMarksOfTheLanguage) {
    EXPECT_EQ(specifics("Das kostet nach dem Bericht 1.800,5 Euro."), (Terms{number(18005, -1)}));
    EXPECT_EQ(specifics("Das sind nach dem Bericht 1,8 Milliarden Euro."), (Terms{number(18, 8)}));
    EXPECT_EQ(specifics("Le projet coûte 1 800 euros à la ville selon le maire."),
              (Terms{number(1800)}));
    EXPECT_EQ(specifics("El proyecto costará cinco mil millones a la ciudad."),
              (Terms{number(5, 9)}));
    EXPECT_EQ(specifics("Это стоит городу 1,8 млрд по словам мэра."), (Terms{number(18, 8)}));
    EXPECT_EQ(specifics("Il y avait quatre-vingt-dix personnes dans la salle."),
              (Terms{number(90)}));
    EXPECT_EQ(specifics("该市花费了15万元。"), (Terms{number(150000)}));
}

TEST(TapeNumbers, AreNotFoundInNamesOfThings) {
    EXPECT_TRUE(specifics("The F16 flew over the base.").empty());
    EXPECT_TRUE(specifics("Millions of them may march for it.").empty());
    EXPECT_EQ(specifics("the 1990s and the 20m of it"), (Terms{number(1990), number(20000000)}));
}

TEST(TapeNumbers, TooLongForANumberStayWords) {
    const auto entries = entries_of("the 123456789012345678901234567890 of it");
    EXPECT_EQ(entries[1].flags & term_number, 0);
}

TEST(TapeNumbers, InWordsEndBeforeTheWordThatPasses64Bits) {
    const auto nine_hundreds = specifics(
        "for five hundred hundred hundred hundred hundred "
        "hundred hundred hundred hundred of them");
    EXPECT_EQ(nine_hundreds, (Terms{number(5, 18)}));
    EXPECT_EQ(specifics("for five hundred hundred hundred hundred hundred hundred hundred "
                        "hundred hundred hundred hundred of them"),
              nine_hundreds);
    // 18,446,744,073,709,551,600, to which 64 bits can add no more than 15.
    const std::string most =
        "for eighteen hundred forty-four hundred sixty-seven hundred forty-four hundred seven "
        "hundred thirty-seven hundred nine hundred fifty-five hundred sixteen hundred ";
    EXPECT_EQ(specifics(most + "fifteen of them"), (Terms{number(18446744073709551615U)}));
    EXPECT_EQ(specifics(most + "seventy of them"),
              (Terms{number(184467440737095516U, 2), number(70)}));
    EXPECT_EQ(specifics(most + "thousand seventy hundred thousand of them"),
              (Terms{number(184467440737095516U, 2), number(7, 6)}));
}

TEST(TapeNumbers, TakeAFewScalesAndNotAHundred) {
    EXPECT_EQ(specifics("the 2 thousand million million of it"), (Terms{number(2, 15)}));
    EXPECT_EQ(specifics("该市花费了3百万亿元。"), (Terms{number(3, 14)}));
    std::string scales;
    for (int i = 0; i < 100; ++i) {
        scales += "兆";
    }
    EXPECT_EQ(specifics("该市花费了1" + scales + "元。"), (Terms{number(1, 48)}));
    EXPECT_EQ(specifics("the 2 million million million million million million of it"),
              (Terms{number(2, 24)}));
}

TEST(TapeDates, AreEqualHoweverWritten) {
    const Terms day{date(10, 25)};
    for (const std::string_view text :
         {"It was on Oct. 25 that he left.", "It was on October 25 that he left.",
          "It was on 25 October that he left.", "It was the 25th of October when he left.",
          "Es war am 25. Oktober, als er nicht da war.", "Era el 25 de octubre y no estaba.",
          "C'était le 25 octobre et il est parti.", "Это было 25 октября, когда он ушёл.",
          "报告于10月25日发表。"}) {
        EXPECT_EQ(specifics(text), day) << text;
    }
    const Terms with_year{number(2024), date(10, 25)};
    EXPECT_EQ(specifics("the report of 2024-10-25 on it"), with_year);
    EXPECT_EQ(specifics("the report of 10/25/2024 on it"), with_year);
    EXPECT_EQ(specifics("the report of 25.10.2024 on it"), with_year);
    EXPECT_EQ(specifics("the report of October 25, 2024, on it"),
              (Terms{date(10, 25), number(2024)}));
    EXPECT_EQ(specifics("in touch since late 2022 with him"), (Terms{number(2022)}));
    EXPECT_EQ(specifics("He left in October 2022 for it."), (Terms{date(10, 0), number(2022)}));
}

TEST(TapeDates, WeekdaysAreTheSameInEveryLanguage) {
    EXPECT_EQ(specifics("He left on Friday for it."), (Terms{weekday(5)}));
    EXPECT_EQ(specifics("Er ist am Freitag nicht gekommen."), (Terms{weekday(5)}));
    EXPECT_EQ(specifics("Он ушёл в пятницу и не вернулся."), (Terms{weekday(5)}));
}

TEST(TapeDates, AreNotFoundInVerbs) {
    EXPECT_TRUE(specifics("They may march to it. May they do so?").empty());
    EXPECT_EQ(specifics("They left in May for it."), (Terms{date(5, 0)}));
}

TEST(TapeNames, AreCapitalsInsideSentences) {
    EXPECT_EQ(flagged("On the hill Orla Venn met a rival of Tomas.", term_name),
              (Strings{"Orla", "Venn", "Orla Venn", "Tomas"}));
    EXPECT_TRUE(flagged("Reporters waited. Nothing happened.", term_name).empty());
}

TEST(TapeNames, AtTheStartOfASentenceAreKnownFromElsewhere) {
    EXPECT_EQ(flagged("Venn left. The party of Venn won.", term_name), (Strings{"Venn", "Venn"}));
}

TEST(TapeNames, RunsAreOneNameMore) {
    EXPECT_EQ(flagged("the paper Lindholm Evening Post said", term_run),
              (Strings{"Lindholm Evening Post"}));
    EXPECT_EQ(flagged("the Bank of Lindholm said", term_run), (Strings{"Bank of Lindholm"}));
    EXPECT_EQ(flagged("met J. R. Okafor-Lind there", term_run), (Strings{"J. R. Okafor-Lind"}));
    EXPECT_TRUE(flagged("met Venn. Okafor left", term_run).empty());
    EXPECT_TRUE(flagged("met Venn, Okafor and Lind", term_run).empty());
}

TEST(TapeNames, HeadlinesDoNotMakeNames) {
    EXPECT_EQ(
        flagged("Harbour Strike Ends After Talks With Venn\n\nThe strike that Venn led is over.",
                term_name),
        (Strings{"Venn", "Venn"}));
}

TEST(TapeNames, AcronymsAreNotStopWords) {
    const auto who = entries_of("The WHO said so to those who asked.");
    EXPECT_NE(who[1].term, who[6].term);
    EXPECT_EQ(who[1].flags & term_stop_word, 0);
    EXPECT_NE(who[6].flags & term_stop_word, 0);
    const auto dotted = entries_of("the U.N. and the UN");
    EXPECT_EQ(dotted[1].text, "U.N");
    EXPECT_EQ(dotted[1].term, dotted[4].term);
}

TEST(TapeNames, GermanNounsAreNotNames) {
    EXPECT_EQ(
        flagged("Der Rat hat mit Orla Venn in dem Hafen über die NATO gesprochen.", term_name),
        (Strings{"Orla", "Venn", "Orla Venn", "NATO"}));
}

TEST(TapeNames, PossessivesAreTheName) {
    for (const std::string_view text :
         {"the plan of Venn's party", "the plan of Venn’s party", "the plan of Venn‘s party"}) {
        const auto entries = entries_of(text);
        ASSERT_EQ(entries.size(), 5U) << text;
        EXPECT_EQ(entries[3].text, "Venn");
        EXPECT_EQ(entries[4].text, "party");
    }
}

TEST(TapeQuotations, EndWhereTheyEnd) {
    EXPECT_EQ(flagged("He said “we are late” and left.", term_quoted),
              (Strings{"we", "are", "late"}));
    EXPECT_EQ(flagged("He said \"we are late\" and \"so\" left.", term_quoted),
              (Strings{"we", "are", "late", "so"}));
    EXPECT_EQ(flagged("He said “we are late\" and left.", term_quoted),
              (Strings{"we", "are", "late"}));
    EXPECT_EQ(flagged("Er sagte: „Das ist es“ und ging.", term_quoted),
              (Strings{"Das", "ist", "es"}));
    EXPECT_EQ(flagged("Il a dit « c'est fait » et il est parti.", term_quoted),
              (Strings{"c", "est", "fait"}));
    EXPECT_EQ(flagged("He didn't say 'stop' to Venn's men’s club.", term_quoted), Strings{});
    EXPECT_EQ(flagged("“We are late.\n\nThey left.", term_quoted), (Strings{"We", "are", "late"}));
}

TEST(TapeSentences, StartWhereTheyStart) {
    EXPECT_EQ(
        flagged("He met Mr. Venn at 3.5 p.m. in the U.S. Army. Then they left! Why? “So.” Yes",
                term_sentence_start),
        (Strings{"He", "Then", "Why", "So", "Yes"}));
    EXPECT_EQ(flagged("A headline\nThe text goes on\nover the line. And on", term_sentence_start),
              (Strings{"A", "The", "And"}));
    EXPECT_EQ(flagged("市议会通过了。市长说", term_sentence_start).size(), 2U);
}

TEST(TapeLead, IsTheFirstSixtyContentWords) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "the word" + std::string(1, static_cast<char>('a' + i % 26)) + "x ";
    }
    EXPECT_EQ(flagged(text, term_lead).size(), 120U);
}

TEST(TapeBigrams, StandForScriptsWithoutSpaces) {
    const auto entries = entries_of("新聞社は東京");
    Strings texts;
    for (const auto& entry : entries) {
        texts.push_back(entry.text);
    }
    EXPECT_EQ(texts, (Strings{"新聞", "聞社", "社は", "は東", "東京"}));
    EXPECT_EQ(entries_of("東京 東京")[0].term, entries_of("(東京)")[0].term);
    EXPECT_EQ(entries_of("京").size(), 1U);
}

}  // namespace
}  // namespace wirecopy
