#include "score/replaced_names.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "score/shared_matter.hpp"

namespace wirecopy::score {

namespace {

// The names of one list by their places.
class NamePlaces {
public:
    NamePlaces(const std::vector<Evidence>& names, Mention Evidence::*side) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (const auto& place : (names[i].*side).places) {
                places_.push_back({place.begin_byte, place.end_byte, i});
            }
        }
        std::ranges::sort(places_, {}, &NamePlace::begin);
    }

    // The first name that lies in a part of the text.
    [[nodiscard]] std::optional<std::size_t> inside(const TextSpan& part) const {
        const auto found =
            std::ranges::lower_bound(places_, part.begin_byte, {}, &NamePlace::begin);
        const bool is_inside = found != places_.end() && found->end <= part.end_byte;
        return is_inside ? std::optional(found->name) : std::nullopt;
    }

private:
    struct NamePlace {
        std::uint64_t begin;
        std::uint64_t end;
        std::size_t name;
    };
    std::vector<NamePlace> places_;
};

void drop(std::vector<Evidence>& names, const std::vector<std::uint8_t>& is_taken) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (is_taken[i] == 0) {
            std::swap(names[kept++], names[i]);
        }
    }
    names.resize(kept);
}

}  // namespace

void oppose_replaced_names(std::span<const CopiedSpan> spans, EvidenceLists& names) {
    const NamePlaces places_a(names.only_a, &Evidence::a);
    const NamePlaces places_b(names.only_b, &Evidence::b);
    std::vector<std::uint8_t> is_taken_a(names.only_a.size(), 0);
    std::vector<std::uint8_t> is_taken_b(names.only_b.size(), 0);
    for (const auto& span : spans) {
        for (const auto& edit : span.edits) {
            const auto a = places_a.inside(edit.a);
            const auto b = places_b.inside(edit.b);
            if (!a || !b || is_taken_a[*a] != 0 || is_taken_b[*b] != 0) {
                continue;
            }
            is_taken_a[*a] = is_taken_b[*b] = 1;
            const auto& name_a = names.only_a[*a];
            const auto& name_b = names.only_b[*b];
            names.conflicting.push_back({name_a.a, name_b.b, std::min(name_a.nats, name_b.nats)});
        }
    }
    drop(names.only_a, is_taken_a);
    drop(names.only_b, is_taken_b);
    put_heaviest_first(names.conflicting);
}

}  // namespace wirecopy::score
