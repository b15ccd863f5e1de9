#include "score/measure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {
namespace {

constexpr std::size_t measure_count = 10;

MeasureInfo described(Measure measure, std::size_t ngram = 5,
                      ShingleUnit unit = ShingleUnit::word) {
    SimilarityOptions options;
    options.measure = measure;
    options.ngram = ngram;
    options.unit = unit;
    return describe(options);
}

std::vector<Measure> all_measures() {
    return {Measure::blend,
            Measure::tfidf,
            Measure::lead,
            Measure::specifics,
            Measure::specifics_containment,
            Measure::information,
            Measure::jaccard,
            Measure::containment,
            Measure::story,
            Measure::derived};
}

TEST(Measures, StandInTheTableInTheOrderOfTheEnumeration) {
    ASSERT_EQ(measure_names().size(), measure_count);
    for (std::size_t i = 0; i < measure_count; ++i) {
        const auto measure = static_cast<Measure>(i);
        EXPECT_EQ(all_measures()[i], measure);
        EXPECT_EQ(entry_of(measure).measure, measure) << i;
        EXPECT_EQ(entry_of(measure).name, measure_names()[i]);
    }
}

TEST(Measures, AreFoundByTheirNames) {
    std::set<std::string_view> names;
    for (const auto measure : all_measures()) {
        const auto name = entry_of(measure).name;
        EXPECT_TRUE(names.insert(name).second) << name << " stands twice";
        EXPECT_EQ(measure_from_name(name), measure);
    }
    EXPECT_EQ(measure_from_name("specifics-containment"), Measure::specifics_containment);
}

TEST(Measures, OfUnknownNamesAreOptionErrorsThatListTheKnownOnes) {
    for (const std::string_view name : {"", "Jaccard", "jaccard ", "cosine", "blen"}) {
        try {
            (void)measure_from_name(name);
            ADD_FAILURE() << name << " was found";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::option);
            const std::string sentence = error.what();
            EXPECT_TRUE(sentence.starts_with("measure: there is no \"" + std::string(name) + "\""));
            EXPECT_TRUE(
                sentence.ends_with("blend tfidf lead specifics specifics-containment information "
                                   "jaccard containment story derived"));
        }
    }
}

TEST(Measures, HaveOneOrTwoComponentsAndTheBoundsOfTheirFormulas) {
    for (const auto measure : all_measures()) {
        const auto& entry = entry_of(measure);
        const bool is_probability = measure == Measure::story || measure == Measure::derived;
        EXPECT_EQ(is_judged(measure), is_probability) << entry.name;
        ASSERT_GE(entry.component_count, is_probability ? 0U : 1U) << entry.name;
        ASSERT_LE(entry.component_count, 2U) << entry.name;
        bool symmetric = true;
        bool bounded = true;
        for (std::size_t i = 0; i < entry.component_count; ++i) {
            symmetric = symmetric && entry.components[i].formula != Formula::containment;
            bounded = bounded && entry.components[i].formula != Formula::sum;
        }
        EXPECT_EQ(entry.symmetric, symmetric) << entry.name;
        EXPECT_EQ(entry.bounded, bounded) << entry.name;
    }
}

TEST(Measures, BlendIsMadeOfTfidfAndSpecifics) {
    const auto& blend = entry_of(Measure::blend);
    ASSERT_EQ(blend.component_count, 2U);
    const auto expect_same = [](const Component& component, Measure measure) {
        EXPECT_EQ(component.view, entry_of(measure).components[0].view);
        EXPECT_EQ(component.formula, entry_of(measure).components[0].formula);
    };
    expect_same(blend.components[0], Measure::tfidf);
    expect_same(blend.components[1], Measure::specifics);
}

TEST(Describe, GivesTheEntryForPeople) {
    for (const auto measure : all_measures()) {
        const auto info = described(measure);
        const auto& entry = entry_of(measure);
        EXPECT_EQ(info.name, entry.name);
        EXPECT_EQ(info.symmetric, entry.symmetric);
        EXPECT_EQ(info.bounded, entry.bounded);
        EXPECT_EQ(info.description.find_first_of("{}\n\t"), std::string::npos) << info.description;
        EXPECT_TRUE(info.description.starts_with(entry.bounded ? "0 to 1: " : "nats: "));
    }
}

TEST(Describe, NamesTheShinglesOfMeasuresOfWording) {
    const auto words = described(Measure::jaccard, 3);
    EXPECT_NE(words.description.find("share of the word 3-shingles of either"), std::string::npos);
    const auto characters = described(Measure::containment, 17, ShingleUnit::character);
    EXPECT_NE(characters.description.find("row's character 17-shingles that"), std::string::npos);
    EXPECT_EQ(described(Measure::tfidf, 17).description.find("17"), std::string::npos);
}

TEST(Apply, FollowsTheFormulas) {
    EXPECT_DOUBLE_EQ(apply(Formula::jaccard, 2, 5, 3), 2.0 / 6.0);
    EXPECT_DOUBLE_EQ(apply(Formula::containment, 2, 5, 3), 2.0 / 5.0);
    EXPECT_DOUBLE_EQ(apply(Formula::cosine, 0.25, 1, 1), 0.25);
    EXPECT_DOUBLE_EQ(apply(Formula::sum, 12.5, 40, 30), 12.5);
}

TEST(Apply, IsZeroWhereTheFormulaDividesByNothing) {
    for (const auto formula :
         {Formula::jaccard, Formula::containment, Formula::cosine, Formula::sum}) {
        EXPECT_EQ(apply(formula, 0, 0, 0), 0.0);
    }
    EXPECT_EQ(apply(Formula::containment, 0, 0, 7), 0.0);
    EXPECT_EQ(apply(Formula::jaccard, 0, 0, 7), 0.0);
}

TEST(Apply, IsOneForEqualArticlesAndNeverLeavesItsBoundsByRounding) {
    EXPECT_EQ(apply(Formula::jaccard, 7, 7, 7), 1.0);
    EXPECT_EQ(apply(Formula::containment, 7, 7, 9), 1.0);
    EXPECT_EQ(apply(Formula::cosine, 1, 1, 1), 1.0);
    const double above = std::nextafter(7.0, 8.0);
    EXPECT_EQ(apply(Formula::jaccard, above, 7, 7), 1.0);
    EXPECT_EQ(apply(Formula::containment, above, 7, 9), 1.0);
    EXPECT_EQ(apply(Formula::cosine, std::nextafter(1.0, 2.0), 1, 1), 1.0);
}

TEST(Blended, DrawsTheSecondTowardsTheFirstAsIfTwentyNatsMoreWereCompared) {
    EXPECT_DOUBLE_EQ(blended(0.25, 30, 60, 50), std::sqrt(0.25 * (30 + 5) / (80 + 20)));
    EXPECT_DOUBLE_EQ(blended(0.5, 0, 40, 40), std::sqrt(0.5 * 10 / 100));
}

TEST(Blended, IsTheFirstWhereThereIsNothingElseToCompare) {
    for (const double first : {0.0, 0.125, 0.3, 1.0}) {
        EXPECT_DOUBLE_EQ(blended(first, 0, 0, 0), first);
    }
}

TEST(Blended, IsZeroWithoutTheFirstAndOneForEqualArticles) {
    EXPECT_EQ(blended(0, 30, 30, 30), 0.0);
    EXPECT_EQ(blended(1, 30, 30, 30), 1.0);
    EXPECT_EQ(blended(1, std::nextafter(30.0, 31.0), 30, 30), 1.0);
}

TEST(Blended, GrowsWithBothPartsAndStaysBetweenZeroAndOne) {
    base::Random random(77);
    for (int round = 0; round < 10'000; ++round) {
        const double first = static_cast<double>(random.below(1000)) / 1000;
        const double total_a = 1 + static_cast<double>(random.below(300));
        const double total_b = 1 + static_cast<double>(random.below(300));
        const double shared =
            std::min(total_a, total_b) * static_cast<double>(random.below(99)) / 100;
        const double score = blended(first, shared, total_a, total_b);
        ASSERT_GE(score, 0.0);
        ASSERT_LE(score, 1.0);
        ASSERT_GT(blended(first + 0.001, shared, total_a, total_b), score);
        ASSERT_GE(blended(first, shared + 0.01, total_a, total_b), score);
        ASSERT_EQ(blended(first, shared, total_b, total_a), score);
    }
}

TEST(Quantised, IsTheNearestMillionth) {
    EXPECT_EQ(quantised(0.0), 0.0F);
    EXPECT_EQ(quantised(1.0), 1.0F);
    EXPECT_EQ(quantised(0.123456789), 0.123457F);
    EXPECT_EQ(quantised(0.0000004), 0.0F);
    EXPECT_EQ(quantised(0.0000006), 0.000001F);
    EXPECT_EQ(quantised(12.3456784), 12.345678F);
    EXPECT_EQ(quantised(1.0 - 1e-7), 1.0F);
}

TEST(Quantised, ChangesNothingASecondTime) {
    base::Random random(73);
    for (int round = 0; round < 200'000; ++round) {
        // Shares, and sums of information, from which floats themselves become coarser.
        const double share = static_cast<double>(random.below(1ULL << 53U)) / 0x1p53;
        for (const double score : {share, share * 20, share * 5000, share * 4e9}) {
            const float once = quantised(score);
            ASSERT_EQ(quantised(static_cast<double>(once)), once) << score;
        }
    }
}

TEST(Quantised, KeepsTheOrderOfScores) {
    base::Random random(79);
    for (int round = 0; round < 100'000; ++round) {
        const double low = static_cast<double>(random.below(1ULL << 53U)) / 0x1p53;
        const double high = low + static_cast<double>(random.below(40)) / 1e7;
        ASSERT_LE(quantised(low), quantised(high));
        ASSERT_LE(quantised(low * 300), quantised(high * 300));
    }
    for (double score = 0.5; score < 0.50001; score = std::nextafter(score + 1e-8, 1.0)) {
        ASSERT_LE(quantised(score), quantised(std::nextafter(score, 1.0)));
    }
}

TEST(Quantised, GivesEveryMillionthANumberOfItsOwn) {
    float last = -1.0F;
    for (std::uint64_t millionth = 0; millionth <= 1'000'000; millionth += 1) {
        const float score = quantised(static_cast<double>(millionth) / 1e6);
        ASSERT_GT(score, last);
        ASSERT_EQ(millionths(score), millionth);
        last = score;
    }
}

}  // namespace
}  // namespace wirecopy::score
