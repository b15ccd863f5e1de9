#include "score/growing_company.hpp"

#include <algorithm>
#include <bit>

#include "base/hash.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t least_rows = 64;

}  // namespace

std::size_t GrowingCompany::slot_of(std::uint32_t article) const noexcept {
    const auto mask = rows_.size() - 1;
    auto at = static_cast<std::size_t>(base::mix(article)) & mask;
    while (rows_[at].round == round_ && rows_[at].article != article) {
        at = (at + 1) & mask;
    }
    return at;
}

void GrowingCompany::lay_out(std::uint32_t article, std::size_t member, float resemblance) {
    auto& row = rows_[slot_of(article)];
    if (row.round != round_) {
        row = {.article = article, .round = round_, .resemblance = {}};
    }
    row.resemblance[member] = resemblance;
}

void GrowingCompany::turn_to(std::uint32_t article) {
    article_ = article;
    circle_.clear();
    append_circle(article, graph_.circle(article), circle_);
    std::size_t most = 0;
    for (const auto& member : circle_) {
        most += graph_.of(member.article).size() + 1;
    }
    ++round_;
    if (rows_.size() < 2 * most || round_ == 0) {
        rows_.assign(std::max(least_rows, std::bit_ceil(2 * most)), Row{});
        round_ = 1;
    }
    for (std::size_t i = 0; i < circle_.size(); ++i) {
        lay_out(circle_[i].article, i, 1);
        for (const auto& neighbour : graph_.of(circle_[i].article)) {
            lay_out(neighbour.article, i, neighbour.resemblance);
        }
    }
}

double GrowingCompany::with(std::uint32_t other) {
    other_circle_.clear();
    append_circle(other, graph_.circle(other), other_circle_);
    return other < article_ ? from_other(other) : from_article(other);
}

// Members are added up in the order of the earlier one's circle, as score::Company does.
double GrowingCompany::from_other(std::uint32_t other) {
    std::array<double, most_members> means{};
    for (const auto& member : other_circle_) {
        const auto& row = rows_[slot_of(member.article)];
        if (row.round == round_) {
            for (std::size_t i = 0; i < circle_.size(); ++i) {
                means[i] += member.weight * static_cast<double>(row.resemblance[i]);
            }
        }
    }
    const auto mean = [&](std::uint32_t at) {
        const auto found = std::ranges::find(circle_, at, &CircleMember::article);
        return means[static_cast<std::size_t>(found - circle_.begin())];
    };
    return company_of(other, other_circle_, article_, circle_, mean,
                      [&](std::size_t x, std::size_t y) { return between(x, y); });
}

double GrowingCompany::from_article(std::uint32_t other) {
    const auto mean = [&](std::uint32_t at) {
        double sum = 0;
        if (const auto& row = rows_[slot_of(at)]; row.round == round_) {
            for (std::size_t i = 0; i < circle_.size(); ++i) {
                sum += circle_[i].weight * static_cast<double>(row.resemblance[i]);
            }
        }
        return sum;
    };
    return company_of(article_, circle_, other, other_circle_, mean,
                      [&](std::size_t x, std::size_t y) { return between(x, y); });
}

}  // namespace wirecopy::score
