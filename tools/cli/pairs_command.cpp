#include "pairs_command.hpp"

#include <algorithm>
#include <iostream>

#include "article_reader.hpp"
#include "copies_command.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "run_log.hpp"
#include "sides.hpp"
#include "signature_files.hpp"
#include "stored_corpus.hpp"
#include "undated.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

int exit_code(const PairsArguments& arguments, const ArticleReader& reader, std::size_t found) {
    if (arguments.strict && reader.rejected() > 0) {
        return exit_trouble;
    }
    return found > 0 ? exit_done : exit_nothing;
}

// Verdicts rest on texts.
void require_articles(const std::vector<std::string>& paths) {
    const auto with = std::ranges::find_if(paths, is_signature_file);
    if (with != paths.end()) {
        throw Error(ErrorKind::option,
                    "pairs: " + printable(*with) +
                        " holds signatures, which have no grades; give --jaccard");
    }
}

}  // namespace

int run_pairs(const PairsArguments& arguments) {
    if (arguments.copies) {
        return run_copies(arguments);
    }
    require_articles(arguments.paths);
    require_articles(arguments.against);
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    RunLog log(arguments.stats);
    ArticleReader reader(arguments.read, &log);
    StoredCorpus corpus(arguments.read, arguments.work);
    corpus.read(reader, arguments.paths);
    const auto& articles = corpus.articles();
    const auto first_side = articles.size();
    corpus.read(reader, arguments.against);
    corpus.finish();
    reader.print_summary();
    if (articles.empty()) {
        std::cerr << "wirecopy: pairs: no articles to compare\n";
        return exit_trouble;
    }
    auto options = arguments.compare;
    options.texts = corpus.source();
    options.tables = read_tables(arguments.tables);
    options.progress = log.reporter();
    options.least_grade = arguments.grade;
    say_undated(articles, options.window_days);
    options.groups = groups_of(arguments, articles, first_side);
    options.search = arguments.all ? PairSearch::all : PairSearch::likely;
    options.memory = memory_bound(arguments.memory, arguments.work);
    options.kept_run = kept_run(arguments.resume, arguments.work);
    const auto& groups = options.groups;
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
                const auto b = a + 1 + i;
                if (groups.empty() || groups[a] != groups[b]) {
                    write(a, b, later[i]);
                }
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
    if (arguments.resume) {
        forget_run(options.kept_run);
    }
    log.count("articles", reader.accepted());
    log.count("rejected", reader.rejected());
    if (log.is_wanted()) {
        log.count_candidates(comparison.candidates(), articles.size());
    }
    log.count("pairs", found);
    log.finish();
    return exit_code(arguments, reader, found);
}

}  // namespace wirecopy::cli
