#include "score/overlap_index.hpp"

#include <algorithm>
#include <limits>

#include "wirecopy/error.hpp"

namespace wirecopy::score {

namespace {

struct Occurrence {
    std::uint64_t feature;
    std::uint32_t article;  // columns behind all rows
    float weight;

    friend bool operator<(const Occurrence& a, const Occurrence& b) noexcept {
        return a.feature != b.feature ? a.feature < b.feature : a.article < b.article;
    }
};

// Features are hashes: their top bits part them evenly, and a sixteenth of them at a time keeps
// the sorted copy small beside the index itself.
constexpr unsigned part_bits = 4;

void gather(std::span<const FeatureVector> articles, std::size_t first_id, std::uint64_t part,
            std::vector<Occurrence>& occurrences) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& vector = articles[i];
        for (std::size_t k = 0; k < vector.features.size(); ++k) {
            if (vector.features[k] >> (64U - part_bits) == part) {
                occurrences.push_back({vector.features[k], static_cast<std::uint32_t>(first_id + i),
                                       vector.weights.empty() ? 1.0F : vector.weights[k]});
            }
        }
    }
}

bool has_weights(std::span<const FeatureVector> articles) {
    return std::any_of(articles.begin(), articles.end(),
                       [](const FeatureVector& vector) { return !vector.weights.empty(); });
}

}  // namespace

OverlapIndex::OverlapIndex(std::span<const FeatureVector> articles) {
    build(articles, articles, true);
}

OverlapIndex::OverlapIndex(std::span<const FeatureVector> rows,
                           std::span<const FeatureVector> columns) {
    build(rows, columns, false);
}

void OverlapIndex::build(std::span<const FeatureVector> rows,
                         std::span<const FeatureVector> columns, bool same_set) {
    const std::size_t first_column = same_set ? 0 : rows.size();
    column_count_ = columns.size();
    weighted_ = has_weights(rows) || has_weights(columns);
    feature_starts_.push_back(0);
    // The rows' features arrive feature by feature: kept as pairs, then dealt out to the rows.
    std::vector<std::uint32_t> dealt_rows;
    std::vector<float> dealt_weights;
    std::vector<std::uint64_t> dealt_starts{0};
    std::vector<Occurrence> occurrences;
    for (std::uint64_t part = 0; part < std::uint64_t{1} << part_bits; ++part) {
        occurrences.clear();
        gather(rows, 0, part, occurrences);
        if (!same_set) {
            gather(columns, first_column, part, occurrences);
        }
        std::sort(occurrences.begin(), occurrences.end());
        for (std::size_t begin = 0; begin < occurrences.size();) {
            std::size_t end = begin + 1;
            while (end < occurrences.size() &&
                   occurrences[end].feature == occurrences[begin].feature) {
                ++end;
            }
            const bool is_shared = same_set ? end - begin > 1
                                            : occurrences[begin].article < first_column &&
                                                  occurrences[end - 1].article >= first_column;
            for (auto i = begin; is_shared && i < end; ++i) {
                const auto& occurrence = occurrences[i];
                if (same_set || occurrence.article < first_column) {
                    dealt_rows.push_back(occurrence.article);
                    if (weighted_) {
                        dealt_weights.push_back(occurrence.weight);
                    }
                }
                if (same_set || occurrence.article >= first_column) {
                    posting_columns_.push_back(
                        static_cast<std::uint32_t>(occurrence.article - first_column));
                    if (weighted_) {
                        posting_weights_.push_back(occurrence.weight);
                    }
                }
            }
            if (is_shared) {
                feature_starts_.push_back(posting_columns_.size());
                dealt_starts.push_back(dealt_rows.size());
            }
            begin = end;
        }
    }
    occurrences = {};
    if (feature_starts_.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorKind::input, "matrix: more than 4 billion shared features");
    }
    row_starts_.assign(rows.size() + 1, 0);
    for (const auto row : dealt_rows) {
        ++row_starts_[row + 1];
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        row_starts_[row + 1] += row_starts_[row];
    }
    row_features_.resize(dealt_rows.size());
    row_weights_.resize(dealt_weights.size());
    auto next = row_starts_;
    for (std::size_t feature = 0; feature + 1 < dealt_starts.size(); ++feature) {
        for (auto i = dealt_starts[feature]; i < dealt_starts[feature + 1]; ++i) {
            const auto at = next[dealt_rows[i]]++;
            row_features_[at] = static_cast<std::uint32_t>(feature);
            if (weighted_) {
                row_weights_[at] = dealt_weights[i];
            }
        }
    }
}

void OverlapIndex::add_overlaps(std::size_t row, std::size_t first_column,
                                std::span<double> sums) const {
    add(row, first_column, sums);
}

void OverlapIndex::add_overlaps(std::size_t row, std::size_t first_column,
                                std::span<float> counts) const {
    add(row, first_column, counts);
}

template <typename Sum>
void OverlapIndex::add(std::size_t row, std::size_t first_column, std::span<Sum> sums) const {
    const auto* const columns = posting_columns_.data();
    for (auto i = row_starts_[row]; i < row_starts_[row + 1]; ++i) {
        const auto feature = row_features_[i];
        const auto* begin = columns + feature_starts_[feature];
        const auto* const end = columns + feature_starts_[feature + 1];
        begin = first_column == 0 ? begin : std::lower_bound(begin, end, first_column);
        if (weighted_) {
            const auto* weight = posting_weights_.data() + (begin - columns);
            const auto factor = static_cast<Sum>(row_weights_[i]);
            for (const auto* column = begin; column != end; ++column) {
                sums[*column] += factor * static_cast<Sum>(*weight++);
            }
        } else {
            for (const auto* column = begin; column != end; ++column) {
                sums[*column] += Sum{1};
            }
        }
    }
}

}  // namespace wirecopy::score
