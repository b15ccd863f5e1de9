#include "cluster_command.hpp"

#include <iostream>

#include "article_reader.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

int run_cluster(const ClusterArguments& arguments) {
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    ArticleReader reader(arguments.read);
    const auto articles = reader.read(arguments.paths);
    reader.print_summary();
    if (articles.empty()) {
        std::cerr << "wirecopy: cluster: no articles to group\n";
        return exit_trouble;
    }
    auto options = arguments.cluster;
    options.compare.tables = read_tables(arguments.tables);
    Clustering clustering;
    {
        ProgressLine line("comparing", "articles");
        options.compare.progress = line.reporter();
        clustering = cluster_articles(articles, options);
    }
    const auto write = arguments.summary ? write_stories : write_clusters;
    write(clustering, articles, arguments.format,
          [&](std::string_view block) { output.write(block); });
    output.commit();
    return arguments.strict && reader.rejected() > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
