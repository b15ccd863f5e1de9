#include "texts.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/hash.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::bench {

namespace {

constexpr std::size_t set_bytes = 1'000'000;

// Sentences with the space or line end behind them.
std::vector<std::string> sentences_of(const std::vector<Article>& articles) {
    std::vector<std::string> sentences;
    for (const auto& article : articles) {
        std::string_view rest = article.text;
        while (!rest.empty()) {
            auto end = rest.find_first_of(".\n");
            end = end == std::string_view::npos ? rest.size() : end + 1;
            while (end < rest.size() && (rest[end] == ' ' || rest[end] == '\n')) {
                ++end;
            }
            sentences.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end);
        }
    }
    return sentences;
}

TextSet make_set(std::string_view name, std::size_t length,
                 const std::vector<std::string>& sentences, base::Random& random) {
    TextSet made{name, {}, 0};
    while (made.bytes < set_bytes) {
        std::string text;
        while (text.size() < length) {
            text += sentences[random.below(sentences.size())];
        }
        made.bytes += text.size();
        made.texts.push_back(std::move(text));
    }
    return made;
}

}  // namespace

std::vector<TextSet> make_text_sets() {
    const char* const other = std::getenv("WIRECOPY_BENCH_ARTICLES");
    const std::array paths{std::string(other == nullptr ? WIRECOPY_SEEDS : other)};
    const auto sentences = sentences_of(read_corpus(paths, {}).articles);
    base::Random random(42);
    return {make_set("brief", 600, sentences, random), make_set("story", 3'000, sentences, random),
            make_set("long read", 20'000, sentences, random)};
}

}  // namespace wirecopy::bench
