// Estimates the Jaccard similarities of pairs of feature sets with every sketch and many seeds.
//
//   estimate SEEDS <sets >estimates
//
// stdin, all numbers 64-bit in the machine's order: the number of sets; for each set its size and
// its features; the number of pairs; for each pair the places of its two sets.
// stdout: for each method (in the order of `methods`), seed (1..SEEDS) and pair, one double.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "wirecopy/sketch.hpp"

namespace {

using wirecopy::SignatureParameters;
using wirecopy::SketchMethod;

const std::vector<SignatureParameters> methods = {
    {.method = SketchMethod::minhash},
    {.method = SketchMethod::minhash, .bits = 8},
    {.method = SketchMethod::minhash, .bits = 1},
    {.method = SketchMethod::one_permutation},
    {.method = SketchMethod::one_permutation_densified},
};

std::uint64_t read_number() {
    std::uint64_t number = 0;
    if (!std::cin.read(reinterpret_cast<char*>(&number), sizeof number)) {
        throw std::runtime_error("the input ends early");
    }
    return number;
}

std::vector<std::uint64_t> read_set() {
    std::vector<std::uint64_t> features(read_number());
    for (auto& feature : features) {
        feature = read_number();
    }
    return features;
}

void write_estimates(const SignatureParameters& parameters,
                     const std::vector<std::vector<std::uint64_t>>& sets,
                     const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    const wirecopy::Sketcher sketcher(parameters);
    std::vector<wirecopy::Signature> signatures;
    for (const auto& set : sets) {
        signatures.push_back(sketcher.sign(set));
    }
    for (const auto& [a, b] : pairs) {
        const double estimate =
            wirecopy::estimate_jaccard_unclamped(signatures.at(a), signatures.at(b));
        std::cout.write(reinterpret_cast<const char*>(&estimate), sizeof estimate);
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::uint64_t seeds = argc == 2 ? std::stoull(argv[1]) : 0;
        if (seeds == 0) {
            throw std::runtime_error("usage: estimate SEEDS <sets >estimates");
        }
        std::vector<std::vector<std::uint64_t>> sets(read_number());
        for (auto& set : sets) {
            set = read_set();
        }
        std::vector<std::pair<std::size_t, std::size_t>> pairs(read_number());
        for (auto& [a, b] : pairs) {
            a = read_number();
            b = read_number();
        }
        for (auto parameters : methods) {
            for (parameters.seed = 1; parameters.seed <= seeds; ++parameters.seed) {
                write_estimates(parameters, sets, pairs);
            }
        }
    } catch (const std::exception& error) {
        std::cerr << "estimate: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
