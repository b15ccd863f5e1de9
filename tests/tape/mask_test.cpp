// Places inside others, beside asking each of them.

#include "tape/mask.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::tape {
namespace {

std::vector<Place> apart(base::Random& random) {
    std::vector<Place> places;
    std::uint32_t at = 0;
    for (int i = 0; i < 6; ++i) {
        const auto begin = at + static_cast<std::uint32_t>(random.next() % 12);
        at = begin + 1 + static_cast<std::uint32_t>(random.next() % 9);
        places.push_back({begin, at});
    }
    return places;
}

TEST(MaskCursor, AnswersAsAskingEveryPlaceDoesInAnyOrder) {
    base::Random random(11);
    int inside = 0;
    for (int round = 0; round < 200; ++round) {
        const auto places = apart(random);
        MaskCursor cursor(places);
        for (int i = 0; i < 50; ++i) {
            const auto begin = static_cast<std::uint32_t>(random.next() % 100);
            const Place asked{begin, begin + 1 + static_cast<std::uint32_t>(random.next() % 5)};
            const bool expected = std::ranges::any_of(places, [&](const Place& place) {
                return asked.begin < place.end && place.begin < asked.end;
            });
            ASSERT_EQ(cursor.is_inside(asked), expected) << asked.begin << ' ' << asked.end;
            inside += expected ? 1 : 0;
        }
    }
    EXPECT_GT(inside, 1000);
    EXPECT_FALSE(MaskCursor({}).is_inside({0, 9}));
}

}  // namespace
}  // namespace wirecopy::tape
