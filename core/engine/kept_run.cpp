#include "engine/kept_run.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::array<char, 8> magic{'w', 'i', 'r', 'e', 'r', 'u', 'n', '1'};
constexpr std::string_view lock_name = "lock";
constexpr std::string_view description_name = "run";
constexpr std::string_view block_tail = ".block";
constexpr std::string_view part_tail = ".part";

[[noreturn]] void fail(const std::string& path, int reason) {
    throw Error(ErrorKind::input, base::printable(path) + ": cannot keep what is done: " +
                                      std::generic_category().message(reason));
}

// Whether as many bytes were there.
bool read_all(int file, std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto more = ::read(file, bytes.data() + done, bytes.size() - done);
        if (more == 0 || (more < 0 && errno != EINTR)) {
            return false;
        }
        done += more > 0 ? static_cast<std::size_t>(more) : 0;
    }
    return true;
}

void write_file(const std::string& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) {
        fail(path, errno);
    }
    while (!bytes.empty()) {
        const auto more = ::write(file, bytes.data(), bytes.size());
        if (more < 0 && errno != EINTR) {
            const int reason = errno;
            ::close(file);
            fail(path, reason);
        }
        bytes.remove_prefix(more > 0 ? static_cast<std::size_t>(more) : 0);
    }
    ::close(file);
}

bool is_ours(const std::string& name) {
    return name == lock_name || name == description_name || name.ends_with(block_tail) ||
           name.ends_with(part_tail);
}

}  // namespace

struct KeptRun::Head {
    std::array<char, 8> magic{};
    std::uint64_t run = 0;
    std::uint64_t key = 0;
    std::uint64_t size = 0;
    std::uint64_t sum = 0;
};

KeptRun::KeptRun(std::string folder, std::string_view description)
    : folder_(std::move(folder)), run_(base::hash_bytes(description)) {
    std::error_code trouble;
    std::filesystem::create_directory(folder_, trouble);
    if (trouble) {
        fail(folder_, trouble.value());
    }
    const auto lock_path = folder_ + "/" + std::string(lock_name);
    lock_ = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock_ < 0) {
        fail(lock_path, errno);
    }
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw Error(ErrorKind::input, base::printable(folder_) + ": another process works on it");
    }
    try {
        Head head;
        const auto path = folder_ + "/" + std::string(description_name);
        const auto there = read_file(path, head);
        if (there && *there != description) {
            refuse("it holds another run (" + base::printable(*there) + ", not " +
                   base::printable(description) + ")");
        }
        if (!there) {
            write(description_name, 0, 0, description);
            std::filesystem::rename(path_of(description_name, 0), path);
        }
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

KeptRun::~KeptRun() {
    ::close(lock_);
}

void KeptRun::refuse(const std::string& why) const {
    throw Error(ErrorKind::option, base::printable(folder_) + ": " + why +
                                       "; give another folder, or remove this one");
}

std::string KeptRun::path_of(std::string_view stage, std::size_t block) const {
    return folder_ + "/" + std::string(stage) + "-" + std::to_string(block) +
           std::string(block_tail);
}

std::optional<std::string> KeptRun::read_file(const std::string& path, Head& head) const {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return std::nullopt;
    }
    std::error_code trouble;
    const auto bytes = std::filesystem::file_size(path, trouble);
    std::string made(trouble ? 0 : bytes, '\0');
    const bool is_read = read_all(file, made);
    ::close(file);
    if (!is_read || made.size() < sizeof(head)) {
        return std::nullopt;
    }
    std::memcpy(&head, made.data(), sizeof(head));
    made.erase(0, sizeof(head));
    if (head.magic != magic || head.size != made.size() ||
        base::hash_bytes(made, head.run ^ head.key) != head.sum) {
        return std::nullopt;
    }
    return made;
}

std::optional<std::string> KeptRun::read(std::string_view stage, std::size_t block,
                                         std::uint64_t key) const {
    Head head;
    auto bytes = read_file(path_of(stage, block), head);
    if (bytes && head.run != run_) {
        return std::nullopt;
    }
    if (bytes && head.key != key) {
        refuse("it holds a run over other articles");
    }
    return bytes;
}

void KeptRun::write(std::string_view stage, std::size_t block, std::uint64_t key,
                    std::string_view bytes) const {
    const Head head{magic, run_, key, bytes.size(), base::hash_bytes(bytes, run_ ^ key)};
    const auto path = path_of(stage, block);
    const auto part = path + std::string(part_tail);
    std::string whole(reinterpret_cast<const char*>(&head), sizeof(head));
    whole.append(bytes);
    write_file(part, whole);
    std::error_code trouble;
    std::filesystem::rename(part, path, trouble);
    if (trouble) {
        fail(path, trouble.value());
    }
}

std::string digits_of(double number) {
    std::array<char, 32> digits{};
    auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

}  // namespace wirecopy::engine

namespace wirecopy {

void forget_run(const std::string& folder) {
    std::error_code none;
    std::vector<std::filesystem::path> ours;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (engine::is_ours(entry.path().filename().string())) {
            ours.push_back(entry.path());
        }
    }
    for (const auto& path : ours) {
        std::filesystem::remove(path, none);
    }
    std::filesystem::remove(folder, none);
}

}  // namespace wirecopy
