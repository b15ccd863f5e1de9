#include "engine/pair_growth.hpp"

#include <algorithm>
#include <cmath>

namespace wirecopy::engine {

PairGrowth::PairGrowth(std::span<const std::uint64_t> block_articles,
                       std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs)
    : blocks_(block_articles.size()), pairs_(blocks_ * blocks_) {
    for (const auto count : block_articles) {
        articles_.push_back(static_cast<double>(count));
    }
    for (const auto& [a, b] : pairs) {
        pairs_[std::min(a, b) * blocks_ + std::max(a, b)] += 1;
    }
}

double PairGrowth::without(std::size_t left_out, double articles) const {
    double in_sample = 0;
    double inside = 0;       // pairs found inside blocks,
    double inside_all = 0;   // of so many,
    double between = 0;      // and between blocks,
    double between_all = 0;  // of so many
    for (std::size_t a = 0; a < blocks_; ++a) {
        if (a == left_out) {
            continue;
        }
        in_sample += articles_[a];
        inside += pairs_[a * blocks_ + a];
        inside_all += articles_[a] * (articles_[a] - 1) / 2;
        for (auto b = a + 1; b < blocks_; ++b) {
            if (b != left_out) {
                between += pairs_[a * blocks_ + b];
                between_all += articles_[a] * articles_[b];
            }
        }
    }
    if (in_sample == 0) {
        return 0;
    }
    const auto others = (articles - 1) / 2;  // that an article is a pair with
    const auto density = between_all > 0 ? between / between_all : 0;
    return std::min(others, inside / in_sample) +
           density * std::max(0.0, others - inside_all / in_sample);
}

Expected PairGrowth::pairs_an_article(std::uint64_t articles, bool is_whole) const {
    const auto count = static_cast<double>(articles);
    const auto value = without(blocks_, count);
    if (is_whole || blocks_ == 0) {
        return {value, value, value};
    }
    double sum = 0;
    double squares = 0;
    for (std::size_t block = 0; block < blocks_; ++block) {
        const auto part = without(block, count);
        sum += part;
        squares += part * part;
    }
    const auto n = static_cast<double>(blocks_);
    const auto variance = std::max(0.0, squares / n - sum / n * (sum / n));
    auto error = 2 * std::sqrt((n - 1) * variance);
    double between = 0;
    double between_all = 0;
    for (std::size_t a = 0; a < blocks_; ++a) {
        for (auto b = a + 1; b < blocks_; ++b) {
            between += pairs_[a * blocks_ + b];
            between_all += articles_[a] * articles_[b];
        }
    }
    if (between == 0 && between_all > 0) {
        error = std::max(error, 3 / between_all * (count - 1) / 2);
    }
    return {value, std::max(0.0, value - error), value + error};
}

}  // namespace wirecopy::engine
