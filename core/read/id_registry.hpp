// Id registry: which ids were seen in this call, and where first.
//
//   in      ids with the line they stand on, source by source
//   out     the place of the first article with the same id, if there was one
//   cost    the bytes of the id and 29 to 35 bytes more; one or two probes on average
//
// Exact: a slot is found by a 64-bit hash and then compared byte by byte, so two ids whose hashes
// collide stay two ids. The ids lie end to end in one string, not in a string each. The hash has a
// random seed, which no answer depends on: whoever chooses ids cannot choose where they collide.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::read {

struct FirstSeen {
    std::string_view source;  ///< holds until the next source is entered
    std::uint64_t line = 0;   ///< 0: the file as a whole
};

class IdRegistry {
public:
    /// `hash_mask` is for tests: with 0 every hash collides.
    explicit IdRegistry(std::uint64_t hash_mask = ~std::uint64_t{0});

    /// Ids added from now on come from this source.
    void enter_source(std::string_view name);

    /// Adds an id, or says where it was first. Requires: a source was entered.
    [[nodiscard]] std::optional<FirstSeen> add(std::string_view id, std::uint64_t line);

private:
    struct Entry {
        std::uint64_t id_begin = 0;
        std::uint64_t line = 0;
        std::uint32_t hash_high = 0;  ///< a cheap look before the bytes are compared
        std::uint32_t source = 0;
    };

    [[nodiscard]] std::uint64_t hash_of(std::string_view id) const;
    [[nodiscard]] std::string_view id_of(std::size_t entry) const noexcept;
    [[nodiscard]] std::size_t probe(std::uint64_t hash, std::string_view id) const noexcept;
    void grow();

    std::uint64_t hash_mask_;
    std::uint64_t hash_seed_ = 0;
    std::vector<std::string> sources_;
    std::string ids_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< entry number + 1, or 0; a power of two of them
};

}  // namespace wirecopy::read
