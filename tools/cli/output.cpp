#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <system_error>

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// What a signal handler may read: paths in static memory, and whether a file stands there. The
// most that a command writes at once; no lock, so that the handler can look at any time.
struct HalfWritten {
    std::array<char, PATH_MAX> path{};
    std::atomic<bool> is_there{false};
    std::atomic<bool> is_taken{false};
};
std::array<HalfWritten, 8> half_written;

void end_by_signal(int signal) {
    for (auto& file : half_written) {
        if (file.is_there) {
            ::unlink(file.path.data());
        }
    }
    _exit(128 + signal);
}

// Keeps the signals that end the program back as long as it lives: what is made meanwhile is also
// written down.
class WithoutSignals {
public:
    WithoutSignals() {
        sigset_t all;
        sigemptyset(&all);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            sigaddset(&all, signal);
        }
        ::pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    ~WithoutSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    WithoutSignals(const WithoutSignals&) = delete;
    WithoutSignals& operator=(const WithoutSignals&) = delete;

private:
    sigset_t before_{};
};

constexpr mode_t all_may_write = 0666;  // the umask takes its share

// With its slash; empty for the folder that the program runs in.
std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1);
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

// Where a path leads through links in its last name, be there a file or not: the end of the chain
// alone is replaced, and the links stay. The path itself when the links run in a circle.
std::string target_of(const std::string& path) {
    constexpr int most_links = 40;
    std::string target = path;
    for (int link = 0; link < most_links; ++link) {
        std::array<char, PATH_MAX> next{};
        const auto size = ::readlink(target.c_str(), next.data(), next.size());
        if (size <= 0) {
            return target;
        }
        const std::string_view name(next.data(), static_cast<std::size_t>(size));
        target = name.front() == '/' ? std::string(name) : folder_of(target).append(name);
    }
    return path;
}

bool is_same_file(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
    if (path_ == "-") {
        descriptor_ = STDOUT_FILENO;
        return;
    }
    struct stat status {};
    const bool exists = ::stat(path_.c_str(), &status) == 0;
    target_ = target_of(path_);
    struct stat reached {};
    const bool is_there = ::lstat(target_.c_str(), &reached) == 0;
    // A device, a pipe, or what /proc/self/fd names and no path leads to, is written in place.
    if (exists ? is_there && S_ISREG(status.st_mode) && is_same_file(status, reached) : !is_there) {
        open_aside(exists ? S_IRUSR | S_IWUSR : all_may_write);
    } else {
        descriptor_ =
            ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, all_may_write);
    }
    if (descriptor_ < 0) {
        fail("cannot write");
    }
    if (!aside_.empty() && exists) {
        ::fchmod(descriptor_, status.st_mode & 07777U);
    }
}

// The name is hidden, so that a folder that is read and written passes it over, and short, so that
// the longest name of a file has one beside it. It is ours alone: no file and no link stood there.
void Output::open_aside(unsigned mode) {
    constexpr int most_tries = 100;
    while (slot_ < half_written.size() && half_written[slot_].is_taken.exchange(true)) {
        ++slot_;
    }
    if (slot_ == half_written.size()) {
        errno = EMFILE;
        return;
    }
    auto& file = half_written[slot_];
    const WithoutSignals no_signals;
    const auto start = folder_of(target_) + ".wirecopy-" + std::to_string(::getpid()) + "-";
    errno = EEXIST;
    for (int number = 0; descriptor_ < 0 && errno == EEXIST && number < most_tries; ++number) {
        const auto aside = start + std::to_string(number);
        if (aside.size() >= file.path.size()) {
            errno = ENAMETOOLONG;
            return;
        }
        constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
        std::memcpy(file.path.data(), aside.c_str(), aside.size() + 1);
        descriptor_ = ::open(aside.c_str(), flags, static_cast<mode_t>(mode));
        if (descriptor_ >= 0) {
            file.is_there = true;
            aside_ = aside;
        }
    }
}

Output::~Output() {
    if (path_ != "-" && descriptor_ >= 0) {
        ::close(descriptor_);
    }
    if (!aside_.empty()) {
        ::unlink(aside_.c_str());
        forget_aside();
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
        forget_aside();
    }
}

void Output::forget_aside() {
    aside_.clear();
    half_written[slot_].is_there = false;
    half_written[slot_].is_taken = false;
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
