#include <algorithm>
#include <iterator>
#include <map>

#include "base/hash.hpp"
#include "feature/day.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/plan.hpp"

namespace wirecopy {

// Algorithm R (Vitter 1985) over blocks: of so many seen, each is kept with the same chance.
struct CorpusSampler::State {
    struct Block {
        std::uint64_t number = 0;
        std::vector<Article> articles;
    };

    void end_block() {
        if (gathered.empty()) {
            return;
        }
        Block block{seen, std::move(gathered)};
        gathered.clear();
        ++seen;
        if (kept.size() < most_blocks) {
            kept.push_back(std::move(block));
        } else if (const auto place = random.below(seen); place < most_blocks) {
            kept[place] = std::move(block);
        }
    }

    std::size_t most_blocks;
    std::size_t block_articles;
    base::Random random;
    std::vector<Article> gathered = {};
    std::vector<Block> kept = {};
    std::uint64_t seen = 0;
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;
    std::map<std::int32_t, std::uint64_t> days = {};
};

CorpusSampler::CorpusSampler(std::size_t blocks, std::size_t block_articles, std::uint64_t seed) {
    if (blocks == 0 || block_articles == 0) {
        throw Error(ErrorKind::option, "plan: a sample has at least one block of one article");
    }
    state_ = std::make_unique<State>(State{blocks, block_articles, base::Random(seed)});
}
CorpusSampler::~CorpusSampler() = default;
CorpusSampler::CorpusSampler(CorpusSampler&&) noexcept = default;
CorpusSampler& CorpusSampler::operator=(CorpusSampler&&) noexcept = default;

void CorpusSampler::add(Article&& article) {
    ++state_->articles;
    state_->text_bytes += article.text.size();
    if (const auto day = feature::parse_day(article.date)) {
        ++state_->days[*day];
    }
    state_->gathered.push_back(std::move(article));
    if (state_->gathered.size() == state_->block_articles) {
        state_->end_block();
    }
}

CorpusSample CorpusSampler::take() {
    state_->end_block();
    auto& kept = state_->kept;
    std::ranges::sort(kept, {}, &State::Block::number);
    CorpusSample sample;
    sample.corpus_articles = state_->articles;
    sample.corpus_text_bytes = state_->text_bytes;
    sample.corpus_days.assign(state_->days.begin(), state_->days.end());
    for (std::uint32_t number = 0; number < kept.size(); ++number) {
        auto& articles = kept[number].articles;
        sample.blocks.insert(sample.blocks.end(), articles.size(), number);
        std::ranges::move(articles, std::back_inserter(sample.articles));
    }
    kept.clear();
    return sample;
}

}  // namespace wirecopy
