#include "index/postings.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

namespace wirecopy::index {

namespace {

constexpr std::size_t part_count = 64;
// Keys are hashes: their top bits part them evenly.
constexpr unsigned part_shift = 32 - 6;
static_assert((std::size_t{1} << 6U) == part_count);

struct Entry {
    std::uint32_t key;
    std::uint32_t article;
    std::uint32_t place;  // of the key among those of all articles
    float weight;
};

std::size_t part_of(const Key& key) noexcept {
    return key.key >> part_shift;
}

// Articles ascend already, and stay so: what sorts by the low bits of a key and then by the others
// keeps equals in order, as merging does, in less time where there are many.
void sort_by_key(base::KeptRoom<Entry>& entries) {
    constexpr std::size_t many = 4096;
    if (entries.size() < many) {
        std::ranges::stable_sort(entries, {}, &Entry::key);
        return;
    }
    constexpr unsigned digit_bits = part_shift / 2;
    static_assert(2 * digit_bits == part_shift);
    base::KeptRoom<Entry> sorted(entries.size(), entries.memory());
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
        std::swap(entries, sorted);
    }
}

// The list of a key that one article alone has, which finds nobody: there is none.
constexpr std::uint32_t no_list = ~std::uint32_t{0};

// Calls `visit(begin, end)` for the entries of every key that two articles have.
template <typename Visit>
void for_each_shared(const base::KeptRoom<Entry>& entries, const Visit& visit) {
    for (std::size_t begin = 0; begin < entries.size();) {
        auto end = begin + 1;
        while (end < entries.size() && entries[end].key == entries[begin].key) {
            ++end;
        }
        if (end - begin > 1) {
            visit(begin, end);
        }
        begin = end;
    }
}

// Entries by the top bits of their keys, and how many of each part are kept.
struct Parts {
    std::vector<base::KeptRoom<Entry>> entries{part_count};
    std::vector<std::size_t> lists = std::vector<std::size_t>(part_count);
    std::vector<std::size_t> postings = std::vector<std::size_t>(part_count);
};

// Each block of articles knows where in each part its entries go.
Parts parted(std::span<const std::span<const Key>> articles,
             std::span<const std::uint64_t> key_starts, const Postings::EachPart& each_part,
             base::KeptMemory* memory) {
    using OfParts = std::array<std::size_t, part_count>;
    constexpr std::size_t block_count = part_count;
    std::vector<OfParts> places(block_count, OfParts{});
    const auto begin_of = [&](std::size_t block) { return articles.size() * block / block_count; };
    each_part(block_count, [&](std::size_t block) {
        for (auto article = begin_of(block); article < begin_of(block + 1); ++article) {
            for (const auto& key : articles[article]) {
                ++places[block][part_of(key)];
            }
        }
    });
    Parts parts;
    for (std::size_t part = 0; part < part_count; ++part) {
        std::size_t size = 0;
        for (auto& of_block : places) {
            size += std::exchange(of_block[part], size);
        }
        parts.entries[part] = {size, memory};
    }
    each_part(block_count, [&](std::size_t block) {
        for (auto article = begin_of(block); article < begin_of(block + 1); ++article) {
            auto place = static_cast<std::uint32_t>(key_starts[article]);
            for (const auto& key : articles[article]) {
                const auto part = part_of(key);
                parts.entries[part][places[block][part]++] = {
                    key.key, static_cast<std::uint32_t>(article), place++, key.weight};
            }
        }
    });
    each_part(part_count, [&](std::size_t part) {
        sort_by_key(parts.entries[part]);
        for_each_shared(parts.entries[part], [&](std::size_t begin, std::size_t end) {
            ++parts.lists[part];
            parts.postings[part] += end - begin;
        });
    });
    return parts;
}

}  // namespace

void Postings::build(std::span<const std::span<const Key>> articles, const EachPart& each_part,
                     base::KeptMemory* memory) {
    key_starts_.assign(1, 0);
    key_starts_.reserve(articles.size() + 1);
    for (const auto& keys : articles) {
        key_starts_.push_back(key_starts_.back() + keys.size());
    }
    auto parts = parted(articles, key_starts_, each_part, memory);
    std::vector<std::size_t> first_postings;
    std::vector<std::size_t> first_lists;
    std::size_t posting_count = 0;
    std::size_t list_count = 0;
    for (std::size_t part = 0; part < part_count; ++part) {
        first_postings.push_back(posting_count);
        first_lists.push_back(list_count);
        posting_count += parts.postings[part];
        list_count += parts.lists[part];
    }
    lists_ = {key_starts_.back(), memory};
    own_weights_ = {key_starts_.back(), memory};
    articles_ = {posting_count, memory};
    weights_ = {posting_count, memory};
    list_starts_ = {list_count + 1, memory};
    list_starts_[list_count] = posting_count;
    each_part(part_count, [&](std::size_t part) {
        const auto entries = std::move(parts.entries[part]);
        for (const auto& entry : entries) {
            lists_[entry.place] = no_list;
            own_weights_[entry.place] = entry.weight;
        }
        auto posting = first_postings[part];
        auto list = first_lists[part];
        for_each_shared(entries, [&](std::size_t begin, std::size_t end) {
            list_starts_[list] = posting;
            for (auto i = begin; i < end; ++i, ++posting) {
                lists_[entries[i].place] = static_cast<std::uint32_t>(list);
                articles_[posting] = entries[i].article;
                weights_[posting] = entries[i].weight;
            }
            ++list;
        });
    });
}

namespace {

// Without a way out, so that many are compared at once.
bool any_at_least(std::span<const float> scores, float least) noexcept {
    int found = 0;
    for (const auto score : scores) {
        found |= score >= least ? 1 : 0;
    }
    return found != 0;
}

}  // namespace

Query::Query(const Postings& postings) : postings_(postings), scores_(postings.size(), 0.0F) {}

void Query::choose(std::size_t article, const Range& range) {
    chosen_.clear();
    chosen_count_ = 0;
    const auto& all = postings_.articles_;
    for (auto place = postings_.key_starts_[article]; place < postings_.key_starts_[article + 1];
         ++place) {
        const auto list = postings_.lists_[place];
        if (list == no_list) {
            continue;
        }
        const auto* const begin = all.begin() + postings_.list_starts_[list];
        const auto* const end = all.begin() + postings_.list_starts_[list + 1];
        const auto* const stop = std::lower_bound(begin, end, static_cast<std::uint32_t>(article));
        const auto* from = std::lower_bound(begin, stop, static_cast<std::uint32_t>(range.first));
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
        constexpr std::size_t block = 32;
        for (auto begin = first; begin < article; begin += block) {
            const auto scores = std::span(scores_).subspan(begin, std::min(block, article - begin));
            if (any_at_least(scores, least)) {
                for (std::size_t i = 0; i < scores.size(); ++i) {
                    look_at(static_cast<std::uint32_t>(begin + i));
                }
            }
            std::ranges::fill(scores, 0.0F);
        }
    }
    std::ranges::sort(found_, is_better);
    return found_;
}

}  // namespace wirecopy::index
