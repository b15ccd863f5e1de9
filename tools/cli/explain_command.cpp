#include "explain_command.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "article_reader.hpp"
#include "idle_options.hpp"
#include "output.hpp"
#include "run_log.hpp"
#include "terminal.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// Two seconds for all pairs of these.
constexpr std::size_t most_articles_compared = 5000;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::option, "explain: " + sentence);
}

std::string quoted(const std::string& name) {
    return "\"" + printable(name) + "\"";
}

bool is_path(const std::string& name) {
    std::error_code error;
    return name == "-" || std::filesystem::exists(name, error);
}

// The articles to compare: those of the corpus, and those that are named by files beside it.
class Articles {
public:
    Articles(const ExplainArguments& arguments, RunLog& log)
        : arguments_(arguments), reader_(arguments.read, &log) {
        all_ = reader_.read(arguments.corpus);
        from_corpus_ = all_.size();
    }

    // The places of A and B.
    [[nodiscard]] std::pair<std::size_t, std::size_t> find() {
        const auto& names = arguments_.articles;
        if (names.size() == 1) {
            add(names.front(), 2);
            return {0, 1};
        }
        const auto a = place_of(names.front());
        return {a, place_of(names.back())};
    }

    [[nodiscard]] const std::vector<Article>& all() const noexcept { return all_; }
    [[nodiscard]] const ArticleReader& reader() const noexcept { return reader_; }

private:
    [[nodiscard]] std::size_t place_of(const std::string& name) {
        const auto corpus_end = all_.begin() + static_cast<std::ptrdiff_t>(from_corpus_);
        const auto known = std::find_if(all_.begin(), corpus_end,
                                        [&](const Article& article) { return article.id == name; });
        if (known != corpus_end) {
            return static_cast<std::size_t>(known - all_.begin());
        }
        if (!arguments_.corpus.empty() && !is_path(name)) {
            refuse(quoted(name) + " is neither an id in the corpus nor a file");
        }
        add(name, 1);
        return without_twin();
    }

    // Reads a file of so many articles.
    void add(const std::string& path, std::size_t wanted) {
        auto read = reader_.read({path});
        if (read.size() != wanted) {
            reader_.print_summary();
            const auto count = std::to_string(read.size());
            if (read.empty()) {
                refuse("there is no article in " + quoted(path));
            }
            if (wanted == 2) {
                refuse(quoted(path) + " holds " + count +
                       (read.size() == 1 ? " article; name a second file"
                                         : " articles, not two; name two ids of it: --corpus " +
                                               printable(path) + " ID ID"));
            }
            refuse(quoted(path) + " holds " + count +
                   " articles, not one; name an id of it: --corpus " + printable(path) + " ID");
        }
        std::move(read.begin(), read.end(), std::back_inserter(all_));
    }

    // The last article is that of the corpus where its text is: twice in it, it would keep itself
    // company.
    [[nodiscard]] std::size_t without_twin() {
        const auto corpus_end = all_.begin() + static_cast<std::ptrdiff_t>(from_corpus_);
        const auto twin = std::find_if(all_.begin(), corpus_end, [&](const Article& article) {
            return article.text == all_.back().text;
        });
        if (twin == corpus_end) {
            return all_.size() - 1;
        }
        all_.pop_back();
        return static_cast<std::size_t>(twin - all_.begin());
    }

    const ExplainArguments& arguments_;
    ArticleReader reader_;
    std::vector<Article> all_;
    std::size_t from_corpus_ = 0;
};

ExplainFormat format_of(const ExplainArguments& arguments) {
    if (arguments.format != ExplainFormat::automatic) {
        return arguments.format;
    }
    return arguments.output.ends_with(".json") ? ExplainFormat::json : ExplainFormat::text;
}

}  // namespace

int run_explain(const ExplainArguments& arguments) {
    const auto format = format_of(arguments);
    warn_of_idle_options(arguments, format);
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    RunLog log(arguments.stats);
    Articles articles(arguments, log);
    const auto [a, b] = articles.find();
    articles.reader().print_summary();
    auto options = arguments.compare;
    options.tables = read_tables(arguments.tables);
    options.progress = log.reporter();
    // The company of a pair in a large corpus is that of its likely pairs, as for `pairs`.
    const bool is_large = articles.all().size() > most_articles_compared;
    options.search = is_large ? PairSearch::likely : PairSearch::all;
    const Comparison comparison(articles.all(), options);
    const auto explanation = comparison.explain(a, b, articles.all()[a], articles.all()[b]);
    log.clear_line();
    const ReportSink sink = [&](std::string_view block) { output.write(block); };
    if (format == ExplainFormat::json) {
        write_json(explanation, sink);
    } else {
        write_text(explanation, style_of(arguments.output, arguments.appearance), sink);
    }
    output.commit();
    log.count("articles", articles.reader().accepted());
    log.count("rejected", articles.reader().rejected());
    log.finish();
    if (arguments.strict && articles.reader().rejected() > 0) {
        return exit_trouble;
    }
    return explanation.verdict.grade == Grade::none ? exit_nothing : exit_done;
}

}  // namespace wirecopy::cli
