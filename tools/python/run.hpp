// Run: work of the engine beside Python.
//
//   in      work, which is given a progress function; a Python callable to be told, or none
//   out     what the work returns
//   cost    a thread a call: 30 us
//   error   what the work throws; what the callable raises, and KeyboardInterrupt: both are
//   answered
//           when the engine next says how far it is
//
// The calling thread waits without the interpreter's lock, wakes now and then, and takes it for
// signals and for the callable: so other threads of Python go on, and the engine's threads never
// wait for any of them.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

#include <nanobind/nanobind.h>

#include "wirecopy/similarity.hpp"

namespace wirecopy::python {

/// Requires: the caller holds the interpreter's lock.
void run_beside(const nanobind::object& progress,
                const std::function<void(const Progress& progress)>& work);

template <typename Work>
auto run(const nanobind::object& progress, const Work& work) {
    std::optional<decltype(work(Progress{}))> result;
    run_beside(progress, [&](const Progress& tell) { result.emplace(work(tell)); });
    return std::move(*result);
}

}  // namespace wirecopy::python
