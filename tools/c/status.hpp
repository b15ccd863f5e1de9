// Status: how what the C++ calls throw reaches a caller in C.
//
//   in      the body of a call
//   out     a status; the sentence stays for wirecopy_last_error()
//   cost    nothing unless something is thrown
//   error   nothing leaves, not even when the sentence cannot be kept for want of memory

#pragma once

#include <functional>
#include <string>

#include "wirecopy.h"
#include "wirecopy/error.hpp"

namespace wirecopy::c {

/// Does it, and turns what it throws into a status.
[[nodiscard]] wirecopy_status guarded(const std::function<void()>& body) noexcept;

/// Throws Error{option} that names the argument when it is NULL.
template <typename Pointed>
void require(const Pointed* argument, const char* name) {
    if (argument == nullptr) {
        throw Error(ErrorKind::option, std::string(name) + " must not be NULL");
    }
}

/// Makes what `make` returns, owned by the caller from then on; NULL where it fails.
template <typename Made, typename Make>
[[nodiscard]] wirecopy_status make_handle(Made** made, const Make& make) noexcept {
    if (made != nullptr) {
        *made = nullptr;
    }
    return guarded([&] {
        require(made, "the place for the result");
        *made = make().release();
    });
}

}  // namespace wirecopy::c
