#include "base/simd.hpp"

#include <hwy/targets.h>

#include <cstdint>

#include "wirecopy/error.hpp"

namespace wirecopy::base {

namespace {

// Highway numbers its targets so that a lower bit is a better instruction set.
std::vector<std::int64_t> usable_targets() {
    std::vector<std::int64_t> targets;
    for (auto rest = hwy::SupportedTargets() & HWY_TARGETS; rest != 0; rest &= rest - 1) {
        targets.push_back(rest & -rest);
    }
    return targets;
}

}  // namespace

std::string simd_name() {
    return hwy::TargetName(usable_targets().front());
}

std::vector<std::string> simd_names() {
    std::vector<std::string> names;
    for (const auto target : usable_targets()) {
        names.emplace_back(hwy::TargetName(target));
    }
    return names;
}

void force_simd(const std::string& name) {
    hwy::SetSupportedTargetsForTest(0);
    if (name.empty()) {
        return;
    }
    for (const auto target : usable_targets()) {
        if (name == hwy::TargetName(target)) {
            hwy::SetSupportedTargetsForTest(target);
            return;
        }
    }
    throw Error(ErrorKind::option, "simd: this build or processor has no instruction set " + name);
}

}  // namespace wirecopy::base
