// Sketches: an article's features as a signature of fixed size, from which resemblance is read.
//
//   in      hashed features (64 bits) of one article, in any order, repeats allowed
//   out     a Signature: `slots` numbers of `bits` bits; two of them give an estimate of the
//           Jaccard similarity J of the two feature sets
//   cost    128 slots with AVX2: minhash 3.0 ns a feature, one_permutation 1.6 ns; a comparison
//           15 to 80 ns
//   error   unbiased. minhash: standard deviation sqrt(J (1 - J) / slots), 0.019 at J = 0.05 and
//           128 slots; fewer bits add (1 - J) / ((2^bits - 1) slots) to the variance
//
// Methods: Broder, "On the resemblance and containment of documents", 1997 (minhash); Li, Owen,
// Zhang, "One permutation hashing", 2012; Shrivastava, "Optimal densification for fast and
// accurate minwise hashing", 2017; Li, König, "b-bit minwise hashing", 2010.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy {

enum class SketchMethod : std::uint8_t {
    minhash,                    ///< one hash function a slot; signatures merge
    one_permutation,            ///< one hash function in all, slots may stay empty; merges
    one_permutation_densified,  ///< empty slots borrow from others; does not merge
};

/// The most slots, and the widest shingle, that a signature may have.
inline constexpr std::size_t max_slots = 65'536, max_width = 65'536;

/// Everything that decides what a signature means. Signatures that differ here never meet.
struct SignatureParameters {
    SketchMethod method = SketchMethod::minhash;
    std::size_t slots = 128;  ///< what every known de-duplicator offers as its default
    std::uint64_t seed = 42;
    unsigned bits = 32;  ///< kept of each slot: 1, 2, 4, 8, 16, or 32 for the whole
    ShingleUnit unit = ShingleUnit::word;
    std::size_t width = 5;      ///< words or characters in a shingle
    std::uint32_t hash_id = 1;  ///< the set of hash functions that made features and slots

    friend bool operator==(const SignatureParameters&, const SignatureParameters&) = default;
};

/// Throws Error{option} when a value is out of range, or when an undensified one_permutation
/// signature should keep fewer than 32 bits: its empty slots would have no name.
void require_valid(const SignatureParameters& parameters);

/// Throws Error{parameters}, naming the first parameter that differs and both its values.
void require_same(const SignatureParameters& a, const SignatureParameters& b);

/// One article's sketch: parameters and slots, never one without the other.
class Signature {
public:
    /// Cuts whole 32-bit slots, as Sketcher writes them, down to parameters.bits. Throws
    /// Error{option} for invalid parameters or another number of slots than they say.
    Signature(const SignatureParameters& parameters, std::span<const std::uint32_t> slots);

    [[nodiscard]] const SignatureParameters& parameters() const noexcept { return parameters_; }

    /// True when the article had no features. Such a signature resembles nothing.
    [[nodiscard]] bool empty() const noexcept { return empty_; }

    /// 32 / bits slots a word, the first lowest; unused bits 0. Lives as long as the signature.
    [[nodiscard]] std::span<const std::uint32_t> words() const noexcept { return words_; }

    /// The lasting form: magic, version, parameters, words, checksum; little-endian everywhere.
    [[nodiscard]] std::string serialise() const;

    /// Reads what serialise() wrote. Throws Error{format} for anything else.
    [[nodiscard]] static Signature parse(std::string_view bytes);

    friend bool operator==(const Signature&, const Signature&) = default;

private:
    Signature() = default;
    SignatureParameters parameters_;
    bool empty_ = true;
    std::vector<std::uint32_t> words_;
};

/// Estimates the Jaccard similarity, 0 to 1. Throws Error{parameters} when the two differ in any.
/// A signature without features gives 0 with everything, itself included.
[[nodiscard]] double estimate_jaccard(const Signature& a, const Signature& b);

/// The same before it is cut to 0 to 1, for averages over many pairs: its expectation is J.
[[nodiscard]] double estimate_jaccard_unclamped(const Signature& a, const Signature& b);

/// The signature of the union of both feature sets. Throws Error{parameters} when the two differ
/// in any, Error{option} when they are densified or keep fewer than 32 bits.
[[nodiscard]] Signature merge(const Signature& a, const Signature& b);

/// Draws its hash functions once, then signs any number of articles.
/// Const calls are safe from any number of threads.
class Sketcher {
public:
    /// Throws Error{option} for invalid parameters or a hash_id other than this library's.
    explicit Sketcher(const SignatureParameters& parameters);
    ~Sketcher();
    Sketcher(Sketcher&&) noexcept;
    Sketcher& operator=(Sketcher&&) noexcept;
    [[nodiscard]] const SignatureParameters& parameters() const noexcept;
    [[nodiscard]] Signature sign(std::span<const std::uint64_t> features) const;

    /// Writes whole 32-bit slots, whatever parameters().bits, and allocates nothing. No features
    /// give all-ones. Requires: slots.size() == parameters().slots.
    void sign(std::span<const std::uint64_t> features, std::span<std::uint32_t> slots) const;

private:
    struct Method;
    std::unique_ptr<const Method> method_;
};

/// From the text of an article to the signature of its shingles, the whole way: English .5 GB/s
/// with word shingles and 128 slots, one_permutation faster, on one AVX2 core; characters .03 GB/s.
/// An article without words has an empty signature, which resembles nothing. Keeps its buffers
/// between calls, which never change an answer: one object a thread.
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
