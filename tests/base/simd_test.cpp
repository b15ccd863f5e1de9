#include "base/simd.hpp"

#include <gtest/gtest.h>

#include "wirecopy/error.hpp"

namespace wirecopy::base {
namespace {

TEST(Simd, EveryCompiledInstructionSetCanBeForced) {
    const auto names = simd_names();
    ASSERT_FALSE(names.empty());
    for (const auto& name : names) {
        force_simd(name);
        EXPECT_EQ(simd_name(), name);
    }
    force_simd("");
    EXPECT_EQ(simd_name(), names.front());
}

TEST(Simd, AnUnknownInstructionSetIsAnOptionError) {
    EXPECT_THROW(force_simd("MMX"), Error);
    EXPECT_EQ(simd_name(), simd_names().front());
}

}  // namespace
}  // namespace wirecopy::base
