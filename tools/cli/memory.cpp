#include "memory.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

namespace wirecopy::cli {

std::uint64_t resident_bytes() {
    auto* const file = std::fopen("/proc/self/statm", "r");
    if (file == nullptr) {
        return 0;
    }
    unsigned long long all = 0;
    unsigned long long resident = 0;
    const int read = std::fscanf(file, "%llu %llu", &all, &resident);
    std::fclose(file);
    return read == 2 ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

std::uint64_t peak_bytes() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

}  // namespace wirecopy::cli
