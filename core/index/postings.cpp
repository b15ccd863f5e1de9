#include "index/postings.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace wirecopy::index {

namespace {

// Keys are hashes: their top bits part them evenly.
constexpr unsigned part_shift = 32 - 6;
static_assert((std::size_t{1} << 6U) == Postings::part_count);

}  // namespace

void Postings::begin_build(std::span<const std::span<const Key>> articles) {
    key_starts_.assign(1, 0);
    key_starts_.reserve(articles.size() + 1);
    std::vector<std::size_t> sizes(part_count);
    for (const auto& keys : articles) {
        key_starts_.push_back(key_starts_.back() + keys.size());
        for (const auto& key : keys) {
            ++sizes[key.key >> part_shift];
        }
    }
    parts_.reserve(part_count);
    for (std::size_t part = 0; part < part_count; ++part) {
        parts_.emplace_back(articles_.get_allocator());
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
// keeps equals in order, as merging does, in less time where there are many.
void Postings::sort_part(std::size_t part) {
    auto& entries = parts_[part];
    constexpr std::size_t many = 4096;
    if (entries.size() < many) {
        std::ranges::stable_sort(entries, {}, &Entry::key);
        return;
    }
    constexpr unsigned digit_bits = part_shift / 2;
    static_assert(2 * digit_bits == part_shift);
    base::Kept<Entry> sorted(entries.size(), entries.get_allocator());
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
        base::Kept<Entry>().swap(part);
    }
    list_starts_.push_back(articles_.size());
}

Query::Query(const Postings& postings) : postings_(postings), scores_(postings.size(), 0.0F) {}

void Query::choose(std::size_t article, const Range& range) {
    chosen_.clear();
    chosen_count_ = 0;
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
        chosen_.push_back({static_cast<std::size_t>(from - all.begin()),
                           static_cast<std::size_t>(stop - all.begin()),
                           postings_.own_weights_[place]});
        chosen_count_ += static_cast<std::size_t>(stop - from);
    }
    walked_ += chosen_count_;
}

void Query::add_scores() {
    touched_.clear();
    for (const auto& [from, stop, own] : chosen_) {
        for (auto at = from; at < stop; ++at) {
            const auto other = postings_.articles_[at];
            auto& score = scores_[other];
            if (score == 0) {
                touched_.push_back(other);
            }
            score += own * postings_.weights_[at];
        }
    }
}

// What was touched is not kept: who asks looks at all.
void Query::add_many_scores() {
    for (const auto& [from, stop, own] : chosen_) {
        for (auto at = from; at < stop; ++at) {
            scores_[postings_.articles_[at]] += own * postings_.weights_[at];
        }
    }
}

std::span<const Found> Query::earlier(std::size_t article, const Range& range, float least) {
    choose(article, range);
    add_scores();
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
    const auto is_better = [](const Found& a, const Found& b) {
        return a.score != b.score ? a.score > b.score : a.article < b.article;
    };
    // The best so far, the worst of them in front; whoever has less is passed by.
    found_.clear();
    constexpr float any = std::numeric_limits<float>::denorm_min();
    float least = limit > 0 ? any : std::numeric_limits<float>::infinity();
    const auto look_at = [&](std::uint32_t other) {
        const Found one{other, scores_[other]};
        if (one.score < least || (found_.size() == limit && !is_better(one, found_.front()))) {
            return;
        }
        if (found_.size() == limit) {
            std::ranges::pop_heap(found_, is_better);
            found_.pop_back();
        }
        found_.push_back(one);
        std::ranges::push_heap(found_, is_better);
        least = found_.size() == limit ? found_.front().score : any;
    };
    choose(article, range);
    // Where many were touched, looking at all in range is less than noting each that was.
    constexpr std::size_t many = 16;
    const auto first = std::min(range.first, article);
    if (many * chosen_count_ < article - first) {
        add_scores();
        for (const auto other : touched_) {
            look_at(other);
            scores_[other] = 0;
        }
    } else {
        add_many_scores();
        for (auto other = first; other < article; ++other) {
            look_at(static_cast<std::uint32_t>(other));
        }
        std::fill(scores_.begin() + static_cast<std::ptrdiff_t>(first),
                  scores_.begin() + static_cast<std::ptrdiff_t>(article), 0.0F);
    }
    std::ranges::sort(found_, is_better);
    return found_;
}

}  // namespace wirecopy::index
