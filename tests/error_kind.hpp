// Error kind: which kind of error a call ends in.

#pragma once

#include <optional>

#include <gtest/gtest.h>

#include "wirecopy/error.hpp"

namespace wirecopy::testing {

/// Nothing where it throws nothing, which fails the test too.
template <typename Call>
[[nodiscard]] std::optional<ErrorKind> kind_of(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "no error";
    return std::nullopt;
}

}  // namespace wirecopy::testing
