#include "tape/furniture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/utf8.hpp"
#include "growth.hpp"
#include "tape/furniture_cues.hpp"
#include "tape/language_data.hpp"
#include "tape/mask.hpp"
#include "tape/random_text.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::tape {
namespace {

using Strings = std::vector<std::string>;

std::vector<Place> places_in(std::string_view text) {
    TapeBuilder builder;
    return read_furniture(text, builder.build(text));
}

Strings furniture_of(std::string_view text) {
    Strings furniture;
    for (const auto& place : places_in(text)) {
        furniture.emplace_back(text.substr(place.begin, place.end - place.begin));
    }
    return furniture;
}

// A report without furniture, long enough that a few lines more are less than most of it.
const std::string report =
    "The harbour of Ostermunde will be dredged for the first time in forty years, its master "
    "announced on Tuesday, after two grain ships ran aground within a week.\n\n"
    "Work is to begin in April and to cost 14 million crowns, of which the county pays a third. "
    "Fishermen fear for the herring that spawn along the northern mole. \"They ask us for a "
    "month's patience,\" said Hilde Varga, who owns three boats. \"The herring will not wait.\"\n\n"
    "The dredger, hired from a Danish yard, lifts 900 tonnes an hour. Its crew of eleven will live "
    "on board, and the mud will be taken to a pit nine miles out at sea.\n";

std::string around(std::string_view head, std::string_view tail) {
    return std::string(head) + (head.empty() ? "" : "\n\n") + report + "\n" + std::string(tail);
}

Strings at_the_end(std::string_view line) {
    return furniture_of(around("", line));
}

TEST(Furniture, OfAPlainReportIsNone) {
    EXPECT_EQ(furniture_of(report), Strings{});
    EXPECT_EQ(furniture_of(""), Strings{});
    EXPECT_EQ(furniture_of(" \n\n - \n"), Strings{});
}

TEST(Furniture, AreLinesThatOfferANewsletterOrAskForMoney) {
    for (const std::string line : {
             "Sign up for the Quay Letter, our free weekly newsletter.",
             "Get the harbour's stories every Friday in your inbox.",
             "Follow Hanna Brusk on Twitter",
             "Follow us on WhatsApp for breaking news.",
             "You can unsubscribe at any time.",
             "Subscribe to our podcast.",
             "If you value our reporting, please consider a gift of ten crowns.",
             "Download our app",
             "Already a subscriber? Log in here.",
         }) {
        EXPECT_EQ(at_the_end(line), Strings{line});
    }
}

TEST(Furniture, AreNotesOnCookiesCommentsAndCopyright) {
    for (const std::string line : {
             "We use cookies to remember what you read.",
             "By signing up you agree to the rules of the Ostermunde Post.",
             "Comments are moderated.",
             "Leave a comment",
             "© 2031 Ostermunde Post. All rights reserved.",
             "Copyright Ostermunde Post Publishing",
             "This material may not be published, broadcast, rewritten or redistributed.",
         }) {
        EXPECT_EQ(at_the_end(line), Strings{line});
    }
}

TEST(Furniture, AreLinksToOtherPieces) {
    for (const std::string line : {
             "Read more: Seven ways to smoke a herring",
             "RELATED: The winter the sea froze",
             "Most read this week: Ten quiet beaches; The return of the otter",
             "Advertisement",
             "Click here for our weather map.",
             "https://ostermunde.example/harbour",
         }) {
        EXPECT_EQ(at_the_end(line), Strings{line});
    }
    EXPECT_EQ(at_the_end("READ MORE:\nThe Otter Returns\nA Mole for the Millions\n"),
              Strings{"READ MORE:\nThe Otter Returns\nA Mole for the Millions"});
}

TEST(Furniture, AreBylinesAndThoseWhoHelped) {
    EXPECT_EQ(furniture_of(around("By Hanna Brusk, Shipping Correspondent", "")),
              Strings{"By Hanna Brusk, Shipping Correspondent"});
    EXPECT_EQ(at_the_end("Leif Oddal contributed to this report."),
              Strings{"Leif Oddal contributed to this report."});
    EXPECT_EQ(at_the_end("(Reporting by Hanna Brusk; Editing by Leif Oddal)"),
              Strings{"(Reporting by Hanna Brusk; Editing by Leif Oddal)"});
    EXPECT_EQ(at_the_end("This article was originally published in the Quay Gazette."),
              Strings{"This article was originally published in the Quay Gazette."});
}

TEST(Furniture, AreCreditsOfPicturesAndTheCaptionsTheyEnd) {
    EXPECT_EQ(furniture_of(around("Leif Oddal/Getty Images", "")),
              Strings{"Leif Oddal/Getty Images"});
    EXPECT_EQ(furniture_of(around("The northern mole at low water. Photo: Leif Oddal", "")),
              Strings{"The northern mole at low water. Photo: Leif Oddal"});
    EXPECT_EQ(furniture_of(around("FILE PHOTO: A grain ship leaves Ostermunde in May.", "")),
              Strings{"FILE PHOTO: A grain ship leaves Ostermunde in May."});
}

TEST(Furniture, IsTheStandingParagraphBelowAboutAName) {
    const std::string about =
        "About Varga Fisheries\n\nVarga Fisheries is the leading packer of smoked herring on the "
        "western coast. Founded in 1911, it employs 240 people.";
    EXPECT_EQ(at_the_end(about), Strings{about});
    // Not where the paragraph below speaks of something else.
    EXPECT_EQ(at_the_end("About Time\n\nThe dredger should have come years ago."), Strings{});
}

TEST(Furniture, IsAllBelowNotesToEditors) {
    const std::string notes =
        "Notes to editors\n\nThe Port Trust was set up by deed in 1926.\n\nInterviews can be "
        "arranged through the desk.";
    EXPECT_EQ(at_the_end(notes), Strings{notes});
}

TEST(Furniture, IsTheClosingOfALetterWithItsNames) {
    EXPECT_EQ(at_the_end("Yours sincerely,\nOla Brandt\nSecretary"),
              Strings{"Yours sincerely,\nOla Brandt\nSecretary"});
}

TEST(Furniture, IsTheRestOfAParagraphThatIsMostlyFurniture) {
    const std::string paragraph =
        "Sign up for Tideline, our weekly newsletter, and never miss a story. Your address is safe "
        "with us. Comments are moderated. The Ostermunde Post, Box 12. All rights reserved.";
    EXPECT_EQ(at_the_end(paragraph), Strings{paragraph});
}

TEST(Furniture, IsNotWhatANarratedSentenceSaysOfNewslettersCookiesAndCopyright) {
    for (const auto* line : {
             "The mayor's weekly newsletter had promised the dredger for 2019.",
             "She signed up for the newsletter of the port and heard nothing for a year.",
             "Her cookies with smoked salt won the bakers' prize.",
             "Mix the butter into the flour and bake the cookies for twelve minutes.",
             "Few subscribe to the theory that the mole itself draws the mud.",
             "Subscribe to the theory of tides and the rest follows.",
             "The yard lost a copyright lawsuit over its drawings in March.",
             "Copyright holders have sued the yard twice.",
             "Facebook changed its privacy policy on Friday after complaints from fishermen.",
             "The port said it would share photos of the pit on Twitter.",
             "Follow a recipe and the herring will forgive you.",
             "Related industries employ some 900 people.",
             "More than half of the catch is smoked.",
             "By Tuesday the first ship was afloat again.",
             "Read the sea before you read the map, the old pilots say.",
         }) {
        EXPECT_EQ(at_the_end(line), Strings{}) << line;
    }
}

TEST(Furniture, NeverSpeaksInQuotationMarks) {
    EXPECT_EQ(at_the_end("\"Sign up here and never miss a story,\" the poster read."), Strings{});
    EXPECT_EQ(at_the_end("“We use cookies. Click here,” the page began."), Strings{});
}

TEST(Furniture, IsNoHeadlineThatOnlyLooksLikeIt) {
    for (const auto* title :
         {"Copyright Lawsuit Against Yard Dropped", "By the Numbers: A Harbour in Mud",
          "Di Varga Wins the Smoked Herring Cup", "About Time for a Dredger"}) {
        EXPECT_EQ(furniture_of(around(title, "")), Strings{}) << title;
    }
}

TEST(Furniture, OfTextWrappedToAWidthIsNoLineOfAParagraph) {
    const std::string wrapped =
        "    The harbour master wrote to every owner of a boat and asked them to\n"
        "share this letter with their crews before the end of the week, since the\n"
        "print edition of the tables is late. He would rather have them read\n"
        "more: the pilots, too, have theirs from last year.\n"
        "    Owners who had not answered by Friday lose their berths in the inner\n"
        "basin until the dredger has left, which may be as late as midsummer.\n";
    EXPECT_EQ(furniture_of(wrapped), Strings{});
}

TEST(Furniture, IsKnownInOtherLanguages) {
    const std::map<std::string, std::string> lines{
        {"Der Hafen von Ostermunde wird zum ersten Mal seit vierzig Jahren ausgebaggert, und die "
         "Fischer sind nicht froh darüber, denn der Hering laicht an der Mole.",
         "Lesen Sie auch: Der Winter, in dem die See gefror"},
        {"El puerto de Ostermunde será dragado por primera vez en cuarenta años, y los pescadores "
         "no están contentos porque el arenque desova junto al muelle del norte.",
         "Todos los derechos reservados."},
        {"Le port d'Ostermunde sera dragué pour la première fois depuis quarante ans, et les "
         "pêcheurs ne sont pas contents, car le hareng fraie le long du môle.",
         "À lire aussi : L'hiver où la mer a gelé"},
        {"Il porto di Ostermunde sarà dragato per la prima volta in quarant'anni, e i pescatori "
         "non sono contenti perché le aringhe depongono le uova lungo il molo.",
         "Riproduzione riservata"},
        {"O porto de Ostermunde será dragado pela primeira vez em quarenta anos, e os pescadores "
         "não estão contentes porque o arenque desova junto ao molhe.",
         "Leia também: O inverno em que o mar gelou"},
        {"De haven van Ostermunde wordt voor het eerst in veertig jaar uitgebaggerd, en de vissers "
         "zijn er niet blij mee, want de haring paait langs de pier.",
         "Lees ook: De winter waarin de zee bevroor"},
        {"Гавань Остермунде впервые за сорок лет будет углублена, и рыбаки этому не рады, потому "
         "что сельдь нерестится вдоль северного мола.",
         "Подписывайтесь на наш канал в Telegram."},
        {"奥斯特蒙德港四十年来首次疏浚。渔民并不高兴，因为鲱鱼沿着北堤产卵。工程将于四月开始，耗资"
         "一"
         "千四百万克朗，其中三分之一由县里支付。",
         "未经授权不得转载"}};
    for (const auto& [story, line] : lines) {
        EXPECT_EQ(furniture_of(story + "\n\n" + story + "\n\n" + line), Strings{line});
    }
}

TEST(Furniture, OfAPageThatIsMostlyFurnitureIsNone) {
    const std::string page =
        "Read more: The otter returns\nRead more: Ten quiet beaches\nAll rights reserved.\n";
    EXPECT_EQ(furniture_of(page), Strings{});
    // One line of four is less than most.
    EXPECT_EQ(furniture_of("The port is shut until further notice, its master said on Monday.\n" +
                           std::string("Read more: The otter returns\n")),
              Strings{"Read more: The otter returns"});
}

// Whether a well-formed character begins before `at` and ends behind it.
bool splits_character(std::string_view text, std::size_t at) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, at); ++back) {
        if (base::character_length(text, at - back) > back) {
            return true;
        }
    }
    return false;
}

TEST(Furniture, OfAnyBytesIsInOrderApartAndWholeCharacters) {
    base::Random random(5);
    constexpr std::array<std::string_view, 8> pieces{"\nRead more: ",
                                                     "All rights reserved. ",
                                                     "\n\nShare | Pin | Print\n",
                                                     " Sign up here. ",
                                                     "Story Continued Below ",
                                                     "\nBy Ola Brandt\n",
                                                     "© ",
                                                     "\n\nAbout Varga\n\nVarga is "};
    TapeBuilder builder;
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (int i = 0; i < 8; ++i) {
            text += random_text(random, 20);
            text += pieces[random.below(pieces.size())];
        }
        const auto places = read_furniture(text, builder.build(text));
        std::uint32_t end = 0;
        for (const auto& place : places) {
            ASSERT_LE(end, place.begin) << text;
            ASSERT_LT(place.begin, place.end) << text;
            ASSERT_LE(place.end, text.size());
            ASSERT_FALSE(splits_character(text, place.begin)) << text;
            ASSERT_FALSE(splits_character(text, place.end)) << text;
            end = place.end;
        }
        ASSERT_EQ(read_furniture(text, builder.build(text)), places);
    }
}

TEST(FurnitureGrowth, OfHostileTextsIsLinear) {
    for (const std::string_view piece :
         {"Disclaimer\n", "Read more:\n", "Notes to editors\nSincerely,\n", "About A\nA b\n",
          "more | ", "our our our ", "\n", "© ", "sign up sign up to ", "By By By\n", "((((. "}) {
        const auto growth = testing::growth(
            20'000 / piece.size(),
            [&](std::size_t times) {
                std::string text;
                for (std::size_t i = 0; i < times; ++i) {
                    text += piece;
                }
                TapeBuilder builder;
                auto tape = builder.build(text);
                return std::pair(std::move(text), std::move(tape));
            },
            [](const auto& prepared) {
                static_cast<void>(read_furniture(prepared.first, prepared.second));
            });
        EXPECT_LT(growth, testing::most_growth) << piece;
    }
}

// Every phrase of the tables is found by its own words.
TEST(CueLexicon, KnowsAllItsPhrases) {
    const auto& lexicon = CueLexicon::instance();
    TapeBuilder builder;
    for (const auto rows : {english_cue_rows(), world_cue_rows()}) {
        for (const auto& row : rows) {
            for (auto rest = row.phrases; !rest.empty();) {
                const auto spelled = rest.substr(0, rest.find('|'));
                rest.remove_prefix(std::min(spelled.size() + 1, rest.size()));
                const auto tape = builder.build(spelled);
                std::vector<std::uint64_t> words;
                for (std::size_t i = 0; i < tape.size(); ++i) {
                    if ((tape.flags[i] & term_run) == 0) {
                        words.push_back(
                            hash_cue_word(spelled, tape.places[i].begin, tape.places[i].end));
                    }
                }
                ASSERT_FALSE(words.empty()) << spelled;
                const auto second = words.size() > 1 ? words[1] : 0;
                const bool is_tone = (row.cues & cues_of_tone) != 0;
                const auto key = is_tone             ? cue_key(words[0], tone_mark)
                                 : words.size() == 1 ? words[0]
                                                     : cue_key(words[0], second);
                ASSERT_TRUE(lexicon.may_have(key)) << spelled;
                const auto found = lexicon.find(key);
                EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& phrase) {
                    return std::ranges::equal(lexicon.words(phrase), words) &&
                           (phrase.cues & row.cues) == row.cues;
                })) << spelled;
            }
        }
    }
}

TEST(CueLexicon, FindsAWordInSmallLettersAndCapitals) {
    const auto hash = [](std::string_view word) {
        return hash_cue_word(word, 0, static_cast<std::uint32_t>(word.size()));
    };
    EXPECT_EQ(hash("NEWSLETTER"), hash("newsletter"));
    EXPECT_EQ(hash("ÜBER"), hash("über"));
    EXPECT_EQ(hash("ПОДПИСЫВАЙТЕСЬ"), hash("подписывайтесь"));
    EXPECT_EQ(hash("Ёлка"), hash("ёлка"));
    EXPECT_NE(hash("share"), hash("shore"));
    // The same wherever it stands, with letters behind it or none.
    const std::string text = "Please SHARE this with everybody";
    EXPECT_EQ(hash_cue_word(text, 7, 12), hash("share"));
}

TEST(Mask, LeavesOutTermsAndWordsInsidePlaces) {
    const std::string text = "Ostermunde's harbour is shut. Read more: Otters. It opens in May.";
    TapeBuilder builder;
    const auto tape = builder.build(text);
    const auto begin = static_cast<std::uint32_t>(text.find("Read"));
    const auto end = static_cast<std::uint32_t>(text.find(" It opens"));
    const std::vector<Place> places{{begin, end}};
    const auto words = mask_words(text, places);
    ASSERT_EQ(words.size(), tape.words.size());
    EXPECT_EQ(words, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0}));
    const auto rest = without(text, tape, places);
    EXPECT_EQ(rest.words.size(), tape.words.size() - 3);
    std::vector<std::uint32_t> outside;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (tape.places[i].begin >= end || tape.places[i].end <= begin) {
            outside.push_back(tape.terms[i]);
        }
    }
    EXPECT_EQ(rest.terms, outside);
    EXPECT_EQ(rest.places.size(), outside.size());
    EXPECT_EQ(rest.language, tape.language);
    EXPECT_EQ(without(text, tape, {}).flags, tape.flags);
    EXPECT_EQ(mask_words(text, {}), std::vector<std::uint8_t>(words.size()));
}

TEST(Mask, TakesTheLeadFromWhatIsLeft) {
    std::string text = "Read more: otters of the harbour. ";
    const auto end = static_cast<std::uint32_t>(text.size() - 1);
    for (int i = 0; i < 80; ++i) {
        text += "Boats of timber sail. ";
    }
    TapeBuilder builder;
    const auto rest = without(text, builder.build(text), std::vector<Place>{{0, end}});
    EXPECT_EQ(rest.flags, builder.build(text.substr(end + 1)).flags);
}

// The families of invented news: what two articles of one outlet share besides their stories.
std::map<std::string, Article> tuning_articles() {
    std::map<std::string, Article> articles;
    const auto folder = std::filesystem::path(WIRECOPY_SOURCE_DIR) / "tests/families/tuning";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".jsonl") {
            const std::vector<std::string> paths{entry.path().string()};
            for (auto& article : read_corpus(paths, {}).articles) {
                articles.emplace(article.id, article);
            }
        }
    }
    return articles;
}

std::set<std::vector<std::uint64_t>> windows_outside_furniture(const Article& article) {
    constexpr std::ptrdiff_t width = 5;
    TapeBuilder builder;
    const auto tape = builder.build(article.text);
    const auto mask = mask_words(article.text, read_furniture(article.text, tape));
    std::set<std::vector<std::uint64_t>> windows;
    for (std::ptrdiff_t i = 0; i + width <= std::ssize(tape.words); ++i) {
        const auto covered = std::count(mask.begin() + i, mask.begin() + i + width, 1);
        if (covered == 0) {
            windows.insert({tape.words.begin() + i, tape.words.begin() + i + width});
        }
    }
    return windows;
}

TEST(Furniture, IsAllThatTwoReportsOfOneOutletShare) {
    const auto articles = tuning_articles();
    const auto a = windows_outside_furniture(articles.at("t1_furniture_a"));
    const auto b = windows_outside_furniture(articles.at("t1_furniture_b"));
    ASSERT_GT(a.size(), 100U);
    std::vector<std::vector<std::uint64_t>> shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    EXPECT_TRUE(shared.empty());
}

TEST(Furniture, OfTheWireOriginalsAndTheirRewritesIsABylineAtMost) {
    for (const auto& [id, article] : tuning_articles()) {
        const auto kind = id.substr(id.rfind('-') + 1);
        if (!id.starts_with('t') && kind != "c" && kind != "roundup") {
            for (const auto& line : furniture_of(article.text)) {
                EXPECT_TRUE(line.starts_with("By ")) << id << ": " << line;
            }
        }
    }
}

}  // namespace
}  // namespace wirecopy::tape
