#include "copies_command.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "article_reader.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "run_log.hpp"
#include "sides.hpp"
#include "signature_files.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy::cli {

namespace {

void print_plan(const CopyReport& report, const CopyOptions& options) {
    const auto unused = options.slots - report.bands * report.rows;
    std::cerr << "wirecopy: " << report.bands << " bands of " << report.rows << " rows"
              << (unused > 0 ? " (" + std::to_string(unused) + " permutations unused)" : "")
              << ", expected recall " << std::fixed << std::setprecision(4) << report.recall
              << " of pairs at " << std::setprecision(2) << options.threshold << "; "
              << report.candidates << " candidates ";
}

// Of estimates right at the threshold: Broder 1997, and for few bits Li, König 2010.
double standard_deviation(double jaccard, const SignatureParameters& parameters) {
    const auto by_chance =
        parameters.bits == 32 ? 0 : 1 / (std::ldexp(1.0, static_cast<int>(parameters.bits)) - 1);
    return std::sqrt((1 - jaccard) * (jaccard + by_chance) / static_cast<double>(parameters.slots));
}

// Writes pairs of articles that are known by their places.
template <typename Articles>
class PairWriter {
public:
    PairWriter(const Articles& articles, PairFormat format, PairColumns columns, Output& output)
        : articles_(articles),
          lines_(format, [&output](std::string_view block) { output.write(block); }, columns) {}

    void write(const CopyPair& pair) {
        PairVerdict scores;
        scores.jaccard = pair.jaccard;
        scores.containment_a = pair.containment_a;
        scores.containment_b = pair.containment_b;
        lines_.write(articles_[pair.a].id, articles_[pair.b].id, scores);
        ++found_;
    }
    void finish() { lines_.finish(); }
    [[nodiscard]] std::size_t found() const noexcept { return found_; }

private:
    const Articles& articles_;
    PairLines lines_;
    std::size_t found_ = 0;
};

// A signature was made with what its file says, whatever the line says now.
void require_as_given(const PairsArguments& arguments, const std::string& path,
                      const SignatureParameters& parameters) {
    const auto check = [&](const char* option, std::uint64_t asked, std::uint64_t is) {
        if (std::ranges::find(arguments.given, option) != arguments.given.end() && asked != is) {
            throw Error(ErrorKind::parameters, printable(path) + ": it was made with " + option +
                                                   " " + std::to_string(is) + ", not " +
                                                   std::to_string(asked));
        }
    };
    check("--ngram", arguments.compare.ngram, parameters.width);
    check("--num-perm", arguments.copies->slots, parameters.slots);
    check("--seed", arguments.copies->seed, parameters.seed);
}

std::size_t match_files(const PairsArguments& arguments, Output& output, RunLog& log) {
    for (const auto* const option : {"--memory", "--resume"}) {
        if (std::ranges::find(arguments.given, option) != arguments.given.end()) {
            throw Error(ErrorKind::option, "pairs: " + printable(arguments.paths.front()) +
                                               " holds signatures, which are matched in memory "
                                               "and at once: without " +
                                               option);
        }
    }
    auto files = open_signature_files(arguments.paths);
    auto against = open_signature_files(arguments.against);
    auto options = *arguments.copies;
    require_as_given(arguments, arguments.paths.front(), files.front().parameters());
    options.slots = files.front().parameters().slots;
    auto set = read_signatures(files);
    const auto first_side = set.articles.size();
    if (!against.empty()) {
        try {
            append(set, read_signatures(against));
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::parameters) {
                throw;
            }
            throw Error(error.kind(), listed(arguments.paths) + " and " +
                                          listed(arguments.against) + ": " + error.what());
        }
    }
    const auto groups = groups_of(arguments, set.articles, first_side);
    PairWriter writer(set.articles, arguments.format, PairColumns::estimates, output);
    const auto report = match_signatures(set,
                                         {.threshold = options.threshold,
                                          .recall = options.recall,
                                          .bands = options.bands,
                                          .rows = options.rows,
                                          .groups = groups,
                                          .threads = arguments.compare.threads,
                                          .progress = log.reporter()},
                                         [&](const CopyPair& pair) { writer.write(pair); });
    writer.finish();
    log.clear_line();
    log.count("articles", set.articles.size());
    log.count_candidates(report.candidates, set.articles.size());
    print_plan(report, options);
    std::cerr << "estimated, not verified (standard deviation "
              << standard_deviation(options.threshold, set.parameters) << " there), "
              << writer.found() << " pairs\n";
    return writer.found();
}

struct Found {
    std::size_t pairs = 0;
    bool is_trouble = false;  // by --strict
};

// What of an article outlasts its being read.
struct KnownArticle {
    std::string id;
    std::string source;
};

// Nothing when there are no articles.
std::optional<Found> match_articles(const PairsArguments& arguments, Output& output, RunLog& log) {
    auto options = *arguments.copies;
    options.width_words = arguments.compare.ngram;
    options.threads = arguments.compare.threads;
    options.progress = log.reporter();
    options.memory = memory_bound(arguments.memory, arguments.work);
    options.kept_run = kept_run(arguments.resume, arguments.work);
    ArticleReader reader(arguments.read, &log);
    TextStore texts(arguments.read, arguments.work);
    CopySearch search(options);
    std::deque<KnownArticle> articles;  // which needs no room for all of them twice
    const auto take = [&](Article&& article, const ArticleRecord& record) {
        texts.add(article, record);
        articles.push_back({std::move(article.id), {}});
        if (arguments.across_sources) {
            articles.back().source = std::move(article.source);
        }
        search.add(std::move(article.text));
    };
    reader.read_each(arguments.paths, take);
    const auto first_side = articles.size();
    if (!arguments.against.empty()) {
        reader.read_each(arguments.against, take);
    }
    texts.finish();
    reader.print_summary();
    if (articles.empty()) {
        std::cerr << "wirecopy: pairs: no articles to compare\n";
        return std::nullopt;
    }
    const auto groups = groups_of(arguments, articles, first_side);
    PairWriter writer(articles, arguments.format, PairColumns::scores, output);
    const auto make_reader = [&texts]() -> CopySearch::TextReader {
        const auto of_thread = std::make_shared<TextStore::Reader>(texts);
        return
            [of_thread](std::size_t article, std::string& text) { of_thread->read(article, text); };
    };
    const auto report =
        search.find(make_reader, groups, [&](const CopyPair& pair) { writer.write(pair); });
    writer.finish();
    log.clear_line();
    log.count("articles", reader.accepted());
    log.count("rejected", reader.rejected());
    log.count_candidates(report.candidates, articles.size());
    print_plan(report, options);
    std::cerr << "verified, " << writer.found() << " pairs\n";
    return Found{writer.found(), arguments.strict && reader.rejected() > 0};
}

// Signatures are not compared with articles.
bool are_signature_files(const PairsArguments& arguments) {
    auto all = arguments.paths;
    all.insert(all.end(), arguments.against.begin(), arguments.against.end());
    const auto with = std::ranges::find_if(all, is_signature_file);
    const auto without = std::ranges::find_if_not(all, is_signature_file);
    if (with != all.end() && without != all.end()) {
        throw Error(ErrorKind::option, "pairs: " + printable(*with) + " holds signatures and " +
                                           printable(*without) +
                                           " does not; wirecopy sketch makes them");
    }
    return with != all.end();
}

}  // namespace

int run_copies(const PairsArguments& arguments) {
    const bool has_signatures = are_signature_files(arguments);
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    RunLog log(arguments.stats);
    const auto found = has_signatures ? std::optional(Found{match_files(arguments, output, log)})
                                      : match_articles(arguments, output, log);
    if (!found) {
        return exit_trouble;
    }
    output.commit();
    if (arguments.resume) {
        forget_run(kept_run(arguments.resume, arguments.work));
    }
    log.count("pairs", found->pairs);
    log.finish();
    if (found->is_trouble) {
        return exit_trouble;
    }
    return found->pairs > 0 ? exit_done : exit_nothing;
}

}  // namespace wirecopy::cli
