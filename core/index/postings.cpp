#include "index/postings.hpp"

#include <algorithm>
#include <numeric>

namespace wirecopy::index {

namespace {

// Keys are hashes: their top bits part them evenly.
constexpr unsigned part_shift = 32 - 6;
static_assert((std::size_t{1} << 6U) == Postings::part_count);

}  // namespace

void Postings::begin_build(std::span<const std::vector<Key>> articles) {
    key_starts_.assign(1, 0);
    key_starts_.reserve(articles.size() + 1);
    std::vector<std::size_t> sizes(part_count);
    for (const auto& keys : articles) {
        key_starts_.push_back(key_starts_.back() + keys.size());
        for (const auto& key : keys) {
            ++sizes[key.key >> part_shift];
        }
    }
    parts_.resize(part_count);
    for (std::size_t part = 0; part < part_count; ++part) {
        parts_[part].reserve(sizes[part]);
    }
    std::uint32_t article = 0;
    std::uint32_t place = 0;
    for (const auto& keys : articles) {
        for (const auto& key : keys) {
            parts_[key.key >> part_shift].push_back({key.key, article, place++, key.weight});
        }
        ++article;
    }
}

// Articles ascend already, and stay so: what sorts by the low bits of a key and then by the others
// keeps equals in order, as merging does, in a third of its time where there are many.
void Postings::sort_part(std::size_t part) {
    auto& entries = parts_[part];
    constexpr std::size_t many = 4096;
    if (entries.size() < many) {
        std::ranges::stable_sort(entries, {}, &Entry::key);
        return;
    }
    constexpr unsigned digit_bits = part_shift / 2;
    static_assert(2 * digit_bits == part_shift);
    std::vector<Entry> sorted(entries.size());
    for (const unsigned shift : {0U, digit_bits}) {
        const auto digit_of = [shift](const Entry& entry) {
            return entry.key >> shift & ((1U << digit_bits) - 1);
        };
        std::vector<std::uint32_t> starts((std::size_t{1} << digit_bits) + 1);
        for (const auto& entry : entries) {
            ++starts[digit_of(entry) + 1];
        }
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const auto& entry : entries) {
            sorted[starts[digit_of(entry)]++] = entry;
        }
        entries.swap(sorted);
    }
}

void Postings::end_build() {
    const auto total = static_cast<std::size_t>(key_starts_.back());
    lists_.resize(total);
    own_weights_.resize(total);
    articles_.reserve(total);
    weights_.reserve(total);
    list_starts_.clear();
    for (auto& part : parts_) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto& entry = part[i];
            if (i == 0 || part[i - 1].key != entry.key) {
                list_starts_.push_back(articles_.size());
            }
            lists_[entry.place] = static_cast<std::uint32_t>(list_starts_.size() - 1);
            own_weights_[entry.place] = entry.weight;
            articles_.push_back(entry.article);
            weights_.push_back(entry.weight);
        }
        std::vector<Entry>().swap(part);
    }
    list_starts_.push_back(articles_.size());
}

Query::Query(const Postings& postings) : postings_(postings), scores_(postings.size(), 0.0F) {}

void Query::add_scores(std::size_t article, const Range& range) {
    touched_.clear();
    const auto& all = postings_.articles_;
    for (auto place = postings_.key_starts_[article]; place < postings_.key_starts_[article + 1];
         ++place) {
        const auto list = postings_.lists_[place];
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(postings_.list_starts_[list]);
        const auto end =
            all.begin() + static_cast<std::ptrdiff_t>(postings_.list_starts_[list + 1]);
        const auto stop = std::lower_bound(begin, end, static_cast<std::uint32_t>(article));
        auto from = std::lower_bound(begin, stop, static_cast<std::uint32_t>(range.first));
        if (static_cast<std::size_t>(stop - from) > range.most_postings) {
            from = stop - static_cast<std::ptrdiff_t>(range.most_postings);
        }
        walked_ += static_cast<std::uint64_t>(stop - from);
        const float own = postings_.own_weights_[place];
        for (auto at = from; at != stop; ++at) {
            auto& score = scores_[*at];
            if (score == 0) {
                touched_.push_back(*at);
            }
            score += own * postings_.weights_[static_cast<std::size_t>(at - all.begin())];
        }
    }
}

std::span<const Found> Query::earlier(std::size_t article, const Range& range, float least) {
    add_scores(article, range);
    found_.clear();
    for (const auto other : touched_) {
        if (scores_[other] >= least) {
            found_.push_back({other, scores_[other]});
        }
        scores_[other] = 0;
    }
    return found_;
}

std::span<const Found> Query::best_earlier(std::size_t article, const Range& range,
                                           std::size_t limit) {
    static_cast<void>(earlier(article, range, 0));
    const auto count = std::min(limit, found_.size());
    const auto is_better = [](const Found& a, const Found& b) {
        return a.score != b.score ? a.score > b.score : a.article < b.article;
    };
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(count);
    if (count < found_.size()) {
        std::nth_element(found_.begin(), last, found_.end(), is_better);
    }
    std::sort(found_.begin(), last, is_better);
    return std::span(found_).first(count);
}

}  // namespace wirecopy::index
