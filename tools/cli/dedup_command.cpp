#include "dedup_command.hpp"

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>

#include "article_reader.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "record_keeper.hpp"
#include "run_log.hpp"
#include "stored_corpus.hpp"
#include "undated.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

std::string share(std::uint64_t part, std::uint64_t whole) {
    const auto percent = whole == 0 ? 0 : (100 * part + whole / 2) / whole;
    return std::to_string(part) + " of " + std::to_string(whole) + " (" + std::to_string(percent) +
           " %)";
}

// What is about to happen, for whoever would rather stop it.
void print_safety_line(const Deduplication& found, std::size_t articles) {
    constexpr std::size_t most_sources = 5;
    std::cerr << "wirecopy: dedup: " << share(found.removed.size(), articles)
              << " articles leave; largest cluster " << found.largest_cluster << "; "
              << found.bridges << (found.bridges == 1 ? " bridge" : " bridges") << " cut";
    const bool has_sources = std::ranges::any_of(
        found.sources, [](const SourceShare& source) { return !source.source.empty(); });
    if (has_sources) {
        const auto named = std::min(most_sources, found.sources.size());
        for (std::size_t i = 0; i < named; ++i) {
            const auto& [source, all, removed] = found.sources[i];
            std::cerr << (i == 0 ? "; by source: " : ", ")
                      << (source.empty() ? "(none)" : printable(source)) << " "
                      << share(removed, all);
        }
        if (named < found.sources.size()) {
            std::cerr << " and " << found.sources.size() - named << " more";
        }
    }
    std::cerr << "\n";
}

}  // namespace

int run_dedup(const DedupArguments& arguments) {
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    std::optional<Output> list;
    if (!arguments.removed.empty()) {
        list.emplace(arguments.removed);
    }
    RecordKeeper records(arguments.work);
    RunLog log(arguments.stats);
    ArticleReader reader(arguments.read, &log);
    StoredCorpus corpus(arguments.read, arguments.work);
    corpus.read(reader, arguments.paths, [&](const Article& article, const ArticleRecord& record) {
        records.add(article, record);
    });
    corpus.finish();
    records.finish();
    const auto& articles = corpus.articles();
    reader.print_summary();
    if (articles.empty()) {
        std::cerr << "wirecopy: dedup: no articles to choose from\n";
        return exit_trouble;
    }
    auto options = arguments.cluster;
    say_undated(articles, options.compare.window_days);
    options.compare.tables = read_tables(arguments.tables);
    options.compare.texts = corpus.source();
    options.compare.progress = log.reporter();
    options.compare.memory = memory_bound(arguments.memory, arguments.work);
    options.compare.kept_run = kept_run(arguments.resume, arguments.work);
    const auto found = deduplicate(articles, options);
    log.clear_line();
    print_safety_line(found, articles.size());
    records.write(found.kept, [&](std::string_view block) { output.write(block); });
    if (list) {
        write_removed(found, articles, arguments.format,
                      [&](std::string_view block) { list->write(block); });
        list->commit();
    }
    output.commit();
    if (arguments.resume) {
        forget_run(options.compare.kept_run);
    }
    log.count("articles", reader.accepted());
    log.count("rejected", reader.rejected());
    log.count_candidates(found.candidates, articles.size());
    log.count("removed", found.removed.size());
    log.finish();
    return arguments.strict && reader.rejected() > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
