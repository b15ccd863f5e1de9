// wirecopy_corpus: made-up news to measure with, as much as is asked for.

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "report/quoted.hpp"
#include "stream.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::bench {

namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// A file that is written from its begin; "-" is standard output.
class File {
public:
    explicit File(const std::string& path) : path_(path) {
        if (path != "-") {
            owned_.reset(std::fopen(path.c_str(), "wb"));
            file_ = owned_.get();
        }
        if (file_ == nullptr) {
            fail();
        }
    }
    void write(const std::string& text) {
        if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) {
            fail();
        }
    }
    void finish() {
        if (std::fflush(file_) != 0) {
            fail();
        }
    }

private:
    [[noreturn]] void fail() const {
        throw std::runtime_error("cannot write " + path_ + ": " + std::strerror(errno));
    }

    std::string path_;
    std::unique_ptr<std::FILE, Close> owned_;
    std::FILE* file_ = stdout;
};

struct Arguments {
    StreamOptions stream;
    std::string output = "-";
    std::string labels;
    std::string from;
};

std::vector<Sentences> read_pool(const std::string& path) {
    std::vector<Sentences> pool;
    if (!path.empty()) {
        read_articles(
            std::vector{path}, {},
            [&](Article&& article) { pool.push_back(sentences_of(article.text)); },
            [](Rejected&& rejected) {
                throw std::runtime_error(rejected.source + ": " + rejected.reason);
            });
        std::erase_if(pool, [](const Sentences& sentences) { return sentences.empty(); });
        if (pool.empty()) {
            throw std::runtime_error(path + " holds no articles");
        }
    }
    return pool;
}

std::string line_of(const Article& article) {
    return "{\"id\":" + report::json_string(article.id) +
           ",\"date\":" + report::json_string(article.date) +
           ",\"source\":" + report::json_string(article.source) +
           ",\"text\":" + report::json_string(article.text) + "}\n";
}

void write_corpus(const Arguments& arguments) {
    const auto pool = read_pool(arguments.from);
    Stream stream(arguments.stream, pool);
    File corpus(arguments.output);
    std::unique_ptr<File> labels;
    if (!arguments.labels.empty()) {
        labels = std::make_unique<File>(arguments.labels);
    }
    StreamedArticle streamed;
    while (stream.next(streamed)) {
        corpus.write(line_of(streamed.article));
        if (labels && !streamed.kind.empty()) {
            labels->write(streamed.article.id + '\t' + streamed.original + '\t' +
                          std::string(streamed.kind) + '\n');
        }
    }
    corpus.finish();
    if (labels) {
        labels->finish();
    }
}

}  // namespace

}  // namespace wirecopy::bench

int main(int argc, char** argv) {
    wirecopy::bench::Arguments arguments;
    CLI::App app("Made-up news articles to measure with, as JSON Lines", "wirecopy_corpus");
    app.add_option("--articles", arguments.stream.articles, "How many")->capture_default_str();
    app.add_option("--articles-a-day", arguments.stream.articles_a_day, "How many have one date")
        ->capture_default_str();
    app.add_option("--planted", arguments.stream.planted_share,
                   "Share of the articles that are edited copies of others")
        ->capture_default_str();
    app.add_option("--seed", arguments.stream.seed, "Another seed makes other articles")
        ->capture_default_str();
    app.add_option("--from", arguments.from,
                   "Splice the sentences of these articles instead of making words");
    app.add_option("--labels", arguments.labels,
                   "Write planted id, id of the original and kind of edit to this file");
    app.add_option("-o,--output", arguments.output, "File to write; - is standard output")
        ->capture_default_str();
    try {
        app.parse(argc, argv);
        wirecopy::bench::write_corpus(arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        std::cerr << "wirecopy_corpus: " << error.what() << "\n";
        return 2;
    }
    return 0;
}
