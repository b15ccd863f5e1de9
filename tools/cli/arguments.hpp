// Arguments: the command line as values. The one door to CLI11.
//
//   in      argc, argv
//   out     what to do, or that help was printed or the line cannot be used
//   error   a line on stderr that names the option, and exit code 2

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tables.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/learn.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_nothing = 1;  ///< pairs, explain: none found
inline constexpr int exit_trouble = 2;

enum class MatrixFormat { automatic, table, csv, tsv, json, npy, phylip };
enum class ColourChoice { automatic, always, never };

struct MatrixArguments {
    std::vector<std::string> paths;  ///< one set against itself; empty when rows are given
    std::vector<std::string> rows;   ///< with columns: two sets
    std::vector<std::string> columns;
    ReadOptions read;
    SimilarityOptions similarity;
    TableFiles tables;
    MatrixFormat format = MatrixFormat::automatic;
    bool cluster_order = false;
    bool title_labels = false;
    bool strict = false;
    std::string output = "-";
    ColourChoice colour = ColourChoice::automatic;
    bool ascii = false;
    std::optional<std::size_t> width_columns;
    std::vector<std::string> given;  ///< the options of the line, by their first long names
};

struct PairsArguments {
    std::vector<std::string> paths;
    ReadOptions read;
    CompareOptions compare;
    TableFiles tables;
    Grade grade = Grade::rewrite;
    bool all = false;
    std::optional<CopyOptions> copies;  ///< the peers' way: by Jaccard alone
    bool strict = false;
    PairFormat format = PairFormat::tsv;
    std::string output = "-";
};

struct ClusterArguments {
    std::vector<std::string> paths;
    ReadOptions read;
    ClusterOptions cluster;
    TableFiles tables;
    bool summary = false;
    bool strict = false;
    PairFormat format = PairFormat::tsv;
    std::string output = "-";
};

struct DedupArguments {
    std::vector<std::string> paths;
    ReadOptions read;
    ClusterOptions cluster;
    TableFiles tables;
    bool strict = false;
    std::string output = "-";
    std::string removed;                  ///< file for the list of what left, or empty
    PairFormat format = PairFormat::tsv;  ///< of that list
};

enum class EvaluationFormat { automatic, text, csv, tsv, json };

struct EvaluateArguments {
    std::string corpus;  ///< empty with clusters
    std::string labels;
    std::string clusters;  ///< predicted ones, to be evaluated instead of a score
    std::string cluster_column;
    ReadOptions read;
    LabelOptions label;
    LabelClasses classes;
    SimilarityOptions similarity;
    TableFiles tables;
    EvaluationOptions evaluation;
    EvaluationFormat format = EvaluationFormat::automatic;
    bool strict = false;
    std::string output = "-";
};

struct LearnPriorArguments {
    std::vector<std::string> paths;
    ReadOptions read;
    unsigned least_articles = 8;
    unsigned threads = 0;
    bool strict = false;
    std::string output = "-";
};

struct LearnModelArguments {
    std::string recipe;
    std::string data;
    ReadOptions read;
    LearnOptions learn;
    TableFiles tables;
    bool strict = false;
    std::string output = "-";
    std::string figures;  ///< these three: files to write, or empty
    std::string reliability;
    std::string scores;
};

enum class ExplainFormat { automatic, text, json };

struct ExplainArguments {
    std::vector<std::string> articles;  ///< two files or ids, or one file of two articles
    std::vector<std::string> corpus;
    ReadOptions read;
    CompareOptions compare;
    TableFiles tables;
    ExplainFormat format = ExplainFormat::automatic;
    bool strict = false;
    std::string output = "-";
    ColourChoice colour = ColourChoice::automatic;
    bool ascii = false;
    std::optional<std::size_t> width_columns;
    std::vector<std::string> given;  ///< the options of the line, by their first long names
};

struct Parsed {
    std::optional<MatrixArguments> matrix;
    std::optional<ExplainArguments> explain;
    std::optional<PairsArguments> pairs;
    std::optional<ClusterArguments> cluster;
    std::optional<DedupArguments> dedup;
    std::optional<EvaluateArguments> evaluate;
    std::optional<LearnPriorArguments> learn_prior;
    std::optional<LearnModelArguments> learn_model;
    std::string answer;         ///< help, version or a completion script, for standard output
    int exit_code = exit_done;  ///< when there is nothing to do
};

/// Prints errors to stderr.
[[nodiscard]] Parsed parse_arguments(int argc, char** argv);

}  // namespace wirecopy::cli
