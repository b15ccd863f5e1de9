// Memory: how much of it this process has, as the system says.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "wirecopy/compare.hpp"

namespace wirecopy::cli {

/// Of its own now, without what is mapped from files; 0 where the system does not say.
[[nodiscard]] std::uint64_t own_bytes();

/// Looks at own_bytes() fifty times a second, so that what a stage had at most is known.
class OwnMemory {
public:
    OwnMemory();
    ~OwnMemory();
    OwnMemory(const OwnMemory&) = delete;
    OwnMemory& operator=(const OwnMemory&) = delete;

    /// The most since the last call, now included.
    [[nodiscard]] std::uint64_t take_most();

private:
    void look();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::uint64_t most_ = 0;
    bool is_over_ = false;
    std::thread thread_;
};

/// The most that ever was, mapped files included.
[[nodiscard]] std::uint64_t peak_bytes();

/// Of the memory that the machine has, in bytes.
[[nodiscard]] std::uint64_t half_of_machine();

/// What --memory and --work say. `given`: 0 for half of what the machine has, which is not firm.
/// Without a folder the system's temporary one.
[[nodiscard]] MemoryBound memory_bound(std::uint64_t given, const std::string& folder);

/// Where a run keeps what is done; empty where it is not to.
[[nodiscard]] std::string kept_run(bool resume, const std::string& work);

}  // namespace wirecopy::cli
