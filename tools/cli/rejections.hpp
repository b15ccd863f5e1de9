// Rejections: what could not be used, said on standard error.

#pragma once

#include <cstddef>

#include "wirecopy/article.hpp"

namespace wirecopy::cli {

class Rejections {
public:
    /// Names one: file, line, id and reason. Many are only counted.
    void add(const Rejected& rejected);

    [[nodiscard]] std::size_t count() const noexcept { return count_; }

    /// Says how many were not named.
    void print_rest() const;

private:
    std::size_t count_ = 0;
};

}  // namespace wirecopy::cli
