#include "sketch_command.hpp"

#include <unistd.h>

#include <iostream>
#include <utility>

#include "article_reader.hpp"
#include "output.hpp"
#include "run_log.hpp"
#include "signature_files.hpp"
#include "terminal.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::cli {

namespace {

std::string counted(std::uint64_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

int merge_files(const SketchArguments& arguments, Output& output) {
    RunLog log(arguments.stats);
    auto files = open_signature_files(arguments.paths);
    const auto articles =
        merge_signatures(files, [&](std::string_view block) { output.write(block); });
    output.commit();
    std::cerr << "wirecopy: sketch: " << counted(articles, "article") << " of "
              << counted(files.size(), "file") << "\n";
    log.count("articles", articles);
    log.finish();
    return exit_done;
}

}  // namespace

int run_sketch(const SketchArguments& arguments) {
    if (arguments.output == "-" && is_terminal(STDOUT_FILENO)) {
        throw Error(ErrorKind::option,
                    "sketch: signatures are binary; use --output FILE or a pipe");
    }
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    if (arguments.merge) {
        return merge_files(arguments, output);
    }
    RunLog log(arguments.stats);
    ArticleReader reader(arguments.read, &log);
    // Standard output cannot be taken back: nothing goes there before there is an article.
    std::string held;
    bool has_articles = false;
    CorpusSigner signer(
        arguments.parameters,
        [&](std::string_view block) {
            if (has_articles) {
                output.write(std::exchange(held, {}));
                output.write(block);
            } else {
                held += block;
            }
        },
        arguments.threads);
    reader.stream(arguments.paths, [&](Article&& article) {
        has_articles = true;
        signer.add(std::move(article));
    });
    reader.print_summary();
    if (!has_articles) {
        std::cerr << "wirecopy: sketch: no articles to sign\n";
        return exit_trouble;
    }
    signer.finish();
    output.commit();
    std::cerr << "wirecopy: sketch: " << counted(signer.articles(), "article") << " signed";
    if (signer.wordless() > 0) {
        std::cerr << ", " << signer.wordless() << " without words, which resemble"
                  << (signer.wordless() == 1 ? "s" : "") << " nothing";
    }
    std::cerr << "\n";
    log.count("articles", reader.accepted());
    log.count("rejected", reader.rejected());
    log.finish();
    return arguments.strict && reader.rejected() > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
