#include "read/id_registry.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/hash.hpp"

namespace wirecopy::read {
namespace {

TEST(IdRegistry, NamesTheFirstPlaceOfAnId) {
    IdRegistry registry;
    registry.enter_source("a.jsonl");
    EXPECT_FALSE(registry.add("x", 3));
    registry.enter_source("b.jsonl");
    EXPECT_FALSE(registry.add("y", 1));
    const auto first = registry.add("x", 7);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->source, "a.jsonl");
    EXPECT_EQ(first->line, 3U);
}

// The mask makes ids collide in their hash: in all bits, in the low ones (one slot for all), in
// the high ones.
class IdRegistryWithMask : public testing::TestWithParam<std::uint64_t> {};

TEST_P(IdRegistryWithMask, TellsEveryIdFromEveryOtherAsAMapDoes) {
    IdRegistry registry(GetParam());
    registry.enter_source("only");
    std::map<std::string, std::uint64_t> oracle;
    base::Random random(5);
    for (std::uint64_t line = 1; line <= 2000; ++line) {
        const auto id = std::string(random.below(3), 'a') + std::to_string(random.below(700));
        const auto [known, added] = oracle.emplace(id, line);
        const auto first = registry.add(id, line);
        ASSERT_EQ(first.has_value(), !added);
        if (first) {
            ASSERT_EQ(first->line, known->second);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Collisions, IdRegistryWithMask,
                         testing::Values(~std::uint64_t{0}, 0, 0xffffffff00000000U, 0xffU));

}  // namespace
}  // namespace wirecopy::read
