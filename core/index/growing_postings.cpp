#include "index/growing_postings.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/hash.hpp"
#include "wirecopy/error.hpp"

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

GrowingPostings::Lists GrowingPostings::lists() const {
    Lists made{.slots = table_.size(),
               .first = first_,
               .last = last_,
               .keys = {},
               .sizes = {},
               .postings = {}};
    made.keys.reserve(key_count_);
    made.sizes.reserve(key_count_);
    made.postings.reserve(posting_count_);
    for (const auto& list : table_) {
        if (list.size != 0) {
            made.keys.push_back(list.key);
            made.sizes.push_back(list.size);
            const auto begin = postings_.begin() + static_cast<std::ptrdiff_t>(list.begin);
            made.postings.insert(made.postings.end(), begin, begin + list.size);
        }
    }
    return made;
}

GrowingPostings::GrowingPostings(const Lists& lists)
    : key_count_(lists.keys.size()),
      posting_count_(lists.postings.size()),
      first_(lists.first),
      last_(lists.last) {
    const auto all = std::accumulate(lists.sizes.begin(), lists.sizes.end(), std::uint64_t{0});
    if (lists.sizes.size() != key_count_ || all != posting_count_ || 2 * key_count_ > lists.slots ||
        (lists.slots != 0 && !std::has_single_bit(lists.slots)) || first_ > last_) {
        throw Error(ErrorKind::format, "postings: they are damaged");
    }
    table_.resize(lists.slots);
    std::uint64_t room = 0;
    for (const auto size : lists.sizes) {
        room += std::bit_ceil(size);
    }
    postings_.resize(room);
    auto from = lists.postings.begin();
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < key_count_; ++i) {
        const auto size = lists.sizes[i];
        auto& list = table_[slot_of(lists.keys[i])];
        if (size == 0 || list.size != 0) {
            throw Error(ErrorKind::format, "postings: they are damaged");
        }
        list = {lists.keys[i], size, begin};
        std::copy_n(from, size, postings_.begin() + static_cast<std::ptrdiff_t>(begin));
        from += size;
        begin += std::bit_ceil(size);
    }
}

void GrowingPostings::keep_only(const std::function<bool(std::uint32_t)>& stays) {
    auto kept = lists();
    Lists made{.slots = least_slots,
               .first = kept.first,
               .last = kept.last,
               .keys = {},
               .sizes = {},
               .postings = {}};
    auto from = kept.postings.begin();
    for (std::size_t i = 0; i < kept.keys.size(); ++i) {
        const auto before = made.postings.size();
        std::copy_if(from, from + kept.sizes[i], std::back_inserter(made.postings),
                     [&](const Posting& posting) { return stays(posting.article); });
        from += kept.sizes[i];
        if (made.postings.size() > before) {
            made.keys.push_back(kept.keys[i]);
            made.sizes.push_back(static_cast<std::uint32_t>(made.postings.size() - before));
        }
    }
    made.slots = std::max(least_slots, std::bit_ceil(2 * made.keys.size()));
    const auto least = std::ranges::min_element(made.postings, {}, &Posting::article);
    made.first = least == made.postings.end() ? made.last : least->article;
    *this = GrowingPostings(made);
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
