#include "base/hash.hpp"
#include "sketch/bbit.hpp"
#include "sketch/slots.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

static_assert(SignatureParameters{}.hash_id == base::hash_id,
              "the public default must follow the hash functions in use");

namespace {

std::string name_of(SketchMethod method) {
    switch (method) {
        case SketchMethod::minhash:
            return "minhash";
        case SketchMethod::one_permutation:
            return "one_permutation";
        case SketchMethod::one_permutation_densified:
            return "one_permutation_densified";
    }
    return "unknown";
}

std::string name_of(ShingleUnit unit) {
    switch (unit) {
        case ShingleUnit::word:
            return "word";
        case ShingleUnit::character:
            return "character";
    }
    return "unknown";
}

template <class Number>
std::string name_of(Number number) {
    return std::to_string(number);
}

template <class Value>
void require_equal(const char* name, Value a, Value b) {
    if (a != b) {
        throw Error(ErrorKind::parameters, std::string("signatures differ in ") + name + ": " +
                                               name_of(a) + " and " + name_of(b));
    }
}

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::option, "sketch: " + sentence);
}

}  // namespace

void require_valid(const SignatureParameters& parameters) {
    if (name_of(parameters.method) == "unknown") {
        refuse("method must be minhash, one_permutation or one_permutation_densified");
    }
    if (name_of(parameters.unit) == "unknown") {
        refuse("unit must be word or character");
    }
    sketch::require_slots("sketch", parameters.slots);
    if (!sketch::is_packed_width(parameters.bits)) {
        refuse("bits must be 1, 2, 4, 8, 16 or 32, not " + std::to_string(parameters.bits));
    }
    if (parameters.width < 1 || parameters.width > max_width) {
        refuse("width must be from 1 to " + std::to_string(max_width) + ", not " +
               std::to_string(parameters.width));
    }
    if (parameters.method == SketchMethod::one_permutation && parameters.bits != 32) {
        refuse("one_permutation needs 32 bits, not " + std::to_string(parameters.bits) +
               "; one_permutation_densified can do with fewer");
    }
}

void require_same(const SignatureParameters& a, const SignatureParameters& b) {
    require_equal("method", a.method, b.method);
    require_equal("slots", a.slots, b.slots);
    require_equal("seed", a.seed, b.seed);
    require_equal("bits", a.bits, b.bits);
    require_equal("unit", a.unit, b.unit);
    require_equal("width", a.width, b.width);
    require_equal("hash_id", a.hash_id, b.hash_id);
}

}  // namespace wirecopy
