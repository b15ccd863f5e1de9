// Prior: in what share of the articles of a large news corpus each term occurs, for corpora too
// small to tell by themselves.
//
//   in      the terms of many articles (make_prior), or the bytes of a prior
//   out     bytes of a prior, at most 256 kB; the share of a term
//   cost    5 bytes a term; one binary search a question
//   error   parse throws Error{format}; shares are right to 4 %
//
// The shipped prior is made by `wirecopy learn prior` (README.md says from what).

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::feature {

class Prior {
public:
    /// Without any term: every share is that of a term never seen.
    Prior() = default;

    /// Throws Error{format} for bytes that are not a whole prior.
    [[nodiscard]] static Prior parse(std::string_view bytes);

    /// The share of articles that hold `term`; for one that is not in the prior, the share of terms
    /// so rare that they were left out.
    [[nodiscard]] double share(std::uint32_t term) const noexcept;

    struct Entry {
        std::uint32_t term;
        std::uint8_t code;  ///< share = 2^(-code / 16)
    };
    /// Terms ascending.
    [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }
    [[nodiscard]] double unseen_share() const noexcept { return unseen_share_; }
    [[nodiscard]] std::uint32_t article_count() const noexcept { return article_count_; }
    /// Names these very shares.
    [[nodiscard]] std::uint64_t digest() const noexcept { return digest_; }

    [[nodiscard]] static double share_of_code(std::uint8_t code) noexcept;

private:
    std::vector<Entry> entries_;
    double unseen_share_ = 1e-5;
    std::uint32_t article_count_ = 0;
    std::uint64_t digest_ = 0;
};

/// The prior of English news that is part of the program.
[[nodiscard]] const Prior& english_prior();

/// How many articles hold a term.
struct TermFrequency {
    std::uint32_t term;
    std::uint32_t frequency;
};

/// The bytes of a prior of `article_count` articles. Keeps the terms of at least `least_frequency`
/// articles, of these the most frequent that fit 256 kB; ties by term. Requires: terms ascending.
[[nodiscard]] std::string make_prior(std::span<const TermFrequency> terms,
                                     std::uint32_t article_count, std::uint32_t least_frequency);

}  // namespace wirecopy::feature
