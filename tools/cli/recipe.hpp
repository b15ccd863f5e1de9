// Recipe: from which labelled sets a model is learnt, and how they count. A JSON file.
//
//   in      {"fixed": {"story.days": 1.5}, "ridge": 1, "sets": [{"name", "target", "corpus",
//           "labels", "column", "where": {"column": "value"}, "positive": [...], "negative": [...],
//           "weight", "positive_weight", "use_days", "population"}]}; paths from the folder of the
//           recipe, or behind "{data}/" from the one that the line of command names
//   out     corpora read once each, and the sets as learn_model takes them
//   error   throws Error{input} naming the file and the field

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "article_reader.hpp"
#include "wirecopy/learn.hpp"

namespace wirecopy::cli {

struct Recipe {
    std::vector<std::vector<Article>> corpora;
    std::vector<LearnSet> sets;
    std::vector<std::pair<std::string, double>> fixed;
    double ridge = 1;
};

/// `data` stands for {data} in paths; empty: there is none. Reads articles by `reader`; what
/// of the labels cannot be used goes to `rejections`.
[[nodiscard]] Recipe read_recipe(const std::string& path, const std::string& data,
                                 ArticleReader& reader, Rejections& rejections);

/// The whole file. Throws Error{input}.
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace wirecopy::cli
