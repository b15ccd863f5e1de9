#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "wirecopy/error.hpp"

namespace wirecopy::cli {

namespace {

// What a signal handler may read: a path in static memory, and whether it is there.
std::array<char, PATH_MAX> half_written{};
std::atomic<bool> is_half_written{false};

void end_by_signal(int signal) {
    if (is_half_written) {
        ::unlink(half_written.data());
    }
    _exit(128 + signal);
}

// A file that is there already and is no regular file (a device, a pipe) is written in place.
bool is_special(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)), descriptor_(STDOUT_FILENO) {
    if (path_ == "-") {
        return;
    }
    const std::string aside = path_ + ".part-" + std::to_string(::getpid());
    const bool in_place = is_special(path_);
    if (!in_place && aside.size() + 1 < half_written.size()) {
        std::memcpy(half_written.data(), aside.c_str(), aside.size() + 1);
        is_half_written = true;
        aside_ = aside;
    }
    constexpr mode_t mode = 0666;  // the umask takes its share
    descriptor_ = ::open(aside_.empty() ? path_.c_str() : aside_.c_str(),
                         O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (descriptor_ < 0) {
        is_half_written = false;
        aside_.clear();
        fail("cannot write");
    }
}

Output::~Output() {
    if (descriptor_ > STDOUT_FILENO) {
        ::close(descriptor_);
    }
    if (!aside_.empty()) {
        ::unlink(aside_.c_str());
        is_half_written = false;
    }
}

void Output::write(std::string_view block) {
    while (!block.empty()) {
        const auto written = ::write(descriptor_, block.data(), block.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0 && errno == EPIPE) {
            throw ClosedPipe();
        }
        if (written < 0) {
            fail("cannot write");
        }
        block.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Output::commit() {
    if (descriptor_ <= STDOUT_FILENO) {
        return;
    }
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) {
        fail("cannot write");
    }
    if (!aside_.empty()) {
        if (::rename(aside_.c_str(), path_.c_str()) != 0) {
            fail("cannot rename the finished file to");
        }
        is_half_written = false;
        aside_.clear();
    }
}

void Output::fail(const char* what) const {
    const auto reason = std::generic_category().message(errno);
    const auto name = path_ == "-" ? std::string("standard output") : path_;
    throw Error(ErrorKind::output, std::string(what) + " " + name + ": " + reason);
}

void install_signal_handlers() {
    struct sigaction action {};
    action.sa_handler = end_by_signal;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigemptyset(&ignore.sa_mask);
    ::sigaction(SIGPIPE, &ignore, nullptr);
}

}  // namespace wirecopy::cli
