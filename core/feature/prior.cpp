// The form of a prior, every number little-endian:
//
//   offset  bytes  what
//        0      8  magic "wcprior1"
//        8      4  articles it was made of
//       12      4  n, its terms
//       16      4  hash_id
//       20      4  articles that a term left out is taken to be in, times 1,000
//       24    4 n  terms, ascending
//   24+4 n      n  codes of their shares
//   24+5 n      8  checksum of all bytes before it

#include "feature/prior.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::feature {

namespace {

using base::append_number;
using base::number_at;

constexpr std::string_view magic = "wcprior1";
constexpr std::size_t header_bytes = 24;
constexpr std::size_t checksum_bytes = 8;
constexpr std::size_t entry_bytes = 5;
constexpr std::size_t limit_bytes = std::size_t{256} << 10U;
constexpr double codes_a_halving = 16;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::format, "prior: " + sentence);
}

std::uint8_t code_of(double share) noexcept {
    const double code = std::nearbyint(-std::log2(share) * codes_a_halving);
    return static_cast<std::uint8_t>(std::clamp(code, 0.0, 255.0));
}

// The mean frequency of the terms below `least_frequency`, weighed by how often they are met:
// what to expect of a term that is in a text and not in the prior.
double unseen_frequency(std::span<const TermFrequency> terms, std::uint32_t least_frequency) {
    double met = 0;
    double sum = 0;
    for (const auto& entry : terms) {
        if (entry.frequency < least_frequency) {
            met += entry.frequency;
            sum += static_cast<double>(entry.frequency) * entry.frequency;
        }
    }
    return met > 0 ? sum / met : 1;
}

}  // namespace

double Prior::share_of_code(std::uint8_t code) noexcept {
    return std::exp2(-static_cast<double>(code) / codes_a_halving);
}

Prior Prior::parse(std::string_view bytes) {
    if (!bytes.starts_with(magic) || bytes.size() < header_bytes + checksum_bytes) {
        refuse("it is not a prior of this version");
    }
    Prior prior;
    prior.article_count_ = static_cast<std::uint32_t>(number_at(bytes, 8, 4));
    const std::size_t count = number_at(bytes, 12, 4);
    if (bytes.size() != header_bytes + entry_bytes * count + checksum_bytes) {
        refuse("it has " + std::to_string(bytes.size()) + " bytes, which " + std::to_string(count) +
               " terms do not make");
    }
    if (number_at(bytes, 16, 4) != base::hash_id) {
        refuse("its terms were hashed by another version");
    }
    prior.digest_ = number_at(bytes, bytes.size() - checksum_bytes, checksum_bytes);
    if (prior.digest_ != base::hash_bytes(bytes.substr(0, bytes.size() - checksum_bytes))) {
        refuse("its checksum is wrong");
    }
    if (prior.article_count_ == 0) {
        refuse("it was made of no articles");
    }
    prior.unseen_share_ =
        static_cast<double>(number_at(bytes, 20, 4)) / 1000 / prior.article_count_;
    prior.entries_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto term = static_cast<std::uint32_t>(number_at(bytes, header_bytes + 4 * i, 4));
        if (i != 0 && term <= prior.entries_.back().term) {
            refuse("its terms are not in order");
        }
        const auto code = number_at(bytes, header_bytes + 4 * count + i, 1);
        prior.entries_.push_back({term, static_cast<std::uint8_t>(code)});
    }
    return prior;
}

double Prior::share(std::uint32_t term) const noexcept {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), term,
                         [](const Entry& entry, std::uint32_t key) { return entry.term < key; });
    return found != entries_.end() && found->term == term ? share_of_code(found->code)
                                                          : unseen_share_;
}

std::string make_prior(std::span<const TermFrequency> terms, std::uint32_t article_count,
                       std::uint32_t least_frequency) {
    if (article_count == 0) {
        throw Error(ErrorKind::option, "prior: there are no articles to make it of");
    }
    constexpr std::size_t most_terms = (limit_bytes - header_bytes - checksum_bytes) / entry_bytes;
    const auto fits = [&](std::uint32_t least) {
        return static_cast<std::size_t>(
                   std::count_if(terms.begin(), terms.end(), [&](const TermFrequency& entry) {
                       return entry.frequency >= least;
                   })) <= most_terms;
    };
    auto least = std::max<std::uint32_t>(least_frequency, 1);
    while (!fits(least)) {
        ++least;
    }
    std::vector<TermFrequency> kept;
    std::copy_if(terms.begin(), terms.end(), std::back_inserter(kept),
                 [&](const TermFrequency& entry) { return entry.frequency >= least; });
    std::string bytes(magic);
    append_number(bytes, article_count, 4);
    append_number(bytes, kept.size(), 4);
    append_number(bytes, base::hash_id, 4);
    append_number(bytes, static_cast<std::uint64_t>(unseen_frequency(terms, least) * 1000), 4);
    for (const auto& entry : kept) {
        append_number(bytes, entry.term, 4);
    }
    for (const auto& entry : kept) {
        append_number(bytes, code_of(static_cast<double>(entry.frequency) / article_count), 1);
    }
    append_number(bytes, base::hash_bytes(bytes), checksum_bytes);
    return bytes;
}

}  // namespace wirecopy::feature
