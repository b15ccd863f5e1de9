// Names: numbers of the C face, which are those of the enumerations of the C++ face.

#pragma once

#include <cstddef>
#include <cstdint>

#include "wirecopy.h"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::c {

static_assert(static_cast<int>(Grade::none) == WIRECOPY_GRADE_NONE);
static_assert(static_cast<int>(Grade::related) == WIRECOPY_GRADE_RELATED);
static_assert(static_cast<int>(Grade::partial) == WIRECOPY_GRADE_PARTIAL);
static_assert(static_cast<int>(Grade::rewrite) == WIRECOPY_GRADE_REWRITE);
static_assert(static_cast<int>(Grade::edited) == WIRECOPY_GRADE_EDITED);
static_assert(static_cast<int>(Grade::copy) == WIRECOPY_GRADE_COPY);
static_assert(static_cast<int>(CreditRole::mention) == WIRECOPY_CREDIT_MENTION);
static_assert(static_cast<int>(CreditRole::side_fact) == WIRECOPY_CREDIT_SIDE_FACT);
static_assert(static_cast<int>(CreditRole::source) == WIRECOPY_CREDIT_SOURCE);
static_assert(static_cast<int>(Role::alone) == WIRECOPY_ROLE_ALONE);
static_assert(static_cast<int>(Role::independent) == WIRECOPY_ROLE_INDEPENDENT);
static_assert(static_cast<int>(Role::representative) == WIRECOPY_ROLE_REPRESENTATIVE);
static_assert(static_cast<int>(Role::rewrite) == WIRECOPY_ROLE_REWRITE);
static_assert(static_cast<int>(Role::edited) == WIRECOPY_ROLE_EDITED);
static_assert(static_cast<int>(Role::copy) == WIRECOPY_ROLE_COPY);

[[nodiscard]] inline wirecopy_pair pair_of(std::size_t a, std::size_t b,
                                           const PairVerdict& verdict) noexcept {
    return {.a = a,
            .b = b,
            .grade = static_cast<std::int32_t>(verdict.grade),
            .story = verdict.story,
            .derived = verdict.derived,
            .jaccard = verdict.jaccard,
            .containment_a = verdict.containment_a,
            .containment_b = verdict.containment_b};
}

}  // namespace wirecopy::c
