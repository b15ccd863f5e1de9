#include "memory.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace wirecopy::cli {

std::uint64_t own_bytes() {
    auto* const file = std::fopen("/proc/self/status", "r");
    if (file == nullptr) {
        return 0;
    }
    unsigned long long kilobytes = 0;
    std::array<char, 256> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), file) != nullptr &&
           std::sscanf(line.data(), "RssAnon: %llu", &kilobytes) != 1) {
    }
    std::fclose(file);
    return kilobytes * 1024;
}

OwnMemory::OwnMemory() : thread_([this] { look(); }) {}

OwnMemory::~OwnMemory() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void OwnMemory::look() {
    constexpr std::chrono::milliseconds between{20};
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, between, [this] { return is_over_; })) {
        most_ = std::max(most_, own_bytes());
    }
}

std::uint64_t OwnMemory::take_most() {
    const std::lock_guard lock(mutex_);
    return std::max(std::exchange(most_, 0), own_bytes());
}

std::uint64_t peak_bytes() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

std::uint64_t half_of_machine() {
    return static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
           static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 2;
}

MemoryBound memory_bound(std::uint64_t given, const std::string& folder) {
    MemoryBound bound{given, folder};
    if (given == 0) {
        bound.bytes = half_of_machine();
        bound.is_firm = false;
    }
    if (folder.empty()) {
        std::error_code none;
        bound.folder = std::filesystem::temp_directory_path(none).string();
    }
    return bound;
}

std::string kept_run(bool resume, const std::string& work) {
    return resume ? work + "/wirecopy-run" : std::string();
}

}  // namespace wirecopy::cli
