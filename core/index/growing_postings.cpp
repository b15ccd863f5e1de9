#include "index/growing_postings.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/hash.hpp"

namespace wirecopy::index {

namespace {

constexpr std::size_t least_slots = 1024;

// Sizes at which a list moves on are the powers of two.
std::size_t class_of(std::size_t size) noexcept {
    return static_cast<std::size_t>(std::bit_width(size - 1));
}

}  // namespace

std::size_t GrowingPostings::slot_of(std::uint32_t key) const noexcept {
    const auto mask = table_.size() - 1;
    auto at = static_cast<std::size_t>(base::mix(key)) & mask;
    while (table_[at].size != 0 && table_[at].key != key) {
        at = (at + 1) & mask;
    }
    return at;
}

void GrowingPostings::grow_table() {
    auto old = std::exchange(table_, std::vector<List>(std::max(least_slots, 2 * table_.size())));
    for (const auto& list : old) {
        if (list.size != 0) {
            table_[slot_of(list.key)] = list;
        }
    }
}

std::uint64_t GrowingPostings::room_for(std::size_t size_class) {
    auto& free = free_[size_class];
    if (!free.empty()) {
        const auto begin = free.back();
        free.pop_back();
        return begin;
    }
    const auto begin = postings_.size();
    postings_.resize(begin + (std::size_t{1} << size_class));
    return begin;
}

void GrowingPostings::add(std::uint32_t article, std::span<const Key> keys) {
    if (posting_count_ == 0) {
        first_ = article;
    }
    last_ = article + 1;
    for (const auto& key : keys) {
        if (2 * (key_count_ + 1) > table_.size()) {
            grow_table();
        }
        auto& list = table_[slot_of(key.key)];
        if (list.size == 0) {
            list = {key.key, 0, room_for(0)};
            ++key_count_;
        } else if (std::has_single_bit(list.size)) {
            const auto full = class_of(list.size);
            const auto begin = room_for(full + 1);
            std::copy_n(postings_.begin() + static_cast<std::ptrdiff_t>(list.begin), list.size,
                        postings_.begin() + static_cast<std::ptrdiff_t>(begin));
            free_[full].push_back(list.begin);
            list.begin = begin;
        }
        postings_[list.begin + list.size++] = {article, key.weight};
        ++posting_count_;
    }
}

std::span<const Found> GrowingPostings::matching(std::span<const Key> keys,
                                                 const Query::Range& range, float least) {
    found_.clear();
    if (posting_count_ == 0) {
        return found_;
    }
    touched_.clear();
    scores_.resize(last_ - first_, 0.0F);
    for (const auto& key : keys) {
        const auto& list = table_[slot_of(key.key)];
        const auto all = std::span(postings_).subspan(list.begin, list.size);
        auto from = std::ranges::lower_bound(all, range.first, {}, &Posting::article);
        const auto count = static_cast<std::size_t>(all.end() - from);
        if (count > range.most_postings) {
            from = all.end() - static_cast<std::ptrdiff_t>(range.most_postings);
        }
        for (; from != all.end(); ++from) {
            auto& score = scores_[from->article - first_];
            if (score == 0) {
                touched_.push_back(from->article);
            }
            score += key.weight * from->weight;
        }
    }
    for (const auto other : touched_) {
        auto& score = scores_[other - first_];
        if (score >= least) {
            found_.push_back({other, score});
        }
        score = 0;
    }
    return found_;
}

std::span<const Found> GrowingPostings::best_found(std::size_t limit) {
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
