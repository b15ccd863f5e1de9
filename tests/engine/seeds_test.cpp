// Acceptance: the five seeds, which five outlets wrote from one report, stand out from articles
// that look like them but tell of another event, although they share hardly a run of words.

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/articles.hpp"

namespace wirecopy {
namespace {

constexpr std::size_t seed_count = 5;

// Of our own; every person, company, newspaper and country in them is invented. The same field as
// the seeds: a rich man, his satellites, a president, a report by a newspaper, officials who deny.
constexpr std::array<std::string_view, 6> look_alikes{
    "Orvane Industries founder Castor Lindqvarn has held a series of private calls with President "
    "Ruslan Tevoric of Belmaria, the Meridian Courier reported on Thursday (Nov. 7), citing three "
    "people briefed on the talks.\n"
    "The conversations, which began in early 2023, dealt with launch sites, mining rights and the "
    "future of Orvane's Halo satellite internet service in the Drosk islands, which Belmaria "
    "claims as its own. Tevoric is said to have asked Lindqvarn to keep the service switched off "
    "there until a border treaty is signed.\n"
    "A spokesperson for the presidential palace called the report \"pure fiction\". Orvane did not "
    "respond to a request for comment. Security officials said the contacts raised questions about "
    "the role of private companies in diplomacy, since Orvane also launches satellites for the "
    "armed forces and holds a classified contract worth $640 million.",

    "The satellite internet provider Halo went dark across northern Quillany for nine hours on "
    "Tuesday after a software update failed, its owner Orvane Industries said.\n"
    "About 48,000 terminals lost their connection, among them those of two hospitals and of the "
    "military, which has relied on the service since the fighting along the border began. "
    "\"We are sorry. The fault was ours alone,\" chief executive Castor Lindqvarn wrote on the "
    "social media platform Perch. The defence ministry said operations had not been affected, but "
    "lawmakers called for a second provider. The government has no contract with any other "
    "satellite operator; a bill to restrict foreign ownership is due in January.",

    "A former intelligence officer was sentenced to eleven years in prison on Monday for selling "
    "the positions of spy satellites to a foreign government.\n"
    "Prosecutors told the court in Osterholm that Brannoc Vael, 52, met an official of the "
    "Belmarian "
    "embassy at least six times between 2019 and 2022 and received $310,000. Vael, who had access "
    "to classified information through his work for a technology contractor, said he would appeal. "
    "The embassy denied any knowledge of the matter. The case has raised concerns in the "
    "government about the vetting of contractors, and a committee of Congress will hold a hearing "
    "on national security next month.",

    "Billionaire Petra Oldenvik, the most prominent supporter of candidate Hollis Grane, will be "
    "offered a post in his cabinet if he wins the presidential election in Quillany, two officials "
    "of "
    "the campaign said.\n"
    "Oldenvik, the chief executive of the rocket maker Stellmark and of the electric car company "
    "Voltaire Motors, has given Grane's campaign $75 million and used her platform Perch to back "
    "it. "
    "Critics say that her companies, which have government contracts for space launches, would "
    "profit "
    "from her appointment. Grane has promised to end the war in the Drosk islands and to cut a "
    "deal "
    "with President Tevoric. Polls see him two points behind the incumbent.",

    "President Ruslan Tevoric of Belmaria has promised to resume gas exports to Quillany as a "
    "favor "
    "to its new leader, the Evening Ledger reported, a move that could ease tensions between the "
    "two "
    "countries.\n"
    "The offer was made during a phone call on Sunday, according to officials familiar with the "
    "conversation. Belmaria had cut supplies in 2021 after sanctions over its invasion of the "
    "Drosk "
    "islands. Diplomats warned that the gesture might be meant to divide Quillany from its allies. "
    "A palace spokesperson confirmed the call but said that it had covered trade in general. "
    "Energy "
    "prices fell by 4 percent on Monday.",

    "Officials in the island republic of Sorune have rejected an application by Halo, the "
    "satellite "
    "internet service of Orvane Industries, to operate there, saying that foreign providers may "
    "own "
    "no more than 49 percent of a network.\n"
    "The decision comes as Belmaria steps up military exercises around Sorune, which fears that "
    "its "
    "undersea cables could be cut. Sorune's digital minister, Ilse Marrow, said the government was "
    "building its own constellation of 120 satellites with a budget of $1.1 billion and had signed "
    "a "
    "contract with the launch company Stellmark. On Halo's service map the islands are listed as "
    "\"waiting for approval\". Orvane's founder, Castor Lindqvarn, had called Sorune an "
    "\"inseparable "
    "province\" of Belmaria last year, which drew angry reactions."};

testing::Articles seeds_and_look_alikes() {
    auto articles = testing::seeds();
    for (const auto text : look_alikes) {
        articles.push_back(
            testing::article_of("look-alike " + std::to_string(articles.size()), text));
    }
    return articles;
}

TEST(Seeds, ResembleEachOtherMoreThanAnyLookAlikeByTheDefaultMeasure) {
    const auto articles = seeds_and_look_alikes();
    ASSERT_EQ(articles.size(), seed_count + look_alikes.size());
    const auto matrix = similarity_matrix(articles, SimilarityOptions());
    float least_of_seeds = 1;
    float most_of_others = 0;
    for (std::size_t a = 0; a < seed_count; ++a) {
        for (std::size_t b = a + 1; b < articles.size(); ++b) {
            if (b < seed_count) {
                least_of_seeds = std::min(least_of_seeds, matrix.at(a, b));
            } else {
                most_of_others = std::max(most_of_others, matrix.at(a, b));
            }
        }
    }
    EXPECT_GT(least_of_seeds, most_of_others);
    RecordProperty("least_of_seeds", std::to_string(least_of_seeds));
    RecordProperty("most_of_others", std::to_string(most_of_others));
}

TEST(Seeds, StandTogetherInClusterOrderAmongLookAlikes) {
    // Dealt out among the others first.
    const auto all = seeds_and_look_alikes();
    testing::Articles dealt;
    for (std::size_t i = 0; i < look_alikes.size(); ++i) {
        dealt.push_back(all[seed_count + i]);
        if (i < seed_count) {
            dealt.push_back(all[i]);
        }
    }
    auto matrix = similarity_matrix(dealt, SimilarityOptions());
    order_by_cluster(matrix);
    std::string order;
    for (const auto& label : matrix.row_labels) {
        order += label.starts_with("look-alike") ? 'o' : 'S';
    }
    EXPECT_NE(order.find("SSSSS"), std::string::npos) << order;
}

TEST(Seeds, LookUnrelatedToToolsThatFindCopies) {
    const auto seeds = testing::seeds();
    ASSERT_EQ(seeds.size(), seed_count);
    const auto matrix = similarity_matrix(seeds, testing::options_of(Measure::jaccard, 5));
    for (std::size_t a = 0; a < seed_count; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            EXPECT_LE(matrix.at(a, b), 0.02F) << a << " and " << b;
        }
    }
}

}  // namespace
}  // namespace wirecopy
