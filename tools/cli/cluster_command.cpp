#include "cluster_command.hpp"

#include <iostream>
#include <span>
#include <string_view>
#include <unordered_set>

#include "article_reader.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "run_log.hpp"
#include "sides.hpp"
#include "stored_corpus.hpp"
#include "undated.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// A line of the output says of an id what is right of one article.
void require_different_ids(std::span<const Article> articles, std::size_t first_side) {
    std::unordered_set<std::string_view> ids;
    for (const auto& article : articles.first(first_side)) {
        ids.insert(article.id);
    }
    for (const auto& article : articles.subspan(first_side)) {
        if (ids.contains(article.id)) {
            throw Error(ErrorKind::input,
                        "cluster: " + printable(article.id) +
                            " is in CORPUS and in what it is grouped against; its lines could not "
                            "be told apart");
        }
    }
}

}  // namespace

int run_cluster(const ClusterArguments& arguments) {
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
        std::cerr << "wirecopy: cluster: no articles to group\n";
        return exit_trouble;
    }
    auto options = arguments.cluster;
    require_different_ids(articles, first_side);
    say_undated(articles, options.compare.window_days);
    options.compare.groups = groups_of(arguments, articles, first_side);
    options.compare.tables = read_tables(arguments.tables);
    options.compare.texts = corpus.source();
    options.compare.progress = log.reporter();
    options.compare.memory = memory_bound(arguments.memory, arguments.work);
    options.compare.kept_run = kept_run(arguments.resume, arguments.work);
    const auto clustering = cluster_articles(articles, options);
    log.clear_line();
    const auto write = arguments.summary ? write_stories : write_clusters;
    write(clustering, articles, arguments.format,
          [&](std::string_view block) { output.write(block); });
    output.commit();
    if (arguments.resume) {
        forget_run(options.compare.kept_run);
    }
    log.count("articles", reader.accepted());
    log.count("rejected", reader.rejected());
    log.count_candidates(clustering.candidates, articles.size());
    log.count("stories", clustering.stories.size());
    log.finish();
    return arguments.strict && reader.rejected() > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
