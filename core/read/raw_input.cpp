#include "read/raw_input.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace wirecopy::read {

std::string system_message(int error_number) {
    // strerror shares one buffer between threads; this does not.
    return std::generic_category().message(error_number);
}

RawInput::RawInput(int descriptor, bool close_it) noexcept
    : descriptor_(descriptor), close_it_(close_it) {}

RawInput::RawInput(RawInput&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      close_it_(other.close_it_),
      memory_(other.memory_),
      failure_(std::move(other.failure_)),
      pause_(std::move(other.pause_)) {}

RawInput& RawInput::operator=(RawInput&& other) noexcept {
    if (this != &other) {
        close();
        descriptor_ = std::exchange(other.descriptor_, -1);
        close_it_ = other.close_it_;
        memory_ = other.memory_;
        failure_ = std::move(other.failure_);
        pause_ = std::move(other.pause_);
    }
    return *this;
}

RawInput::~RawInput() {
    close();
}

void RawInput::close() noexcept {
    if (close_it_ && descriptor_ >= 0) {
        // Nothing was written, so nothing can be lost by a close that fails.
        ::close(descriptor_);
    }
    descriptor_ = -1;
}

std::size_t RawInput::read(std::span<char> into) {
    if (descriptor_ < 0) {
        const auto count = std::min(into.size(), memory_.size());
        std::copy_n(memory_.data(), count, into.data());
        memory_.remove_prefix(count);
        return count;
    }
    pollfd waiting{descriptor_, POLLIN, 0};
    if (pause_ && ::poll(&waiting, 1, 0) == 0) {
        pause_();
    }
    while (!failure_) {
        const auto count = ::read(descriptor_, into.data(), into.size());
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            failure_ = "cannot be read: " + system_message(errno);
        }
    }
    return 0;
}

bool RawInput::is_regular_file() const noexcept {
    struct stat status {};
    return descriptor_ >= 0 && close_it_ && ::fstat(descriptor_, &status) == 0 &&
           S_ISREG(status.st_mode);
}

std::uint64_t RawInput::expected_bytes() const noexcept {
    if (descriptor_ < 0) {
        return memory_.size();
    }
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        return 0;
    }
    return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace wirecopy::read
