#include "cluster/linkage.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "cluster/pair_sums.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::cluster {

namespace {

// The groups that are left, each in the slot of its first article, slots ascending.
class Groups {
public:
    explicit Groups(const Matrix& matrix)
        : sums_(matrix),
          slots_(matrix.rows()),
          sizes_(Eigen::ArrayXd::Ones(static_cast<Eigen::Index>(matrix.rows()))),
          means_(sizes_.size()),
          merged_(sizes_.size()) {
        std::iota(slots_.begin(), slots_.end(), 0U);
    }

    [[nodiscard]] std::size_t count() const noexcept { return slots_.size(); }
    [[nodiscard]] std::uint32_t first() const noexcept { return slots_.front(); }

    struct Neighbour {
        std::uint32_t slot = 0;
        double mean = 0.0;  // in units of the sums
    };

    // The group with the highest mean to `slot`: of several `favourite` if it is one of them, or
    // else the first. Requires: count() > 1; favourite == slot for none.
    [[nodiscard]] Neighbour nearest(std::uint32_t slot, std::uint32_t favourite) {
        auto means = means_.head(live());
        gather(slot, means_);
        // The product of two sizes is exact, so that a mean is the same seen from either side.
        means /= sizes_.head(live()) * sizes_[place(slot)];
        means[place(slot)] = -1.0;
        Eigen::Index best = 0;
        const double highest = means.maxCoeff(&best);
        if (favourite != slot && means[place(favourite)] == highest) {
            return {favourite, highest};
        }
        return {slots_[static_cast<std::size_t>(best)], highest};
    }

    // The later group joins the earlier one.
    void merge(std::uint32_t keep, std::uint32_t gone) {
        gather(keep, means_);
        gather(gone, merged_);
        merged_.head(live()) += means_.head(live());
        sums_.scatter(keep, slots_, {merged_.data(), slots_.size()});
        sizes_[place(keep)] += sizes_[place(gone)];
        const auto hole = place(gone);
        std::copy(sizes_.data() + hole + 1, sizes_.data() + live(), sizes_.data() + hole);
        slots_.erase(slots_.begin() + hole);
    }

    [[nodiscard]] double unit() const noexcept { return sums_.unit(); }

private:
    [[nodiscard]] Eigen::Index live() const noexcept {
        return static_cast<Eigen::Index>(slots_.size());
    }
    [[nodiscard]] Eigen::Index place(std::uint32_t slot) const {
        return std::lower_bound(slots_.begin(), slots_.end(), slot) - slots_.begin();
    }
    void gather(std::uint32_t slot, Eigen::ArrayXd& sums) const {
        sums_.gather(slot, slots_, {sums.data(), slots_.size()});
    }

    PairSums sums_;
    std::vector<std::uint32_t> slots_;
    Eigen::ArrayXd sizes_;  // of the group at the same place in slots_
    Eigen::ArrayXd means_;
    Eigen::ArrayXd merged_;
};

struct SlotMerge {
    std::uint32_t keep = 0;
    std::uint32_t gone = 0;
    double similarity = 0.0;
};

// A chain in which each group is the nearest of the one before, ever more similar, must end in two
// that are nearest to each other. They can be merged at once, whatever stands elsewhere.
std::vector<SlotMerge> merge_along_chains(const Matrix& matrix) {
    Groups groups(matrix);
    std::vector<SlotMerge> merges;
    std::vector<std::uint32_t> chain;
    while (groups.count() > 1) {
        if (chain.empty()) {
            chain.push_back(groups.first());
        }
        const auto tip = chain.back();
        const auto before = chain.size() > 1 ? chain[chain.size() - 2] : tip;
        const auto nearest = groups.nearest(tip, before);
        if (before == tip || nearest.slot != before) {
            chain.push_back(nearest.slot);
            continue;
        }
        const auto [keep, gone] = std::minmax(tip, before);
        groups.merge(keep, gone);
        merges.push_back({keep, gone, nearest.mean * groups.unit()});
        chain.resize(chain.size() - 2);
    }
    return merges;
}

// Numbers the groups in the order of their merges.
Dendrogram numbered(const std::vector<SlotMerge>& merges, std::uint32_t leaves) {
    Dendrogram dendrogram{.leaves = leaves, .merges = {}};
    dendrogram.merges.reserve(merges.size());
    std::vector<std::uint32_t> group_of_slot(leaves);
    std::iota(group_of_slot.begin(), group_of_slot.end(), 0U);
    std::vector<std::uint32_t> size_of_slot(leaves, 1U);
    for (const auto& merge : merges) {
        const auto [a, b] = std::minmax(group_of_slot[merge.keep], group_of_slot[merge.gone]);
        size_of_slot[merge.keep] += size_of_slot[merge.gone];
        dendrogram.merges.push_back({a, b, merge.similarity, size_of_slot[merge.keep]});
        group_of_slot[merge.keep] =
            leaves + static_cast<std::uint32_t>(dendrogram.merges.size()) - 1;
    }
    return dendrogram;
}

}  // namespace

Dendrogram average_linkage(const Matrix& matrix) {
    if (!matrix.same_set || matrix.rows() != matrix.columns()) {
        throw Error(ErrorKind::option,
                    "cluster: rows and columns must be the same articles to be put in order");
    }
    auto merges = merge_along_chains(matrix);
    // Stable: of equal merges, one inside another was made first.
    std::stable_sort(merges.begin(), merges.end(), [](const SlotMerge& a, const SlotMerge& b) {
        return a.similarity > b.similarity;
    });
    return numbered(merges, static_cast<std::uint32_t>(matrix.rows()));
}

}  // namespace wirecopy::cluster
