#include "pairs_command.hpp"

#include <iomanip>
#include <iostream>

#include "article_reader.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

int exit_code(const PairsArguments& arguments, const ArticleReader& reader, std::size_t found) {
    if (arguments.strict && reader.rejected() > 0) {
        return exit_trouble;
    }
    return found > 0 ? exit_done : exit_nothing;
}

// Pairs by Jaccard alone.
std::size_t write_copies(const std::vector<Article>& articles, const PairsArguments& arguments,
                         Output& output) {
    auto options = *arguments.copies;
    options.width_words = arguments.compare.ngram;
    options.threads = arguments.compare.threads;
    std::size_t found = 0;
    PairLines lines(arguments.format, [&](std::string_view block) { output.write(block); }, false);
    const auto report = find_copies(articles, options, [&](const CopyPair& pair) {
        PairVerdict scores;
        scores.jaccard = pair.jaccard;
        scores.containment_a = pair.containment_a;
        scores.containment_b = pair.containment_b;
        lines.write(articles[pair.a].id, articles[pair.b].id, scores);
        ++found;
    });
    lines.finish();
    const auto unused = options.slots - report.bands * report.rows;
    std::cerr << "wirecopy: " << report.bands << " bands of " << report.rows << " rows"
              << (unused > 0 ? " (" + std::to_string(unused) + " permutations unused)" : "")
              << ", expected recall " << std::fixed << std::setprecision(4) << report.recall
              << " of pairs at " << std::setprecision(2) << options.threshold << "; "
              << report.candidates << " candidates verified, " << found << " pairs\n";
    return found;
}

}  // namespace

int run_pairs(const PairsArguments& arguments) {
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    ArticleReader reader(arguments.read);
    const auto articles = reader.read(arguments.paths);
    reader.print_summary();
    if (articles.empty()) {
        std::cerr << "wirecopy: pairs: no articles to compare\n";
        return exit_trouble;
    }
    if (arguments.copies) {
        const auto found = write_copies(articles, arguments, output);
        output.commit();
        return exit_code(arguments, reader, found);
    }
    ProgressLine line("comparing", "articles");
    auto options = arguments.compare;
    options.tables = read_tables(arguments.tables);
    options.progress = line.reporter();
    options.least_grade = arguments.grade;
    options.search = arguments.all ? PairSearch::all : PairSearch::likely;
    const Comparison comparison(articles, options);
    const Grade least = arguments.all ? Grade::none : arguments.grade;
    std::size_t found = 0;
    PairLines lines(arguments.format, [&](std::string_view block) { output.write(block); });
    const auto write = [&](std::size_t a, std::size_t b, const PairVerdict& verdict) {
        if (verdict.grade >= least) {
            lines.write(articles[a].id, articles[b].id, verdict);
            ++found;
        }
    };
    if (arguments.all) {
        comparison.compare_all([&](std::size_t a, std::span<const PairVerdict> later) {
            for (std::size_t i = 0; i < later.size(); ++i) {
                write(a, a + 1 + i, later[i]);
            }
        });
    } else {
        comparison.compare_likely(
            [&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
                for (const auto& pair : later) {
                    write(a, pair.b, pair.verdict);
                }
            });
    }
    lines.finish();
    output.commit();
    return exit_code(arguments, reader, found);
}

}  // namespace wirecopy::cli
