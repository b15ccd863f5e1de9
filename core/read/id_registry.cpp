#include "read/id_registry.hpp"

#include <random>
#include <stdexcept>

#include "base/hash.hpp"

namespace wirecopy::read {

namespace {

constexpr std::size_t first_slot_count = 64;

constexpr std::uint32_t high_half(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

IdRegistry::IdRegistry(std::uint64_t hash_mask) : hash_mask_(hash_mask) {
    std::random_device device;
    hash_seed_ = std::uint64_t{device()} << 32U | device();
}

std::uint64_t IdRegistry::hash_of(std::string_view id) const {
    return base::hash_bytes(id, hash_seed_) & hash_mask_;
}

void IdRegistry::enter_source(std::string_view name) {
    sources_.emplace_back(name);
}

std::optional<FirstSeen> IdRegistry::add(std::string_view id, std::uint64_t line) {
    if (slots_.empty() || (entries_.size() + 1) * 4 > slots_.size() * 3) {
        grow();
    }
    const auto hash = hash_of(id);
    const auto slot = probe(hash, id);
    if (slots_[slot] != 0) {
        const auto& first = entries_[slots_[slot] - 1];
        return FirstSeen{sources_[first.source], first.line};
    }
    entries_.push_back({.id_begin = ids_.size(),
                        .line = line,
                        .hash_high = high_half(hash),
                        .source = static_cast<std::uint32_t>(sources_.size() - 1)});
    ids_.append(id);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return std::nullopt;
}

std::string_view IdRegistry::id_of(std::size_t entry) const noexcept {
    const auto begin = entries_[entry].id_begin;
    const auto end = entry + 1 < entries_.size() ? entries_[entry + 1].id_begin : ids_.size();
    return std::string_view(ids_).substr(begin, end - begin);
}

// The slot of the id, or the empty one where it belongs.
std::size_t IdRegistry::probe(std::uint64_t hash, std::string_view id) const noexcept {
    const auto mask = slots_.size() - 1;
    auto slot = static_cast<std::size_t>(hash) & mask;
    while (slots_[slot] != 0) {
        const auto entry = slots_[slot] - 1;
        if (entries_[entry].hash_high == high_half(hash) && id_of(entry) == id) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

// Hashes are not kept, they are taken again: this happens once for each doubling.
void IdRegistry::grow() {
    constexpr std::size_t most_slots = std::size_t{1} << 32U;
    if (slots_.size() >= most_slots) {
        throw std::length_error("read: more than 3 billion articles in one call");
    }
    slots_.assign(slots_.empty() ? first_slot_count : slots_.size() * 2, 0);
    const auto mask = slots_.size() - 1;
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
        auto slot = static_cast<std::size_t>(hash_of(id_of(entry))) & mask;
        while (slots_[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots_[slot] = static_cast<std::uint32_t>(entry + 1);
    }
}

}  // namespace wirecopy::read
