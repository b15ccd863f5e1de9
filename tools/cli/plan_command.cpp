#include "plan_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "article_reader.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "run_log.hpp"
#include "terminal.hpp"

namespace wirecopy::cli {

namespace {

// Enough to cover a corpus; in a window fewer and longer ones, that windows be filled.
constexpr std::size_t blocks_of_a_sample = 16;
constexpr std::size_t blocks_with_a_window = 4;

RunPlanOptions options_of(const PlanArguments& arguments, std::uint64_t articles) {
    RunPlanOptions options;
    options.copies = arguments.copies;
    options.articles = {std::max<std::uint64_t>(1, articles / 10), articles, articles * 10};
    options.window_days = arguments.compare.window_days;
    options.least_grade = arguments.compare.least_grade;
    options.peak_bytes = peak_bytes;
    return options;
}

}  // namespace

int run_plan(const PlanArguments& arguments) {
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    const auto bands = plan_copies(arguments.copies);
    std::optional<RunPlan> runs;
    RunLog log(arguments.stats);
    ArticleReader reader(arguments.read, &log);
    if (!arguments.paths.empty()) {
        const auto blocks =
            std::min(arguments.compare.window_days ? blocks_with_a_window : blocks_of_a_sample,
                     arguments.sample_articles);
        CorpusSampler sampler(blocks, arguments.sample_articles / blocks);
        reader.stream(arguments.paths, [&](Article&& article) { sampler.add(std::move(article)); });
        reader.print_summary();
        const auto sample = sampler.take();
        if (sample.articles.empty()) {
            std::cerr << "wirecopy: plan: no articles to draw a sample of\n";
            return exit_trouble;
        }
        auto options = options_of(arguments, arguments.articles.value_or(sample.corpus_articles));
        options.progress = log.reporter();
        runs = plan_runs(sample, options);
        log.clear_line();
        log.count("articles", reader.accepted());
        log.count("rejected", reader.rejected());
        log.count("sampled", sample.articles.size());
    }
    const bool is_shown = arguments.output == "-" && is_terminal(STDOUT_FILENO);
    write_plan(bands, runs,
               arguments.format.value_or(is_shown ? PlanFormat::text : PlanFormat::tsv),
               [&](std::string_view block) { output.write(block); });
    output.commit();
    if (runs) {
        log.finish();
    }
    return arguments.strict && reader.rejected() > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
