// Report: a matrix, an explanation, or what an evaluation found, as text, for machines and for
// people.
//
//   in      a matrix of finite scores, an explanation, or figures, and a sink that takes the text
//   out     csv, tsv, json, npy, phylip: promises, the same bytes for the same matrix everywhere
//           table, text: for people, free to improve
//   cost    5,000 x 5,000 cells: 0.1 CPU seconds as text; 128 KiB beside the matrix
//   error   what a format cannot say throws Error{option} before the first byte
//
// Scores are printed as whole millionths, exactly and without an exponent: 0.25, 1, 0.000123,
// 317.5. Lines end in a line feed alone.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/compare.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

/// Takes a report in order, in blocks of at least 64 KiB but for the last; a block is gone when the
/// call returns. What it throws ends the report and passes through.
using ReportSink = std::function<void(std::string_view block)>;

/// Every function below requires: matrix.values.size() == rows * columns, scores from 0 to 4e9;
/// matrix.grades as many as values, or none.
/// Const-safe from any number of threads.

/// A row `id` and the column labels, then a row for each row label. Labels with a comma, a quote
/// or a line end are quoted as in RFC 4180.
void write_csv(const Matrix& matrix, const ReportSink& sink);

/// The same with tabs. In labels a tab, line feed, carriage return and backslash become \t, \n, \r
/// and \\, so that a line is always a row.
void write_tsv(const Matrix& matrix, const ReportSink& sink);

/// One object: {"wirecopy":"matrix","version":1,"measure":{"name","description","symmetric",
/// "bounded"},"rows":[labels],"columns":[labels],"values":[[scores]]}, a line for each row. A
/// matrix with grades has "grades":[strings] too, a mark for each cell: C copy, E edited, R
/// rewrite, P partial, ~ related, - none. Labels that are not UTF-8 get U+FFFD for what is wrong.
void write_json(const Matrix& matrix, const ReportSink& sink);

/// NumPy's file format 1.0: little-endian float32, C order, shape (rows, columns); no labels.
void write_npy(const Matrix& matrix, const ReportSink& sink);

/// A square distance matrix, 1 - score, as relaxed PHYLIP: the count, then a line `name distance
/// ...` for each article. In names white space, controls and ()[]:;,' become `_`; a name that was
/// seen before gets `_2`, `_3`, ... Throws Error{option} for two sets of articles, and for
/// measures that are not symmetric or not bounded.
void write_phylip(const Matrix& matrix, const ReportSink& sink);

enum class PairFormat { tsv, csv, jsonl };

enum class PairColumns {
    verdicts,   ///< the ids, the grade, story, derived, jaccard, containment_a and containment_b
    scores,     ///< of these the ids and the last three alone
    estimates,  ///< the same, called jaccard_estimate and so on
};

/// Pairs of articles, one line each: under a header line, or as JSON objects. Ids are escaped as
/// labels are above.
class PairLines {
public:
    PairLines(PairFormat format, ReportSink sink, PairColumns columns = PairColumns::verdicts);
    ~PairLines();

    void write(std::string_view id_a, std::string_view id_b, const PairVerdict& verdict);

    /// Hands the rest to the sink. Not left to the destructor: the sink may throw.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Answers of an index (index.hpp), a JSON object a line: id, story, origin, grade, novel, matches
/// (id, grade, story, derived, jaccard, containment_a, containment_b), credits (outlet, role), and,
/// where there are any, events (merge or split, from, into) and unchanged.
struct IndexAnswer;
struct IndexInfo;
struct Rejected;
class AnswerLines {
public:
    explicit AnswerLines(ReportSink sink);
    ~AnswerLines();

    void write(const IndexAnswer& answer);
    /// What is no article: line, id where it is known, error.
    void write(const Rejected& rejected);
    void write(const IndexInfo& info);

    /// Hands all that was written to the sink. More may follow.
    void flush();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What clustering and de-duplication found (cluster.hpp), in the formats of pairs; ids escaped
/// alike. A line an article: id, story, origin, role; story and origin are ids of articles.
struct Clustering;
struct Deduplication;
void write_clusters(const Clustering& clustering, std::span<const Article> articles,
                    PairFormat format, const ReportSink& sink);

/// A line a story: story, articles, outlets, origins (how many), sources (of each origin, with
/// "; " between: the outlet that its articles credit, with " (absent)" where it has no article
/// there, else the outlet of its representative, else its id), weakest, weakest_a, weakest_b. As
/// JSON `origins` is an array of {"origin","representative","articles","source","absent"}.
void write_stories(const Clustering& clustering, std::span<const Article> articles,
                   PairFormat format, const ReportSink& sink);

/// A line an article that leaves: id, kept, grade, story, derived, jaccard.
void write_removed(const Deduplication& deduplication, std::span<const Article> articles,
                   PairFormat format, const ReportSink& sink);

enum class ColourMode { none, ansi16, ansi256, truecolour };

/// What the caller knows of the terminal: the core does not look.
struct TerminalStyle {
    std::size_t width_columns = 80;
    ColourMode colour = ColourMode::none;
    bool unicode = true;           ///< false: nothing but ASCII leaves
    std::size_t limit_rows = 60;   ///< a matrix with more rows is summarised; about one screen
    std::size_t limit_pairs = 10;  ///< the most pairs, or things of a kind, to name
};

/// A heat map as wide as the terminal allows, with numbers where they fit; the distribution of
/// the scores instead where even one column a cell is too wide, or for more than limit_rows rows.
/// A matrix with grades has their marks in the cells, with a legend, or their counts below the
/// distribution. Then the strongest pairs and what the numbers mean. Lines keep to the width where
/// it is 60 or more. Labels never reach the terminal raw.
void write_table(const Matrix& matrix, const TerminalStyle& style, const ReportSink& sink);

/// Evaluations (evaluate.hpp). csv and tsv: a header and a row of figures, so that the rows of many
/// runs make a table; when errors were asked for, an empty line and a table of them: error, id_a,
/// id_b, label, score. json: one object, {"wirecopy":"evaluation","version":1,...}, with the
/// reliability too. What is not there is an empty cell, or null.
struct PairEvaluation;
struct ClusterEvaluation;
void write_csv(const PairEvaluation& evaluation, const ReportSink& sink);
void write_tsv(const PairEvaluation& evaluation, const ReportSink& sink);
void write_json(const PairEvaluation& evaluation, const ReportSink& sink);
void write_csv(const ClusterEvaluation& evaluation, const ReportSink& sink);
void write_tsv(const ClusterEvaluation& evaluation, const ReportSink& sink);
void write_json(const ClusterEvaluation& evaluation, const ReportSink& sink);

/// The same for people.
void write_text(const PairEvaluation& evaluation, const TerminalStyle& style,
                const ReportSink& sink);
void write_text(const ClusterEvaluation& evaluation, const TerminalStyle& style,
                const ReportSink& sink);

/// What learning found (learn.hpp), as CSV under a header: the figures of every set; the bins of
/// the population's reliability; the scores of every labelled pair.
struct Learned;
struct LearnSet;
void write_figures(const Learned& learned, std::span<const LearnSet> sets, const ReportSink& sink);
void write_reliability(const Learned& learned, std::span<const LearnSet> sets,
                       const ReportSink& sink);
void write_scores(const Learned& learned, std::span<const LearnSet> sets,
                  std::span<const std::vector<Article>> corpora, const ReportSink& sink);

/// Everything an explanation (compare.hpp) holds as one object, {"wirecopy":"explanation",
/// "version":1,...}: the members have the names of the struct's, a side that does not say something
/// is null, a place is {"bytes":[begin,end],"code_points":[begin,end]}. Texts that are not UTF-8
/// get U+FFFD for what is wrong.
struct Explanation;
void write_json(const Explanation& explanation, const ReportSink& sink);

/// The same for people: the grade and why, then what tells most of each kind; copied passages side
/// by side where the width allows. Texts never reach the terminal raw. Lines keep to the width
/// where it is 60 or more.
void write_text(const Explanation& explanation, const TerminalStyle& style, const ReportSink& sink);

/// `text` with everything escaped that a terminal would act on or not show: controls, bytes that
/// are not UTF-8, direction marks. A backslash becomes two, so that different texts stay different.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace wirecopy
