// Arguments: the command line as values. The one door to CLI11.
//
//   in      argc, argv
//   out     what to do, or that help was printed or the line cannot be used
//   error   a line on stderr that names the option, and exit code 2

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tables.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/learn.hpp"
#include "wirecopy/plan.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_nothing = 1;  ///< pairs, explain: none found
inline constexpr int exit_trouble = 2;

enum class MatrixFormat { automatic, table, csv, tsv, json, npy, phylip };
enum class ColourChoice { automatic, always, never };

/// What every command that reads articles takes.
struct CommonArguments {
    std::vector<std::string> paths;
    ReadOptions read;
    TableFiles tables;
    bool strict = false;
    bool stats = false;  ///< not of matrix, learn, stream and index
    std::string output = "-";
    std::string work;          ///< of the first three: folder for what is not in memory, or empty
    bool resume = false;       ///< of the same: keep what is done in `work`, and go on with it
    std::uint64_t memory = 0;  ///< of the same and an index, in bytes; 0: half of the machine's
};

/// How a text for people is to look.
struct Appearance {
    ColourChoice colour = ColourChoice::automatic;
    bool ascii = false;
    std::optional<std::size_t> width_columns = {};
};

struct MatrixArguments : CommonArguments {  // paths: one set against itself
    std::vector<std::string> rows;          ///< with columns: two sets
    std::vector<std::string> columns;
    SimilarityOptions similarity;
    MatrixFormat format = MatrixFormat::automatic;
    bool cluster_order = false;
    bool title_labels = false;
    Appearance appearance;
    std::vector<std::string> given;  ///< the options of the line, by their first long names
};

/// Which articles are compared with which; both unset: all with all.
struct SideArguments {
    std::vector<std::string> against;  ///< paths of the other side
    bool across_sources = false;
};

struct PairsArguments : CommonArguments, SideArguments {
    CompareOptions compare;
    Grade grade = Grade::rewrite;
    bool all = false;
    std::optional<CopyOptions> copies;  ///< the peers' way: by Jaccard alone
    PairFormat format = PairFormat::tsv;
    std::vector<std::string> given;  ///< the options of the line, by their first long names
};

struct ClusterArguments : CommonArguments, SideArguments {
    ClusterOptions cluster;
    bool summary = false;
    PairFormat format = PairFormat::tsv;
};

struct DedupArguments : CommonArguments {
    ClusterOptions cluster;
    std::string removed;                  ///< file for the list of what left, or empty
    PairFormat format = PairFormat::tsv;  ///< of that list
};

struct SketchArguments : CommonArguments {
    SignatureParameters parameters;
    bool merge = false;  ///< paths are files of signatures
    unsigned threads = 0;
};

struct PlanArguments : CommonArguments {  // paths: none for the arithmetic alone
    CopyOptions copies;
    CompareOptions compare;
    std::optional<std::uint64_t> articles = {};
    std::size_t sample_articles = 4096;
    std::optional<PlanFormat> format = {};
};

enum class EvaluationFormat { automatic, text, csv, tsv, json };

struct EvaluateArguments : CommonArguments {
    std::string corpus;  ///< empty with clusters
    std::string labels;
    std::string clusters;  ///< predicted ones, to be evaluated instead of a score
    std::string cluster_column;
    LabelOptions label;
    LabelClasses classes;
    SimilarityOptions similarity;
    EvaluationOptions evaluation;
    EvaluationFormat format = EvaluationFormat::automatic;
};

struct LearnPriorArguments : CommonArguments {
    unsigned least_articles = 8;
    unsigned threads = 0;
};

struct LearnModelArguments : CommonArguments {
    std::string recipe;
    std::string data;
    LearnOptions learn;
    std::string figures;  ///< these three: files to write, or empty
    std::string reliability;
    std::string scores;
};

struct StreamArguments : CommonArguments {  // paths: to learn from
    CompareOptions compare;
    IndexOptions index{.most_articles = 200'000};
    std::string folder;              ///< of a lasting index, or empty
    std::vector<std::string> given;  ///< the options of the line, by their first long names
};

enum class IndexAction { add, query, remove, expire, info, verify, compact };

struct IndexArguments : CommonArguments {  // paths: articles to add or to ask about
    IndexAction action = IndexAction::info;
    std::string folder;
    CompareOptions compare;
    IndexOptions index;
    std::vector<std::string> ids;
    std::string before;                ///< of expire: a date,
    std::optional<unsigned> age_days;  ///< or days before the latest article
    std::size_t commit_articles = 1000;
    std::vector<std::string> given;
};

enum class ExplainFormat { automatic, text, json };

struct ExplainArguments : CommonArguments {
    std::vector<std::string> articles;  ///< two files or ids, or one file of two articles
    std::vector<std::string> corpus;
    CompareOptions compare;
    ExplainFormat format = ExplainFormat::automatic;
    Appearance appearance;
    std::vector<std::string> given;  ///< the options of the line, by their first long names
};

/// Help, version or a completion script, for standard output, and the exit code.
struct Answer {
    std::string text;
    int exit_code = exit_done;
};

using Parsed =
    std::variant<Answer, MatrixArguments, PairsArguments, ClusterArguments, DedupArguments,
                 SketchArguments, PlanArguments, ExplainArguments, EvaluateArguments,
                 LearnPriorArguments, LearnModelArguments, StreamArguments, IndexArguments>;

/// Prints errors to stderr.
[[nodiscard]] Parsed parse_arguments(int argc, char** argv);

}  // namespace wirecopy::cli
