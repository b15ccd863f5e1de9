#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/articles.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {
namespace {

// Three families of articles on invented events, woven into each other; ids begin with the family.
testing::Articles interleaved() {
    const std::array<std::array<std::string_view, 3>, 4> versions{
        {{"Ferries at Port Osmer stopped on Friday as the storm Hedda flooded both piers.",
          "Nurses at Saint Vale hospital began a strike over pay, said union chief Ola Tverd.",
          "The probe Lumen-4 reached orbit around the moon Iria after a journey of 9 years."},
         {"Storm Hedda has flooded the piers of Port Osmer; no ferries have sailed since Friday.",
          "Ola Tverd, head of the union, said Saint Vale nurses would strike until pay rises.",
          "After 9 years under way, Lumen-4 now circles Iria, engineers of the probe confirmed."},
         {"Both piers flooded, Port Osmer kept its ferries in harbour through storm Hedda.",
          "A pay dispute led nurses out on strike at the Saint Vale hospital, Tverd confirmed.",
          "Engineers cheered as the Lumen-4 probe entered its orbit of Iria, a distant moon."},
         {"Hedda, the worst storm in years, stopped Osmer's ferries and flooded its piers.",
          "Patients were moved from Saint Vale as nurses of Ola Tverd's union went on strike.",
          "The moon Iria has its first visitor: the orbit of Lumen-4 is stable, says its team."}}};
    testing::Articles articles;
    for (const auto& version : versions) {
        for (std::size_t family = 0; family < version.size(); ++family) {
            const auto id =
                std::string(1, static_cast<char>('a' + family)) + std::to_string(articles.size());
            articles.push_back(testing::article_of(id, version[family]));
        }
    }
    return articles;
}

TEST(ClusterOrder, PutsInterleavedFamiliesTogether) {
    for (const auto measure : {Measure::blend, Measure::tfidf, Measure::containment}) {
        auto matrix = similarity_matrix(interleaved(), testing::options_of(measure, 1));
        order_by_cluster(matrix);
        std::string families;
        for (const auto& label : matrix.row_labels) {
            families += label[0];
        }
        families.erase(std::unique(families.begin(), families.end()), families.end());
        EXPECT_EQ(families.size(), 3U) << matrix.measure.name << ": " << families;
    }
}

TEST(ClusterOrder, MovesScoresWithTheirLabels) {
    for (const auto measure : {Measure::blend, Measure::containment}) {
        const auto before = similarity_matrix(interleaved(), testing::options_of(measure, 1));
        auto after = before;
        order_by_cluster(after);
        EXPECT_EQ(after.row_labels, after.column_labels);
        EXPECT_NE(after.row_labels, before.row_labels);
        std::map<std::string, std::size_t> place;
        for (std::size_t i = 0; i < before.rows(); ++i) {
            place[before.row_labels[i]] = i;
        }
        ASSERT_EQ(after.values.size(), before.values.size());
        for (std::size_t a = 0; a < after.rows(); ++a) {
            for (std::size_t b = 0; b < after.columns(); ++b) {
                ASSERT_EQ(after.at(a, b),
                          before.at(place.at(after.row_labels[a]), place.at(after.row_labels[b])));
            }
        }
    }
}

TEST(ClusterOrder, OfTwoSetsIsAnOptionErrorAndChangesNothing) {
    const auto articles = interleaved();
    const auto before = similarity_matrix(articles, articles, testing::options_of(Measure::tfidf));
    auto matrix = before;
    try {
        order_by_cluster(matrix);
        ADD_FAILURE() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::option);
    }
    EXPECT_EQ(matrix.values, before.values);
    EXPECT_EQ(matrix.row_labels, before.row_labels);
}

TEST(ClusterOrder, OfNoneOneAndWordlessArticlesWorks) {
    const std::vector<std::vector<std::string>> corpora{{}, {"Port Osmer"}, {"", "...", "", "!"}};
    for (const auto& texts : corpora) {
        const auto before =
            similarity_matrix(testing::articles_of(texts), testing::options_of(Measure::blend));
        auto matrix = before;
        order_by_cluster(matrix);
        EXPECT_EQ(matrix.row_labels, before.row_labels);
        EXPECT_EQ(matrix.values, before.values);
    }
}

}  // namespace
}  // namespace wirecopy
