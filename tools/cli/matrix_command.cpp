#include "matrix_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <utility>

#include "article_reader.hpp"
#include "idle_options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"
#include "wordless.hpp"

namespace wirecopy::cli {

namespace {

void use_titles(std::vector<Article>& articles) {
    for (auto& article : articles) {
        if (!article.title.empty()) {
            article.id = article.title;
        }
    }
}

// By the ending of the output's name; tsv where it says nothing.
MatrixFormat format_by_name(const std::string& output) {
    constexpr std::array<std::pair<std::string_view, MatrixFormat>, 5> endings{
        {{".csv", MatrixFormat::csv},
         {".json", MatrixFormat::json},
         {".npy", MatrixFormat::npy},
         {".phy", MatrixFormat::phylip},
         {".phylip", MatrixFormat::phylip}}};
    std::string folded(output);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    for (const auto& [ending, format] : endings) {
        if (folded.ends_with(ending)) {
            return format;
        }
    }
    return MatrixFormat::tsv;
}

MatrixFormat format_of(const MatrixArguments& arguments) {
    const bool to_terminal = arguments.output == "-" && is_terminal(STDOUT_FILENO);
    if (arguments.format == MatrixFormat::automatic) {
        return to_terminal ? MatrixFormat::table : format_by_name(arguments.output);
    }
    if (arguments.format == MatrixFormat::npy && to_terminal) {
        throw Error(ErrorKind::option, "matrix: npy is binary; use --output FILE or a pipe");
    }
    return arguments.format;
}

void write_matrix(const Matrix& matrix, MatrixFormat format, const MatrixArguments& arguments,
                  const ReportSink& sink) {
    switch (format) {
        case MatrixFormat::csv:
            return write_csv(matrix, sink);
        case MatrixFormat::json:
            return write_json(matrix, sink);
        case MatrixFormat::npy:
            return write_npy(matrix, sink);
        case MatrixFormat::phylip:
            return write_phylip(matrix, sink);
        case MatrixFormat::table:
            return write_table(matrix, style_of(arguments.output, arguments.appearance), sink);
        default:
            return write_tsv(matrix, sink);
    }
}

// What a format cannot say is refused before the work: a matrix of no articles is refused alike.
void require_format(MatrixFormat format, const MatrixArguments& arguments) {
    if (format == MatrixFormat::phylip) {
        const std::vector<Article> none;
        const auto matrix = arguments.rows.empty()
                                ? similarity_matrix(none, arguments.similarity)
                                : similarity_matrix(none, none, arguments.similarity);
        write_phylip(matrix, [](std::string_view) {});
    }
}

// A matrix that the machine cannot hold is refused before the work, not killed in the middle.
void require_memory(std::size_t rows, std::size_t columns, const MatrixArguments& arguments) {
    const std::size_t cell_bytes = (arguments.cluster_order ? 2 : 1) * sizeof(float) +
                                   (arguments.similarity.grades ? sizeof(Grade) : 0);
    const auto machine_bytes = static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) *
                               static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    if (rows > machine_bytes / cell_bytes / columns) {
        const auto gigabytes = (rows * columns >> 30U) * cell_bytes;
        throw Error(ErrorKind::option, "matrix: " + std::to_string(rows) + " x " +
                                           std::to_string(columns) + " cells need " +
                                           std::to_string(gigabytes) +
                                           " GB, more than this machine has");
    }
}

// Only what a reader sees is worth judging beyond the number: a table, and JSON.
bool shows_grades(MatrixFormat format, Measure measure) {
    return (measure == Measure::derived || measure == Measure::story) &&
           (format == MatrixFormat::table || format == MatrixFormat::json);
}

Matrix compare(const std::vector<Article>& rows, const std::vector<Article>& columns,
               const MatrixArguments& arguments) {
    ProgressLine line("preparing", "articles");
    auto options = arguments.similarity;
    options.tables = read_tables(arguments.tables);
    options.progress = line.reporter();
    auto matrix = arguments.rows.empty() ? similarity_matrix(rows, options)
                                         : similarity_matrix(rows, columns, options);
    line.clear();
    warn_of_wordless(matrix, rows, columns);
    if (arguments.cluster_order) {
        order_by_cluster(matrix);
    }
    return matrix;
}

}  // namespace

int run_matrix(MatrixArguments arguments) {
    const auto format = format_of(arguments);
    arguments.similarity.grades = shows_grades(format, arguments.similarity.measure);
    const bool two_sets = !arguments.rows.empty();
    if (two_sets && arguments.cluster_order) {
        throw Error(ErrorKind::option,
                    "matrix: --order cluster needs one set of articles, not --rows and --columns");
    }
    require_format(format, arguments);
    warn_of_idle_options(arguments, format);
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    ArticleReader reader(arguments.read);
    auto rows = reader.read(two_sets ? arguments.rows : arguments.paths);
    auto columns = reader.read(arguments.columns);
    reader.print_summary();
    if (rows.empty() || (two_sets && columns.empty())) {
        auto paths = !two_sets      ? arguments.paths
                     : rows.empty() ? arguments.rows
                                    : arguments.columns;
        std::ranges::replace(paths, "-", "standard input");
        std::cerr << "wirecopy: matrix: no articles in "
                  << (!two_sets      ? ""
                      : rows.empty() ? "--rows "
                                     : "--columns ")
                  << listed(paths) << "\n";
        return exit_trouble;
    }
    if (arguments.title_labels) {
        use_titles(rows);
        use_titles(columns);
    }
    require_memory(rows.size(), two_sets ? columns.size() : rows.size(), arguments);
    const auto matrix = compare(rows, columns, arguments);
    write_matrix(matrix, format, arguments, [&](std::string_view block) { output.write(block); });
    output.commit();
    return arguments.strict && reader.rejected() > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
