// Signer: from the text of an article to its signature, the whole way.
//
//   in      UTF-8 text
//   out     the signature of its shingles (sketch.hpp)
//   cost    English: .5 GB/s with word shingles and 128 slots, one_permutation faster, on one
//           AVX2 core (bench/micro); characters .03 GB/s
//   error   an article without words has an empty signature, which resembles nothing

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "wirecopy/sketch.hpp"

namespace wirecopy {

/// Keeps its buffers between calls, which never change an answer: one object a thread.
class ArticleSigner {
public:
    /// Throws Error{option} for parameters that a Sketcher refuses.
    explicit ArticleSigner(const SignatureParameters& parameters);
    ~ArticleSigner();
    ArticleSigner(ArticleSigner&&) noexcept;
    ArticleSigner& operator=(ArticleSigner&&) noexcept;

    /// Throws Error{input} at 4 GiB of text.
    [[nodiscard]] Signature sign(std::string_view text);

    /// Writes whole 32-bit slots; with word shingles and English allocates nothing once warm.
    /// Requires: slots.size() == parameters.slots.
    void sign(std::string_view text, std::span<std::uint32_t> slots);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy
