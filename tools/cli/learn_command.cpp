#include "learn_command.hpp"

#include <iostream>

#include "article_reader.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "recipe.hpp"
#include "tables.hpp"
#include "wirecopy/learn.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// Articles that are counted together: enough for every thread, few enough to hold.
constexpr std::size_t articles_a_batch = 4096;

// Writes a table beside the model where a file was named for it.
template <typename Write>
void write_table_to(const std::string& path, const Write& write) {
    if (path.empty()) {
        return;
    }
    Output output(path);
    write([&](std::string_view block) { output.write(block); });
    output.commit();
}

}  // namespace

int run_learn_prior(const LearnPriorArguments& arguments) {
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    PriorLearner learner;
    Rejections rejections;
    ProgressLine line("counting", "articles");
    std::vector<Article> batch;
    const auto count_batch = [&] {
        learner.add(batch, arguments.threads);
        batch.clear();
        line.show(learner.article_count());
    };
    read_articles(
        arguments.paths, arguments.read,
        [&](Article&& article) {
            batch.push_back(std::move(article));
            if (batch.size() == articles_a_batch) {
                count_batch();
            }
        },
        [&](Rejected&& rejected) {
            line.clear();
            rejections.add(rejected);
        });
    count_batch();
    line.clear();
    rejections.print_rest();
    if (learner.article_count() == 0) {
        std::cerr << "wirecopy: learn prior: no articles to learn from\n";
        return exit_trouble;
    }
    output.write(learner.prior(arguments.least_articles));
    output.commit();
    return arguments.strict && rejections.count() > 0 ? exit_trouble : exit_done;
}

int run_learn_model(const LearnModelArguments& arguments) {
    Output output(arguments.output);
    ArticleReader reader(arguments.read);
    Rejections rejections;
    const auto recipe = read_recipe(arguments.recipe, arguments.data, reader, rejections);
    rejections.print_rest();
    LearnOptions options = arguments.learn;
    options.tables = read_tables(arguments.tables);
    options.fixed = recipe.fixed;
    options.ridge = recipe.ridge;
    const auto learned = [&] {
        ProgressLine line("learning", "steps");
        options.progress = line.reporter();
        return learn_model(recipe.corpora, recipe.sets, options);
    }();
    write_table_to(arguments.figures,
                   [&](const ReportSink& sink) { write_figures(learned, recipe.sets, sink); });
    write_table_to(arguments.reliability,
                   [&](const ReportSink& sink) { write_reliability(learned, recipe.sets, sink); });
    write_table_to(arguments.scores, [&](const ReportSink& sink) {
        write_scores(learned, recipe.sets, recipe.corpora, sink);
    });
    output.write(learned.model);
    output.commit();
    return arguments.strict && reader.rejected() + rejections.count() > 0 ? exit_trouble
                                                                          : exit_done;
}

}  // namespace wirecopy::cli
