#include "index/growing_postings.hpp"

#include <algorithm>
#include <bit>
#include <limits>
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
    while (table_[at].value != 0 && table_[at].key != key) {
        at = (at + 1) & mask;
    }
    return at;
}

void GrowingPostings::grow_table() {
    auto old = std::exchange(table_, std::vector<Slot>(std::max(least_slots, 2 * table_.size())));
    for (const auto& slot : old) {
        if (slot.value != 0) {
            table_[slot_of(slot.key)] = slot;
        }
    }
}

std::uint32_t GrowingPostings::room_for(std::size_t size_class) {
    auto& free = free_[size_class];
    if (!free.empty()) {
        const auto begin = free.back();
        free.pop_back();
        return begin;
    }
    const auto begin = articles_.size();
    const auto end = begin + (std::size_t{1} << size_class);
    if (end > std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorKind::option, "postings: there are more than fit");
    }
    articles_.resize(end);
    weights_.resize(has_weights_ ? end : 0);
    return static_cast<std::uint32_t>(begin);
}

void GrowingPostings::append(List& list, std::uint32_t article, float weight) {
    if (list.size == 0) {
        list.begin = room_for(0);
    } else if (std::has_single_bit(list.size)) {
        const auto full = class_of(list.size);
        const auto begin = room_for(full + 1);
        std::copy_n(articles_.begin() + list.begin, list.size, articles_.begin() + begin);
        if (has_weights_) {
            std::copy_n(weights_.begin() + list.begin, list.size, weights_.begin() + begin);
        }
        free_[full].push_back(list.begin);
        list.begin = begin;
    }
    articles_[list.begin + list.size] = article;
    if (has_weights_) {
        weights_[list.begin + list.size] = weight;
    }
    ++list.size;
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
        auto& slot = table_[slot_of(key.key)];
        ++posting_count_;
        key_count_ += slot.value == 0 ? 1 : 0;
        if (slot.value == 0 && !has_weights_) {
            slot = {key.key, article + 1};
            continue;
        }
        if ((slot.value & list_bit) == 0) {
            lists_.emplace_back();
            if (slot.value != 0) {
                append(lists_.back(), slot.value - 1, 1);
            }
            slot = {key.key, list_bit | static_cast<std::uint32_t>(lists_.size() - 1)};
        }
        append(lists_[slot.value & ~list_bit], article, key.weight);
    }
}

GrowingPostings::Lists GrowingPostings::lists() const {
    Lists made{.has_weights = has_weights_ ? 1U : 0U,
               .first = first_,
               .last = last_,
               .slots = table_.size(),
               .keys = {},
               .sizes = {},
               .articles = {},
               .weights = {}};
    made.keys.reserve(key_count_);
    made.sizes.reserve(key_count_);
    made.articles.reserve(posting_count_);
    made.weights.reserve(has_weights_ ? posting_count_ : 0);
    for (const auto& slot : table_) {
        if (slot.value == 0) {
            continue;
        }
        made.keys.push_back(slot.key);
        if ((slot.value & list_bit) == 0) {
            made.sizes.push_back(1);
            made.articles.push_back(slot.value - 1);
            continue;
        }
        const auto& list = lists_[slot.value & ~list_bit];
        made.sizes.push_back(list.size);
        const auto begin = articles_.begin() + list.begin;
        made.articles.insert(made.articles.end(), begin, begin + list.size);
        if (has_weights_) {
            const auto weights = weights_.begin() + list.begin;
            made.weights.insert(made.weights.end(), weights, weights + list.size);
        }
    }
    return made;
}

GrowingPostings::GrowingPostings(const Lists& lists)
    : has_weights_(lists.has_weights != 0),
      key_count_(lists.keys.size()),
      posting_count_(lists.articles.size()),
      first_(lists.first),
      last_(lists.last) {
    const auto all = std::accumulate(lists.sizes.begin(), lists.sizes.end(), std::uint64_t{0});
    const auto is_number = [&](std::uint32_t article) { return article < list_bit - 1; };
    if (lists.sizes.size() != key_count_ || all != posting_count_ || 2 * key_count_ > lists.slots ||
        (lists.slots != 0 && !std::has_single_bit(lists.slots)) || first_ > last_ ||
        lists.weights.size() != (has_weights_ ? posting_count_ : 0) ||
        !std::ranges::all_of(lists.articles, is_number)) {
        throw Error(ErrorKind::format, "postings: they are damaged");
    }
    table_.resize(lists.slots);
    std::uint64_t room = 0;
    std::size_t several = 0;
    for (const auto size : lists.sizes) {
        if (size > 1 || has_weights_) {
            room += std::bit_ceil(std::uint64_t{size});
            ++several;
        }
    }
    lists_.reserve(several);
    articles_.reserve(room);
    weights_.reserve(has_weights_ ? room : 0);
    std::size_t from = 0;
    for (std::size_t i = 0; i < key_count_; ++i) {
        const auto size = lists.sizes[i];
        auto& slot = table_[slot_of(lists.keys[i])];
        if (size == 0 || slot.value != 0) {
            throw Error(ErrorKind::format, "postings: they are damaged");
        }
        if (size == 1 && !has_weights_) {
            slot = {lists.keys[i], lists.articles[from++] + 1};
            continue;
        }
        slot = {lists.keys[i], list_bit | static_cast<std::uint32_t>(lists_.size())};
        const auto begin = room_for(static_cast<std::size_t>(std::bit_width(size - 1)));
        lists_.push_back({size, begin});
        std::copy_n(lists.articles.begin() + static_cast<std::ptrdiff_t>(from), size,
                    articles_.begin() + begin);
        if (has_weights_) {
            std::copy_n(lists.weights.begin() + static_cast<std::ptrdiff_t>(from), size,
                        weights_.begin() + begin);
        }
        from += size;
    }
}

void GrowingPostings::keep_only(const std::function<bool(std::uint32_t)>& stays) {
    const auto kept = lists();
    Lists made{.has_weights = kept.has_weights,
               .first = kept.last,
               .last = kept.last,
               .slots = least_slots,
               .keys = {},
               .sizes = {},
               .articles = {},
               .weights = {}};
    std::size_t from = 0;
    for (std::size_t i = 0; i < kept.keys.size(); ++i) {
        const auto before = made.articles.size();
        for (const auto end = from + kept.sizes[i]; from < end; ++from) {
            if (stays(kept.articles[from])) {
                made.articles.push_back(kept.articles[from]);
                made.first = std::min(made.first, kept.articles[from]);
                if (has_weights_) {
                    made.weights.push_back(kept.weights[from]);
                }
            }
        }
        if (made.articles.size() > before) {
            made.keys.push_back(kept.keys[i]);
            made.sizes.push_back(static_cast<std::uint32_t>(made.articles.size() - before));
        }
    }
    made.slots = std::max(least_slots, std::bit_ceil(2 * made.keys.size()));
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
    const auto add = [&](std::uint32_t article, float shared) {
        auto& score = scores_[article - first_];
        if (score == 0) {
            touched_.push_back(article);
        }
        score += shared;
    };
    for (const auto& key : keys) {
        const auto value = table_[slot_of(key.key)].value;
        if (value == 0) {
            continue;
        }
        if ((value & list_bit) == 0) {
            if (value - 1 >= range.first && range.most_postings > 0) {
                add(value - 1, key.weight);
            }
            continue;
        }
        const auto& list = lists_[value & ~list_bit];
        const auto all = std::span(articles_).subspan(list.begin, list.size);
        auto from = std::ranges::lower_bound(all, range.first);
        const auto count = static_cast<std::size_t>(all.end() - from);
        if (count > range.most_postings) {
            from = all.end() - static_cast<std::ptrdiff_t>(range.most_postings);
        }
        for (; from != all.end(); ++from) {
            const auto at = list.begin + static_cast<std::size_t>(from - all.begin());
            add(*from, has_weights_ ? key.weight * weights_[at] : key.weight);
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
