#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <system_error>

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

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

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

// The file that a path leads to, through links, if it is there.
std::string target_of(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> resolved(::realpath(path.c_str(), nullptr),
                                                          std::free);
    return resolved == nullptr ? path : resolved.get();
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
    if (path_ == "-") {
        descriptor_ = STDOUT_FILENO;
        return;
    }
    target_ = target_of(path_);
    struct stat status {};
    const bool exists = ::stat(target_.c_str(), &status) == 0;
    const auto aside = target_ + ".part-" + std::to_string(::getpid());
    // A device or a pipe is written in place.
    if ((!exists || S_ISREG(status.st_mode)) && aside.size() + 1 < half_written.size()) {
        std::memcpy(half_written.data(), aside.c_str(), aside.size() + 1);
        is_half_written = true;
        aside_ = aside;
    }
    constexpr mode_t mode = 0666;  // the umask takes its share
    const auto& written = aside_.empty() ? target_ : aside_;
    descriptor_ = ::open(written.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (descriptor_ < 0) {
        is_half_written = false;
        aside_.clear();
        fail("cannot write");
    }
    if (!aside_.empty() && exists) {
        ::fchmod(descriptor_, status.st_mode & 07777U);
    }
}

Output::~Output() {
    if (path_ != "-" && descriptor_ >= 0) {
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
    if (path_ == "-") {
        return;
    }
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) {
        fail("cannot write");
    }
    if (!aside_.empty()) {
        if (::rename(aside_.c_str(), target_.c_str()) != 0) {
            fail("cannot rename the finished file to");
        }
        is_half_written = false;
        aside_.clear();
    }
}

void Output::fail(const char* what) const {
    const auto reason = std::generic_category().message(errno);
    const auto name = path_ == "-" ? std::string("standard output") : printable(path_);
    throw Error(ErrorKind::output, std::string(what) + " " + name + ": " + reason);
}

void occupy_standard_descriptors() {
    // Each is open the wrong way round, so that its use still fails as one of a closed descriptor;
    // but what is said on a closed standard error goes nowhere.
    constexpr std::array<int, 3> modes{O_WRONLY, O_RDONLY, O_WRONLY};
    for (int descriptor = 0; descriptor < 3; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) < 0) {
            ::open("/dev/null", modes[static_cast<std::size_t>(descriptor)]);  // the lowest free
        }
    }
}

void install_signal_handlers() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) {
            handle(signal, end_by_signal);
        }
    }
    // Both become errors of write(), which says what they are.
    handle(SIGPIPE, SIG_IGN);
    handle(SIGXFSZ, SIG_IGN);
}

}  // namespace wirecopy::cli
